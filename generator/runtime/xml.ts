/** How values stand in XML (OpenAPI 3.1.1, section 4.8.26), as data: what writes and reads it goes along this. */

export interface XmlElement {
  readonly name: string;
  readonly prefix?: string;
  /** Declared on the element itself: as the prefix where it has one, or as the default. */
  readonly namespace?: string;
  readonly holds: XmlContent;
  /** It is an attribute of its object's element. */
  readonly attribute?: true;
  /** Such an attribute is null where it is not there. */
  readonly nullable?: true;
}

/** An array whose items stand in their object's element one by one. Where there are none, it is empty or not there. */
export interface XmlSeries {
  readonly each: XmlElement;
  /** It must be there: without items it is empty. */
  readonly required?: true;
  /** It may be null, which one empty element says. */
  readonly nullable?: true;
}

/** The text of its object's element. Where that is empty, it is an empty text or not there. */
export interface XmlInner {
  /** What it can be read as. */
  readonly inner: XmlText["text"];
  /** It stands in a CDATA section, around which may be white space. */
  readonly cdata?: true;
  /** It must be there. */
  readonly required?: true;
}

export type XmlMember = XmlElement | XmlSeries | XmlInner;

/** What an element holds; schemas that contain each other are functions. */
export type XmlContent = XmlText | XmlList | XmlObject | (() => XmlContent);

/** What a text can be read as, in this order. */
export interface XmlText {
  readonly text: readonly ("number" | "bigint" | "boolean" | "string")[];
}

/** An array whose items stand in an element of their own. */
export interface XmlList {
  readonly items: XmlElement;
}

export interface XmlObject {
  /** By property, in the order in which they are written. */
  readonly members: Readonly<Record<string, XmlMember>>;
  /** All other properties, each under its own name. Without it they are texts, or objects and arrays of texts. */
  readonly others?: XmlMember;
}

/** The content behind a function. */
export function contentOf({ holds }: XmlElement): XmlText | XmlList | XmlObject {
  let content = holds;
  while (typeof content === "function") content = content();
  return content;
}

/** What says that a value is null (XML Schema Part 1, section 2.6.2). */
export const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/** A property that is not named, under its own name. */
export function named(member: XmlMember, name: string): XmlMember {
  if ("inner" in member) return member;
  return "each" in member ? { ...member, each: { ...member.each, name } } : { ...member, name };
}

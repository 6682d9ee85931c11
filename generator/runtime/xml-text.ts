/** From values to XML 1.0. */
import {
  type XmlElement,
  type XmlMember,
  type XmlObject,
  contentOf,
  instanceNamespace,
  named,
} from "./xml.js";

/** The document whose root is an element with a value. Throws for what XML has no way to hold. */
export function xmlText(value: unknown, element: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${written(value, element)}`;
}

/** Attributes by name, namespaces among them, so that each is declared once. */
type Attributes = Map<string, string>;

function written(value: unknown, element: XmlElement): string {
  if (value === undefined) return "";
  const tag = nameOf(element);
  const attributes: Attributes = new Map();
  declare(element, attributes);
  const inside = value === null ? nothing(attributes) : insideOf(value, element, attributes);
  const start = [tag, ...[...attributes].map(([name, text]) => `${name}=${quoted(text)}`)].join(" ");
  return inside === "" ? `<${start}/>` : `<${start}>${inside}</${tag}>`;
}

function nothing(attributes: Attributes): string {
  attributes.set("xmlns:xsi", instanceNamespace).set("xsi:nil", "true");
  return "";
}

function insideOf(value: unknown, element: XmlElement, attributes: Attributes): string {
  const content = contentOf(element);
  if (Array.isArray(value)) {
    const items = "items" in content ? content.items : { name: element.name, holds: content };
    return value.map((each) => written(each, items)).join("");
  }
  if (typeof value !== "object") return escaped(String(value));
  return members(value as Readonly<Record<string, unknown>>, content, attributes);
}

/** Those that are named first, in their order. */
function members(object: Readonly<Record<string, unknown>>, content: object, attributes: Attributes): string {
  const { members: known = {}, others } = content as Partial<XmlObject>;
  const unknown = Object.keys(object).filter((name) => !Object.hasOwn(known, name));
  const all = [
    ...Object.entries(known),
    ...unknown.map((name) => [name, named(others ?? anyMember(object[name]), name)] as const),
  ];
  return all
    .map(([name, member]) =>
      Object.hasOwn(object, name) ? memberText(object[name], member, attributes) : "",
    )
    .join("");
}

function memberText(value: unknown, member: XmlMember, attributes: Attributes): string {
  if ("each" in member)
    return (Array.isArray(value) ? value : [value]).map((each) => written(each, member.each)).join("");
  if ("inner" in member)
    return value === undefined ? "" : member.cdata ? section(String(value)) : escaped(String(value));
  if (!member.attribute) return written(value, member);
  if (value === undefined || value === null) return "";
  declare(member, attributes);
  attributes.set(nameOf(member), String(value));
  return "";
}

/** A value that nothing is known of: the items of an array stand one by one. */
function anyMember(value: unknown): XmlMember {
  const any: XmlElement = { name: "", holds: { members: {} } };
  return Array.isArray(value) ? { each: any } : any;
}

function declare({ prefix, namespace }: XmlElement, attributes: Attributes): void {
  if (namespace !== undefined) attributes.set(prefix === undefined ? "xmlns" : `xmlns:${prefix}`, namespace);
}

function nameOf({ name, prefix }: XmlElement): string {
  if (!/^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(name))
    throw new TypeError(`XML has no name ${JSON.stringify(name)}`);
  return prefix === undefined ? name : `${prefix}:${name}`;
}

/** XML 1.0, sections 2.2, 2.4 and 2.11: a parser makes a line feed of a bare carriage return. */
function escaped(text: string): string {
  if (/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new TypeError(`XML cannot hold all characters of ${JSON.stringify(text)}`);
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** XML 1.0, section 2.7: nothing is escaped in it, so what would end it, or change, stands between two of them. */
function section(text: string): string {
  escaped(text);
  if (text === "") return "";
  const inside = text.replaceAll("]]>", "]]]]><![CDATA[>").replaceAll("\r", "]]>&#13;<![CDATA[");
  return `<![CDATA[${inside}]]>`;
}

/** XML 1.0, section 3.3.3: a parser makes spaces of other white space in attributes. */
function quoted(text: string): string {
  const inside = escaped(text).replace(/["\t\n]/g, (each) => `&#${each.charCodeAt(0)};`);
  return `"${inside}"`;
}

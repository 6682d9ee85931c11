/** How values stand in XML: what a schema says of it, and what follows for its values. */
import type { SchemaId } from "./schema.js";

/** An XML Object (OpenAPI 3.1.1, section 4.8.26). */
export interface XmlAnnotation {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: true;
  readonly wrapped?: true;
}

/** What a text can be read as, in this order. */
export type XmlTextType = "number" | "bigint" | "boolean" | "string";

/** The name of an element or of an attribute, and what it holds. */
export interface XmlElement extends XmlAnnotation {
  readonly name: string;
  readonly content: XmlContent;
}

export type XmlContent =
  | { readonly kind: "text"; readonly types: readonly XmlTextType[] }
  /** An array whose items stand in an element of their own. */
  | { readonly kind: "list"; readonly item: XmlElement }
  | {
      readonly kind: "object";
      readonly members: readonly (readonly [property: string, member: XmlMember])[];
      /** What the properties that are not named hold; absent where nothing is said of them. */
      readonly others?: XmlMember;
    }
  /** That of a schema with a name. */
  | { readonly kind: "named"; readonly id: SchemaId };

export type XmlMember =
  | { readonly kind: "element"; readonly element: XmlElement }
  /** An array whose items stand in the object's element one by one. */
  | {
      readonly kind: "series";
      readonly item: XmlElement;
      readonly required: boolean;
      readonly nullable: boolean;
    };

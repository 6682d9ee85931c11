/** How the values of schemas stand in XML, worked out of what these say of it. */
import type { SchemaId, XmlAnnotation } from "./schema.js";

/** What a text can be read as, in this order. */
export type XmlTextType = "number" | "bigint" | "boolean" | "string";

/** The name of an element or of an attribute, and what it holds. */
export interface XmlElement extends XmlAnnotation {
  readonly name: string;
  readonly content: XmlContent;
  /** An attribute that may be null, which it is where it is not there. */
  readonly nullable?: true;
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
    }
  /** The text of the object's element. */
  | {
      readonly kind: "text";
      readonly types: readonly XmlTextType[];
      readonly isCdata: boolean;
      readonly required: boolean;
    };

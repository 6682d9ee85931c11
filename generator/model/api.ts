/** The model of an API: everything that types, validators, fixtures, client and documentation are printed from. */
import type { Json } from "../json.js";
import type { Schema, SchemaTable } from "./schema.js";

export interface Api {
  readonly title: string;
  readonly description?: string;
  /** The base URL of the first server, without a trailing slash; empty when the description names none. */
  readonly server: string;
  readonly securitySchemes: readonly SecurityScheme[];
  /** Sorted by name. */
  readonly resources: readonly Resource[];
  readonly schemas: SchemaTable;
  /** Parameters that operations of several resources share: a client can hold defaults for them. Sorted by name. */
  readonly sharedParameters: readonly Parameter[];
}

/** A group of operations: one file of functions and one member of the facade. */
export interface Resource {
  readonly name: string;
  /** Of its modules, without folder and ending. */
  readonly file: string;
  /** Sorted by name. */
  readonly operations: readonly Operation[];
}

export interface Operation {
  readonly pointer: string;
  /** The name of its function. */
  readonly name: string;
  /** The name of the type of its parameters. */
  readonly paramsType: string;
  /** The name of the type of its answers by status. */
  readonly responsesType: string;
  /** Another name for its body's schema, where that has a name of its own already. */
  readonly bodyAlias?: string;
  /** The name of its method on the facade's resource. */
  readonly method: string;
  /** The HTTP method, in capitals. */
  readonly verb: string;
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  /** In the order of the description: exact statuses, ranges such as `4XX`, `default`. */
  readonly responses: readonly Response[];
  readonly paging?: Paging;
  /** Alternatives; all schemes of one alternative apply together. None: no credentials are sent. */
  readonly security: readonly (readonly string[])[];
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly pointer: string;
  /** The name on the wire. */
  readonly name: string;
  /** The name in the object of parameters: the same, unless that is taken. */
  readonly property: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  /** How an array is written: each item as a pair of its own, or all items in one, separated by commas. */
  readonly arrays: "repeated" | "joined";
  readonly example?: Json;
}

/** How a body is written and read. */
export type Codec = "json" | "form" | "text" | "binary";

export interface Content {
  readonly pointer: string;
  readonly mediaType: string;
  readonly codec: Codec;
  /** A reference to a named schema. Binary content has none. */
  readonly schema?: Schema;
  readonly example?: Json;
}

export interface Body {
  readonly required: boolean;
  readonly description?: string;
  readonly content: Content;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly content?: Content;
}

/** The next page is the answer to the link that the page carries. */
export interface Paging {
  readonly pointer: string;
  readonly strategy: "next-link";
  /** The property of a page that holds its items. */
  readonly items: string;
  /** The property of a page that holds the link to the next one. */
  readonly next: string;
}

export type SecurityScheme =
  | { readonly name: string; readonly kind: "basic"; readonly description?: string }
  | { readonly name: string; readonly kind: "bearer"; readonly description?: string }
  | {
      readonly name: string;
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly key: string;
      readonly description?: string;
    };

export function operationsOf(api: Api): readonly Operation[] {
  return api.resources.flatMap((each) => each.operations);
}

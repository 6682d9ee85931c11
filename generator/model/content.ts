/** Bodies and answers: their media types, and how they are written and read. */
import type { Json } from "../json.js";
import type { Schema } from "./schema.js";

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

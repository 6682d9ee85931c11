/** Parameters: where they stand in a request, and how they are written. */
import type { Json } from "../json.js";
import type { Schema } from "./schema.js";

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
  /** Its values are about a person. */
  readonly personal?: true;
  readonly description?: string;
  readonly schema: Schema;
  /** How an array is written: each item as a pair of its own, or all items in one, separated by commas. */
  readonly arrays: "repeated" | "joined";
  readonly example?: Json;
}

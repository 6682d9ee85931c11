/** Parameters: where they stand in a request, and how they are written. */
import type { Json } from "../json.js";
import type { Schema } from "./schema.js";

export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** OpenAPI 3.1.1, section 4.8.12.3; `cookie` is OpenAPI 3.2's. */
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

/** The styles of each place; the first is the one that holds where none is named (OpenAPI 3.1.1, section 4.8.12.2.1). */
export const locationStyles: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

export interface Serialization {
  readonly style: ParameterStyle;
  /** Whether items and members are written one by one, under a name of their own where the style writes names. */
  readonly explode: boolean;
  /** Reserved characters of values stay as they are. */
  readonly allowReserved: boolean;
  /** The value is turned into JSON text, and that is what is written. */
  readonly json: boolean;
  /** The text is the whole query, without a name. */
  readonly whole?: true;
}

export interface Parameter extends Serialization {
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
  /** A value can be an object. */
  readonly objects: boolean;
  /** A value can be an array. */
  readonly arrays: boolean;
  readonly example?: Json;
}

/** Whether arrays and objects explode where nothing is said (OpenAPI 3.1.1, section 4.8.12.2.1). */
export const explodesByDefault = (style: ParameterStyle): boolean => style === "form" || style === "cookie";

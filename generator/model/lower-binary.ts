/** Schemas of bytes. */
import { type Json, member } from "../json.js";
import { isTextual } from "./content.js";
import type { At } from "./reader.js";

/**
 * Whether a schema stands for bytes: `format: binary` (OpenAPI 3.0, section 4.7.24.2), or a media type that is no text
 * and has no encoding (OpenAPI 3.1, section 4.8.14.3).
 */
export function isBinary(schema: At | undefined): boolean {
  const rule = (key: string): Json | undefined => member(schema?.value, key);
  const type = rule("contentMediaType");
  return (
    (rule("format") === "binary" || (typeof type === "string" && !isTextual(type))) &&
    rule("contentEncoding") === undefined &&
    isText(schema)
  );
}

/** Whether a schema can be one of texts: nothing else is said of the type. */
export const isText = (schema: At | undefined): boolean =>
  schema === undefined ||
  (member(schema.value, "type") === "string" || member(schema.value, "type") === undefined
    ? !["properties", "items", "allOf", "oneOf", "anyOf", "$ref"].some(
        (key) => member(schema.value, key) !== undefined,
      )
    : false);

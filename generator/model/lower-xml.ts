/** Lowers XML Objects (OpenAPI 3.1.1, section 4.8.26). */
import type { JsonObject } from "../json.js";
import { nonEmpty } from "./present.js";
import { type At, type Reader, booleanField, objectField, stringField } from "./reader.js";
import type { XmlAnnotation } from "./schema.js";

export function lowerXml(reader: Reader, schema: At<JsonObject>): XmlAnnotation | undefined {
  const at = objectField(reader, schema, "xml");
  if (at === undefined) return undefined;
  return nonEmpty({
    name: stringField(reader, at, "name"),
    namespace: stringField(reader, at, "namespace"),
    prefix: stringField(reader, at, "prefix"),
    attribute: booleanField(reader, at, "attribute") || undefined,
    wrapped: booleanField(reader, at, "wrapped") || undefined,
  });
}

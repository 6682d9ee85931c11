/** Lowers XML Objects (OpenAPI 3.1.1, section 4.8.26, and 3.2, section 4.26). */
import { type JsonObject, member } from "../json.js";
import { nonEmpty } from "./present.js";
import {
  type At,
  type Reader,
  booleanField,
  field,
  objectField,
  reportLater,
  stringField,
} from "./reader.js";
import type { XmlAnnotation } from "./schema.js";

export function lowerXml(reader: Reader, schema: At<JsonObject>): XmlAnnotation | undefined {
  const at = objectField(reader, schema, "xml");
  if (at === undefined) return undefined;
  const node = stringField(reader, at, "nodeType");
  const nodeAt = field(at, "nodeType");
  reportLater(reader, nodeAt);
  const isList = member(schema.value, "type") === "array";
  if (nodeAt !== undefined && node !== undefined && !isKnownNode(node, isList))
    reader.report("xml", nodeAt.pointer, `nodeType ${node} is not supported here`);
  return nonEmpty({
    name: stringField(reader, at, "name"),
    namespace: stringField(reader, at, "namespace"),
    prefix: stringField(reader, at, "prefix"),
    attribute: booleanField(reader, at, "attribute") || node === "attribute" || undefined,
    wrapped: booleanField(reader, at, "wrapped") || (isList && node === "element") || undefined,
  });
}

/** An array is no node unless it is an element; everything else is one. */
const isKnownNode = (node: string, isList: boolean): boolean =>
  ["element", isList ? "none" : "attribute"].includes(node);

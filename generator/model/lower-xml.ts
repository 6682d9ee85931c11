/** Lowers XML Objects (OpenAPI 3.1.1, section 4.8.26, and 3.2, section 4.26). */
import type { JsonObject } from "../json.js";
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
import type { XmlAnnotation, XmlNodeType } from "./schema.js";

export function lowerXml(reader: Reader, schema: At<JsonObject>): XmlAnnotation | undefined {
  const at = objectField(reader, schema, "xml");
  if (at === undefined) return undefined;
  const node = nodeType(reader, at);
  return nonEmpty({
    name: stringField(reader, at, "name"),
    namespace: stringField(reader, at, "namespace"),
    prefix: stringField(reader, at, "prefix"),
    attribute: booleanField(reader, at, "attribute") || node === "attribute" || undefined,
    wrapped: booleanField(reader, at, "wrapped") || undefined,
    node: node === "attribute" ? undefined : node,
  });
}

const nodeTypes: readonly string[] = ["element", "attribute", "text", "cdata", "none"];

function nodeType(reader: Reader, xml: At): XmlNodeType | "attribute" | undefined {
  const at = field(xml, "nodeType");
  const node = stringField(reader, xml, "nodeType");
  reportLater(reader, at);
  if (at === undefined || node === undefined) return undefined;
  if (!nodeTypes.includes(node)) reader.report("xml", at.pointer, `there is no nodeType ${node}`);
  return node as XmlNodeType | "attribute";
}

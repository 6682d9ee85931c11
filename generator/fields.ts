/** The fields of OpenAPI and JSON Schema whose members are no fields themselves. */
import { type Json, isArray, isObject } from "./json.js";

/** Members have names of the author's own: `default` among responses is a status, and `$ref` a property. */
const maps: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes", "links"],
  ...["callbacks", "pathItems", "paths", "webhooks", "mediaTypes", "content", "encoding", "examples"],
]);

const data: ReadonlySet<string> = new Set(["example", "default", "enum", "const", "value", "dataValue"]);

/** The fields of a path item that hold operations; `query` is of OpenAPI 3.2. */
export const operationFields = [
  ...(["delete", "get", "head", "options", "patch", "post", "put", "query", "trace"] as const),
];

/** Whether a text in a discriminator's mapping is a reference; what could be the name of a schema is one (OpenAPI 3.1.1, section 4.8.25.4). */
export const isMappedReference = (text: string): boolean => /[#/.]/.test(text);

/** Whether the members of a field's value go by names. */
export const holdsNames = (field: string, value: Json): boolean => maps.has(field) && isObject(value);

/** Whether a field holds data, whatever that looks like; `examples` of a schema is a list of them. */
export const holdsData = (field: string, value: Json): boolean =>
  data.has(field) || field.startsWith("x-") || (field === "examples" && isArray(value));

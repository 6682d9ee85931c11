/** What authors write in schemas that means something else, or nothing: warnings that say how it is read. */
import { type JsonObject, isArray } from "../json.js";
import { knownFormats } from "./formats.js";
import { type At, type Reader, field, reportEarlier } from "./reader.js";
import { suggestion } from "../suggestion.js";

/** Reports the mistakes of schema objects, as they are written; a format that is not known where it is first met. */
export function mistakesReporter(reader: Reader): (schema: At<JsonObject>) => void {
  const formats = new Set<string>();
  return (schema) => {
    reportMistakes(reader, schema);
    const at = field(schema, "format");
    if (at === undefined || typeof at.value !== "string" || formats.has(at.value)) return;
    formats.add(at.value);
    reportFormat(reader, at.pointer, at.value);
  };
}

function reportMistakes(reader: Reader, schema: At<JsonObject>): void {
  reportEarlierFields(reader, schema);
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = field(schema, key);
    if (list !== undefined && isArray(list.value) && list.value.length === 0)
      reader.report("schema-empty", list.pointer, key);
  }
  for (const key of Object.keys(schema.value)) {
    const meant = isKeyword(key) ? undefined : suggestion(key, keywords);
    const at = meant === undefined ? undefined : field(schema, key);
    if (at !== undefined)
      reader.report("keyword-unknown", at.pointer, `${key}; did you mean ${meant ?? ""}?`);
  }
}

/** Fields of OpenAPI 3.0 and of Swagger 2.0 that later versions say otherwise. */
function reportEarlierFields(reader: Reader, schema: At<JsonObject>): void {
  const { nullable, type, exclusiveMaximum, exclusiveMinimum } = schema.value;
  if (type === "file") reportEarlier(reader, schema, "type", "Swagger 2.0");
  if (reader.dialect === "3.0") return;
  if (nullable === true) reportEarlier(reader, schema, "nullable", "OpenAPI 3.0");
  if (typeof exclusiveMaximum === "boolean") reportEarlier(reader, schema, "exclusiveMaximum", "OpenAPI 3.0");
  if (typeof exclusiveMinimum === "boolean") reportEarlier(reader, schema, "exclusiveMinimum", "OpenAPI 3.0");
}

function reportFormat(reader: Reader, pointer: string, format: string): void {
  if (knownFormats.has(format) || reader.isNote(format)) return;
  const meant = suggestion(format, knownFormats.keys());
  reader.report(
    "format-unknown",
    pointer,
    meant === undefined ? format : `${format}; did you mean ${meant}?`,
  );
}

const isKeyword = (key: string): boolean => keywords.has(key) || key.startsWith("x-");

/** Those of JSON Schema 2020-12 and of the drafts before it, and those that OpenAPI adds. */
const keywords: ReadonlySet<string> = new Set([
  ...[
    "$schema",
    "$id",
    "$ref",
    "$anchor",
    "$dynamicRef",
    "$dynamicAnchor",
    "$vocabulary",
    "$comment",
    "$defs",
  ],
  ...[
    "definitions",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependencies",
  ],
  ...["prefixItems", "items", "contains", "properties", "patternProperties", "additionalProperties"],
  ...[
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "additionalItems",
    "type",
    "enum",
    "const",
  ],
  ...["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"],
  ...["pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties"],
  ...["minProperties", "required", "dependentRequired", "format", "contentEncoding", "contentMediaType"],
  ...["contentSchema", "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
  ...[
    "discriminator",
    "xml",
    "externalDocs",
    "example",
    "nullable",
    "id",
    "$recursiveRef",
    "$recursiveAnchor",
  ],
]);

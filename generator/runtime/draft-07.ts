/** Says JSON Schema 2020-12 in draft-07. */
import {
  type Converted,
  type Definitions,
  type JsonSchema,
  type Refuse,
  type Subschema,
  mapValue,
} from "./json-schema.js";

type Convert = (schema: Subschema) => unknown;

/** The schema and what it refers to, as one document of draft-07. */
export function toDraft07(schema: JsonSchema, $defs: Definitions, refuse: Refuse): Converted {
  const convertObject = (each: JsonSchema): Converted =>
    Object.fromEntries(
      Object.entries(each).flatMap(([keyword, value]) => rewrite(keyword, value, each, convert, refuse)),
    );
  const convert: Convert = (each) => (typeof each === "boolean" ? each : convertObject(each));
  const document = Object.keys($defs).length === 0 ? schema : { ...schema, $defs };
  return { $schema: "http://json-schema.org/draft-07/schema#", ...convertObject(document) };
}

/** What a keyword becomes. Keywords that become one are told whole by each of them. */
function rewrite(
  keyword: string,
  value: unknown,
  schema: JsonSchema,
  convert: Convert,
  refuse: Refuse,
): readonly (readonly [string, unknown])[] {
  const converted = (): unknown => mapValue(keyword, value, convert);
  switch (keyword) {
    case "$defs":
      return [["definitions", converted()]];
    case "$ref":
    case "allOf":
      return [withReference(schema, convert)];
    case "prefixItems":
      return [["items", converted()]];
    case "items":
      return [[schema.prefixItems === undefined ? "items" : "additionalItems", converted()]];
    case "contains":
      return schema.minContains === 0 ? [] : [["contains", converted()]];
    case "minContains":
      return Number(value) > 1 ? refuse(keyword) : [];
    case "dependentRequired":
    case "dependentSchemas":
      return [["dependencies", dependencies(schema, convert)]];
    case "maxContains":
    case "unevaluatedItems":
    case "unevaluatedProperties":
      return refuse(keyword);
    default:
      return [[keyword, converted()]];
  }
}

/** Draft-07 ignores what stands beside a reference (draft-handrews-json-schema-01, section 8.3). */
function withReference(schema: JsonSchema, convert: Convert): readonly [string, unknown] {
  const { $ref, allOf = [] } = schema;
  const parts = allOf.map((each) => convert(each));
  if ($ref === undefined) return ["allOf", parts];
  const reference = $ref.replace("#/$defs/", "#/definitions/");
  return Object.keys(schema).length === 1 ? ["$ref", reference] : ["allOf", [{ $ref: reference }, ...parts]];
}

function dependencies(
  { dependentRequired = {}, dependentSchemas = {} }: JsonSchema,
  convert: Convert,
): Converted {
  const schemas = Object.entries(dependentSchemas).map(([name, schema]) => {
    const required = Object.hasOwn(dependentRequired, name) ? dependentRequired[name] : undefined;
    return [
      name,
      required === undefined ? convert(schema) : { allOf: [{ required: [...required] }, convert(schema)] },
    ] as const;
  });
  return { ...structuredClone(dependentRequired), ...Object.fromEntries(schemas) };
}

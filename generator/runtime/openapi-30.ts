/** Says JSON Schema 2020-12 as a Schema Object of OpenAPI 3.0 (OpenAPI 3.0.4, section 4.7.24). */
import {
  type Converted,
  type Definitions,
  type JsonSchema,
  type JsonSchemaType,
  type Refuse,
  type Subschema,
  mapValue,
} from "./json-schema.js";

type Convert = (schema: Subschema) => Converted;
type Entries = readonly (readonly [string, unknown])[];

/** The schema with what it refers to written out: references would lead into a description that is not there. */
export function toOpenApi30(schema: JsonSchema, definitions: Definitions, refuse: Refuse): Converted {
  /** Inside of the references in `open`. */
  const inside = (open: readonly string[]): Convert => {
    const target = ($ref: string): Converted => {
      const name = $ref.slice("#/$defs/".length);
      if (open.includes(name)) return refuse(`${name} contains itself`);
      return inside([...open, name])(definitions[name] as JsonSchema);
    };
    const convert: Convert = (each) => {
      if (typeof each === "boolean") return each ? {} : { not: {} };
      const { $ref } = each;
      if ($ref !== undefined && Object.keys(each).length === 1) return target($ref);
      const entries = Object.entries(each).flatMap(([keyword, value]) =>
        rewrite(keyword, value, each, convert, refuse),
      );
      const parts = [...($ref === undefined ? [] : [target($ref)]), ...partsOf(each, convert)];
      return Object.fromEntries(parts.length === 0 ? entries : [...entries, ["allOf", parts]]);
    };
    return convert;
  };
  return inside([])(schema);
}

/** What a keyword becomes, apart from what `partsOf` makes of it. */
function rewrite(
  keyword: string,
  value: unknown,
  schema: JsonSchema,
  convert: Convert,
  refuse: Refuse,
): Entries {
  switch (keyword) {
    case "type":
      return typeEntries(schema);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return boundEntries(keyword, schema);
    case "const":
      return [["enum", structuredClone([value])]];
    case "examples":
      return [["example", structuredClone((value as readonly unknown[])[0])]];
    case "additionalProperties":
      return [[keyword, typeof value === "boolean" ? value : mapValue(keyword, value, convert)]];
    case "$ref":
    case "allOf":
    case "if":
    case "then":
    case "else":
    case "contains":
    case "dependentRequired":
    case "dependentSchemas":
      return [];
    case "minContains":
      return Number(value) > 1 ? refuse(keyword) : [];
    case "maxContains":
    case "prefixItems":
    case "unevaluatedItems":
    case "patternProperties":
    case "propertyNames":
    case "unevaluatedProperties":
      return refuse(keyword);
    default:
      return [[keyword, mapValue(keyword, value, convert)]];
  }
}

/** There is one type, null is a mark beside it, and an array says what its items are. */
function typeEntries(schema: JsonSchema): Entries {
  const branches = typeBranches(schema);
  if (branches.length === 0) return [["enum", [null]]];
  if (branches.length > 1) return schema.anyOf === undefined ? [["anyOf", branches]] : [];
  return Object.entries(branches[0] ?? {}).filter(([key]) => key !== "items" || schema.items === undefined);
}

/** A schema for each type but null. */
function typeBranches({ type = [], enum: values, ...rest }: JsonSchema): readonly Converted[] {
  const types = [type].flat() as readonly JsonSchemaType[];
  const allowed = values ?? ("const" in rest ? [rest.const] : [null]);
  const nullable = types.includes("null") && allowed.includes(null);
  return types
    .filter((each) => each !== "null")
    .map((each, i) => ({
      type: each,
      ...(nullable && i === 0 ? { nullable: true } : {}),
      ...(each === "array" ? { items: {} } : {}),
    }));
}

/** The tighter of two bounds, which may be marked as exclusive. */
function boundEntries(keyword: string, schema: JsonSchema): Entries {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = schema;
  const { maximum = Infinity, exclusiveMaximum = Infinity } = schema;
  switch (keyword) {
    case "minimum":
      return minimum > exclusiveMinimum ? [[keyword, minimum]] : [];
    case "maximum":
      return maximum < exclusiveMaximum ? [[keyword, maximum]] : [];
    case "exclusiveMinimum":
      return minimum > exclusiveMinimum
        ? []
        : [
            ["minimum", exclusiveMinimum],
            [keyword, true],
          ];
    default:
      return maximum < exclusiveMaximum
        ? []
        : [
            ["maximum", exclusiveMaximum],
            [keyword, true],
          ];
  }
}

/** What must hold besides, where other words than 2020-12 has are needed for it. */
function partsOf(schema: JsonSchema, convert: Convert): readonly Converted[] {
  const { allOf = [], anyOf, contains, minContains, dependentRequired = {}, dependentSchemas = {} } = schema;
  const { if: condition, then = true, else: otherwise = true } = schema;
  const types = typeBranches(schema);
  const lacks = (name: string): Converted => ({ not: { type: "object", required: [name] } });
  return [
    ...allOf.map((each) => convert(each)),
    ...(anyOf !== undefined && types.length > 1 ? [{ anyOf: types }] : []),
    ...(condition === undefined
      ? []
      : [
          { anyOf: [{ not: convert(condition) }, convert(then)] },
          { anyOf: [convert(condition), convert(otherwise)] },
        ]),
    ...(contains === undefined || minContains === 0
      ? []
      : [{ not: { type: "array", items: { not: convert(contains) } } }]),
    ...Object.entries(dependentRequired).map(([name, required]) => ({
      anyOf: [lacks(name), { required: [...required] }],
    })),
    ...Object.entries(dependentSchemas).map(([name, each]) => ({ anyOf: [lacks(name), convert(each)] })),
  ];
}

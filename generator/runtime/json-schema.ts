/** JSON Schema 2020-12 as a type, and the way into the schemas inside a schema. */

export type JsonSchemaType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** `true` allows every value, `false` none (JSON Schema 2020-12 Core, section 4.3.2). */
export type Subschema = JsonSchema | boolean;

type NamedSubschemas = { readonly [name: string]: Subschema };

/** A schema object of JSON Schema 2020-12, with the keywords that schemas of this package have. */
export type JsonSchema = {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Definitions;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: JsonSchemaType | readonly JsonSchemaType[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly prefixItems?: readonly Subschema[];
  readonly items?: Subschema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: Subschema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: Subschema;
  readonly properties?: NamedSubschemas;
  readonly required?: readonly string[];
  readonly patternProperties?: NamedSubschemas;
  readonly additionalProperties?: Subschema;
  readonly propertyNames?: Subschema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly dependentSchemas?: NamedSubschemas;
  readonly unevaluatedProperties?: Subschema;
  readonly allOf?: readonly Subschema[];
  readonly anyOf?: readonly Subschema[];
  readonly oneOf?: readonly Subschema[];
  readonly not?: Subschema;
  readonly if?: Subschema;
  readonly then?: Subschema;
  readonly else?: Subschema;
};

/** A schema object of another dialect. */
export type Converted = Record<string, unknown>;

/** The schemas behind references, by the name in the reference. */
export type Definitions = { readonly [name: string]: JsonSchema };

/** Throws: the dialect has no words for something. */
export type Refuse = (what: string) => never;

/** The keywords that hold one schema, several in a list, or several by name. */
const single = new Set([
  ...["items", "contains", "unevaluatedItems", "additionalProperties", "propertyNames"],
  ...["unevaluatedProperties", "not", "if", "then", "else"],
]);
const lists = new Set(["prefixItems", "allOf", "anyOf", "oneOf"]);
const named = new Set(["$defs", "properties", "patternProperties", "dependentSchemas"]);

/** The value of a keyword with the schemas that it holds replaced; a copy where it holds none. */
export function mapValue(keyword: string, value: unknown, map: (schema: Subschema) => unknown): unknown {
  if (single.has(keyword)) return map(value as Subschema);
  if (lists.has(keyword)) return (value as readonly Subschema[]).map((each) => map(each));
  if (!named.has(keyword)) return structuredClone(value);
  const schemas = Object.entries(value as NamedSubschemas);
  return Object.fromEntries(schemas.map(([name, each]) => [name, map(each)]));
}

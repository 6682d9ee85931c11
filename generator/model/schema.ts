/** What a schema means, in the terms of JSON Schema 2020-12: rules by JSON type, combinators, references, annotations. */
import { type Json, isArray, isObject } from "../json.js";
import type { ConverterRef, StringFormat } from "./formats.js";

export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";
/** In the order in which types are shown: null last. */
export const jsonTypes: readonly JsonType[] = [
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
  "null",
];

/** Names a schema that others refer to: its JSON Pointer, and the direction where the two directions differ. */
export type SchemaId = string;

/** The way a value travels. A request leaves out `readOnly` properties, a response `writeOnly` ones. */
export type Direction = "request" | "response";

/**
 * One schema in one direction. Absent rules allow everything, and each group of rules constrains only values of its
 * own JSON type (JSON Schema 2020-12 Core, section 7.6.1).
 */
export interface Schema {
  readonly pointer: string;
  /** The schema `false`: no value is valid. */
  readonly never?: true;
  /** `$ref`: the referenced schema applies beside all other rules. */
  readonly ref?: SchemaId;
  /** Stands for bytes, which JSON can only hold as text. */
  readonly binary?: true;
  /** The value is a file, which no JSON can hold: `binary`, in a body of parts. No other rule stands beside it. */
  readonly file?: true;
  /** Allowed JSON types; absent: any. */
  readonly types?: readonly JsonType[];
  /** Allowed values (`enum`, or `const` as a list of one). */
  readonly enum?: readonly Json[];
  /** `enum` was written as `const`. */
  readonly constant?: true;
  /** Its texts or numbers are read as values of another type and written from them; all other rules speak of the wire. */
  readonly converter?: ConverterRef;
  readonly string?: StringRules;
  readonly number?: NumberRules;
  readonly array?: ArrayRules;
  readonly object?: ObjectRules;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly conditional?: Conditional;
  /** How the branches of `oneOf` or `anyOf` are told apart; only present when it tells all of them apart. */
  readonly discriminator?: Discriminator;
  readonly annotations: Annotations;
}

/** `if`, `then` and `else`. */
export interface Conditional {
  readonly if: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** Lengths count Unicode code points. `pattern` is an ECMAScript regular expression that need not be anchored. */
export interface StringRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  /** A format that is asserted; others are annotations. */
  readonly format?: StringFormat;
}

/** A regular expression that compiles with `flags`. */
export interface Pattern {
  readonly source: string;
  readonly flags: "u" | "";
}

export interface NumberRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly format?: string;
}

export interface ArrayRules {
  readonly prefixItems?: readonly Schema[];
  /** For the items after `prefixItems`. */
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly contains?: Contains;
  readonly unevaluatedItems?: Schema;
}

/** `contains` with `minContains` (1 where nothing is said) and `maxContains`. */
export interface Contains {
  readonly schema: Schema;
  readonly min: number;
  readonly max?: number;
}

export interface ObjectRules {
  readonly properties: readonly Property[];
  readonly patternProperties: readonly PatternProperty[];
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: readonly DependentRequired[];
  readonly dependentSchemas?: readonly DependentSchema[];
  readonly unevaluatedProperties?: Schema;
}

/** Where the property `name` is present, so must be `required`. */
export interface DependentRequired {
  readonly name: string;
  readonly required: readonly string[];
}

/** Where the property `name` is present, `schema` applies to the object as a whole. */
export interface DependentSchema {
  readonly name: string;
  readonly schema: Schema;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  /** What its value must be; for one that is only required, what the rules for other properties say. */
  readonly schema: Schema;
  /** Only `required` names it: the rules for other properties apply to it. */
  readonly undeclared?: true;
}

export interface PatternProperty {
  readonly pattern: Pattern;
  readonly schema: Schema;
}

export interface Discriminator {
  readonly property: string;
  /** For each branch, in order, the values that choose it. */
  readonly tags: readonly (readonly Json[])[];
  /** For each branch, in order, whether its own schema asks for just these values. */
  readonly declared: readonly boolean[];
}

export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  /** There is one, written as `example`, which OpenAPI had before JSON Schema had `examples`. */
  readonly isSingle?: true;
  readonly deprecated?: true;
  /** Its values are about a person (`x-pii`): logs must not hold them. */
  readonly personal?: true;
  /** A format that is not asserted. */
  readonly format?: string;
  /** How its values stand in XML. */
  readonly xml?: XmlAnnotation;
}

/** An XML Object (OpenAPI 3.1.1, section 4.8.26). */
export interface XmlAnnotation {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: true;
  readonly wrapped?: true;
  /** What stands for the value (OpenAPI 3.2, section 4.26.2); `attribute` is said above. */
  readonly node?: XmlNodeType;
}

export type XmlNodeType = "element" | "text" | "cdata" | "none";

/** A schema with a TypeScript name. */
export interface NamedSchema {
  readonly id: SchemaId;
  /** Of its type and its validator. */
  readonly name: string;
  /** Of its fixture. */
  readonly factory: string;
  /** Of its modules, without folder and ending. */
  readonly file: string;
  readonly schema: Schema;
  /** The file of the resource whose operations own it; absent: it stands by itself. */
  readonly resource?: string;
}

export type SchemaTable = ReadonlyMap<SchemaId, NamedSchema>;

/** Whether a value is of a JSON type; a number without fraction is an integer. */
export function isOfType(value: Json, type: JsonType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "boolean":
    case "number":
    case "string":
      return typeof value === type;
  }
}

/** The named schema behind an id; every id in the model is in the table. */
export function named(table: SchemaTable, id: SchemaId): NamedSchema {
  const found = table.get(id);
  if (found === undefined) throw new Error(`bug: schema ${id} was never lowered`);
  return found;
}

/** Whether the schema allows exactly the null value. */
export function isNull(schema: Schema): boolean {
  return schema.types?.length === 1 && schema.types[0] === "null";
}

/** Whether the schema is nothing but a reference to another. */
export function isPureRef(schema: Schema): schema is Schema & { readonly ref: SchemaId } {
  return schema.ref !== undefined && !hasRules(schema, "ref");
}

/** Whether anything, but for the rule that is excepted, could make a value invalid. */
export function hasRules(schema: Schema, except?: (typeof rules)[number]): boolean {
  return rules.some((rule) => rule !== except && schema[rule] !== undefined);
}

const rules = [
  "never",
  "file",
  "ref",
  "types",
  "enum",
  "string",
  "number",
  "array",
  "object",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "conditional",
] as const satisfies readonly (keyof Schema)[];

/** The schemas that a schema applies to the very value that it is applied to, references not followed. */
export function inPlaceSchemas(schema: Schema): readonly Schema[] {
  const { not, conditional, object } = schema;
  return [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(not ? [not] : []),
    ...(conditional ? [conditional.if, conditional.then, conditional.else].filter(isDefined) : []),
    ...(object?.dependentSchemas?.map((each) => each.schema) ?? []),
  ];
}

/** The same schema with other schemas directly inside it, references not followed. */
export function mapSchemas(schema: Schema, map: (inner: Schema) => Schema): Schema {
  const { allOf, anyOf, oneOf, not, conditional, array, object } = schema;
  return {
    ...schema,
    ...mapMembers({ allOf, anyOf, oneOf, not }, map),
    ...(conditional && { conditional: { ...conditional, ...mapMembers({ ...conditional }, map) } }),
    ...(array && { array: mapArray(array, map) }),
    ...(object && { object: mapObject(object, map) }),
  };
}

type Inner = Schema | readonly Schema[] | undefined;

/** The members that are there, mapped. */
function mapMembers<T extends Readonly<Record<string, Inner>>>(
  members: T,
  map: (inner: Schema) => Schema,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const mapped = Object.entries(members).flatMap(([key, each]) =>
    each === undefined ? [] : [[key, Array.isArray(each) ? each.map(map) : map(each as Schema)]],
  );
  return Object.fromEntries(mapped) as { [K in keyof T]?: NonNullable<T[K]> };
}

function mapArray(array: ArrayRules, map: (inner: Schema) => Schema): ArrayRules {
  const { prefixItems, items, unevaluatedItems, contains } = array;
  return {
    ...array,
    ...mapMembers({ prefixItems, items, unevaluatedItems }, map),
    ...(contains && { contains: { ...contains, schema: map(contains.schema) } }),
  };
}

function mapObject(object: ObjectRules, map: (inner: Schema) => Schema): ObjectRules {
  const { additionalProperties, propertyNames, unevaluatedProperties, dependentSchemas } = object;
  const mapped = <T extends { readonly schema: Schema }>(each: T): T => ({
    ...each,
    schema: map(each.schema),
  });
  return {
    ...object,
    properties: object.properties.map(mapped),
    patternProperties: object.patternProperties.map(mapped),
    ...mapMembers({ additionalProperties, propertyNames, unevaluatedProperties }, map),
    ...(dependentSchemas && { dependentSchemas: dependentSchemas.map(mapped) }),
  };
}

/** The schemas directly inside a schema, references not followed. */
export function childSchemas(schema: Schema): readonly Schema[] {
  const { array, object } = schema;
  return [
    ...inPlaceSchemas(schema),
    ...itemSchemas(schema),
    ...[array?.contains?.schema, array?.unevaluatedItems].filter(isDefined),
    ...memberSchemas(schema),
    ...[object?.propertyNames, object?.unevaluatedProperties].filter(isDefined),
  ];
}

/** The schemas of the items of an array, one by one and all the rest. */
export const itemSchemas = ({ array }: Pick<Schema, "array">): readonly Schema[] => [
  ...(array?.prefixItems ?? []),
  ...[array?.items].filter(isDefined),
];

/** The schemas of the members of an object, by name, by pattern and all the rest. */
export const memberSchemas = ({ object }: Pick<Schema, "object">): readonly Schema[] => [
  ...(object?.properties.map((each) => each.schema) ?? []),
  ...(object?.patternProperties.map((each) => each.schema) ?? []),
  ...[object?.additionalProperties].filter(isDefined),
];

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** The ids a schema refers to, directly or through the schemas inside it. */
export function refsOf(schema: Schema): readonly SchemaId[] {
  return [...(schema.ref === undefined ? [] : [schema.ref]), ...childSchemas(schema).flatMap(refsOf)];
}

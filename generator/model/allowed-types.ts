/** Which JSON types the values of a schema can have, references followed. */
import type { Json } from "../json.js";
import { describing } from "./in-place.js";
import { answersByName } from "./named-answers.js";
import { type JsonType, type Schema, type SchemaTable, jsonTypes } from "./schema.js";

/** Integers are numbers: where `number` is in a set, so is `integer`. */
export type TypeSet = ReadonlySet<JsonType>;

const all: TypeSet = new Set(jsonTypes);

/** The only types that values of a schema can have: no value of another type is valid. */
export function allowedTypes(schema: Schema, table: SchemaTable): TypeSet {
  const of = (each: Schema): TypeSet => allowedTypes(each, table);
  const { never, ref, types, enum: values, allOf = [], anyOf, oneOf } = schema;
  if (never) return new Set();
  return [
    ...(types === undefined ? [] : [withIntegers(types)]),
    ...(values === undefined ? [] : [withIntegers(values.map(typeOfJson))]),
    ...(ref === undefined ? [] : [typesOfNamed(ref, table)]),
    ...allOf.map(of),
    ...[anyOf, oneOf].flatMap((branches) => (branches === undefined ? [] : [unite(branches.map(of))])),
  ].reduce(intersection, all);
}

/** Within itself a schema allows everything, which is never too little. */
const typesOfNamed = answersByName(all, allowedTypes);

/** Whether a set leaves nothing out. */
export const isOpen = (types: TypeSet): boolean => types.size === all.size;

/** The types that a schema allows; where it leaves them open, those that it names or that its rules speak of. */
export function meantTypes(schema: Schema, table: SchemaTable): TypeSet {
  const allowed = allowedTypes(schema, table);
  if (!isOpen(allowed)) return allowed;
  return unite(describing(schema, table).map(spokenOf));
}

const spokenOf = (schema: Schema): TypeSet =>
  schema.types === undefined
    ? new Set(jsonTypes.filter((type) => type in schema))
    : withIntegers(schema.types);

/** In the order in which types are shown; no integers beside numbers. */
export const shownTypes = (types: TypeSet): readonly JsonType[] =>
  jsonTypes.filter((each) => types.has(each) && (each !== "integer" || !types.has("number")));

export const unite = (sets: readonly TypeSet[]): TypeSet => new Set(sets.flatMap((each) => [...each]));

const withIntegers = (types: readonly JsonType[]): TypeSet =>
  new Set(types.includes("number") ? [...types, "integer"] : types);

const intersection = (a: TypeSet, b: TypeSet): TypeSet => new Set([...a].filter((each) => b.has(each)));

function typeOfJson(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

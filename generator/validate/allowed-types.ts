/** Which JSON types a schema allows, references followed. */
import type { Json } from "../json.js";
import {
  type JsonType,
  type Schema,
  type SchemaId,
  type SchemaTable,
  jsonTypes,
  named,
} from "../model/schema.js";

/** Integers are numbers: where `number` is in a set, so is `integer`. */
export type TypeSet = ReadonlySet<JsonType>;

/** The only types that values of a schema can have; no value of another type is valid. */
export function allowedTypes(
  schema: Schema,
  table: SchemaTable,
  open: ReadonlySet<SchemaId> = new Set(),
): TypeSet {
  const of = (each: Schema): TypeSet => allowedTypes(each, table, open);
  const { ref, types, enum: values, allOf = [], anyOf, oneOf } = schema;
  if (schema.never) return new Set();
  return [
    ...(types === undefined ? [] : [withIntegers(types)]),
    ...(values === undefined ? [] : [withIntegers(values.map(typeOfJson))]),
    ...(ref === undefined || open.has(ref)
      ? []
      : [allowedTypes(named(table, ref).schema, table, new Set([...open, ref]))]),
    ...allOf.map(of),
    ...[anyOf, oneOf].flatMap((branches) => (branches === undefined ? [] : [union(branches.map(of))])),
  ].reduce(intersection, new Set(jsonTypes));
}

/** In the order in which types are shown; no integers beside numbers. */
export const shownTypes = (types: TypeSet): readonly JsonType[] =>
  jsonTypes.filter((each) => types.has(each) && (each !== "integer" || !types.has("number")));

const withIntegers = (types: readonly JsonType[]): TypeSet =>
  new Set(types.includes("number") ? [...types, "integer"] : types);

const union = (sets: readonly TypeSet[]): TypeSet => new Set(sets.flatMap((each) => [...each]));

const intersection = (a: TypeSet, b: TypeSet): TypeSet => new Set([...a].filter((each) => b.has(each)));

function typeOfJson(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

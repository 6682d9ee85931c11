/** The JSON types that the values of a schema can have. */
import {
  type JsonType,
  type Schema,
  type SchemaId,
  type SchemaTable,
  isOfType,
  jsonTypes,
  named,
} from "./schema.js";

export type Types = ReadonlySet<JsonType>;

export const unite = (all: readonly Types[]): Types => new Set(all.flatMap((each) => [...each]));

/** The types that a schema allows by name or by listing values; all where it says nothing. */
export function typesOf(schema: Schema, table: SchemaTable, known: Map<SchemaId, Types> = new Map()): Types {
  const { never, ref, types, enum: values, allOf = [], anyOf, oneOf } = schema;
  if (never) return new Set();
  const inner = (each: Schema): Types => typesOf(each, table, known);
  const all: readonly Types[] = [
    ...(ref === undefined ? [] : [typesOfRef(ref, table, known)]),
    ...(values === undefined
      ? []
      : [new Set(jsonTypes.filter((type) => values.some((each) => isOfType(each, type))))]),
    ...(types === undefined ? [] : [new Set(types.flatMap(alsoNumber))]),
    ...allOf.map(inner),
    ...[anyOf, oneOf].flatMap((branches) => (branches === undefined ? [] : [unite(branches.map(inner))])),
  ];
  return new Set(jsonTypes.filter((type) => all.every((each) => each.has(type))));
}

/** Within itself a schema allows everything. */
function typesOfRef(ref: SchemaId, table: SchemaTable, known: Map<SchemaId, Types>): Types {
  const found = known.get(ref);
  if (found !== undefined) return found;
  known.set(ref, new Set(jsonTypes));
  const types = typesOf(named(table, ref).schema, table, known);
  known.set(ref, types);
  return types;
}

/** Every integer is a number, and a text of either is read alike. */
const alsoNumber = (type: JsonType): readonly JsonType[] =>
  type === "integer" || type === "number" ? ["integer", "number"] : [type];

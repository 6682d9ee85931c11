/** The schemas that apply to one and the same value, references followed, the schema itself first, each once. */
import { type Schema, type SchemaTable, inPlaceSchemas, named } from "./schema.js";

/** All of them. */
export const applied = (schema: Schema, table: SchemaTable): readonly Schema[] =>
  reach(schema, table, inPlaceSchemas);

/** Those that say what a value is: not what it must not be, and not what a condition asks of it. */
export const describing = (schema: Schema, table: SchemaTable): readonly Schema[] =>
  reach(schema, table, (each) =>
    inPlaceSchemas(each).filter((inner) => inner !== each.not && inner !== each.conditional?.if),
  );

function reach(
  schema: Schema,
  table: SchemaTable,
  inside: (schema: Schema) => readonly Schema[],
): readonly Schema[] {
  const found = new Set([schema]);
  for (const each of found) {
    if (each.ref !== undefined) found.add(named(table, each.ref).schema);
    for (const inner of inside(each)) found.add(inner);
  }
  return [...found];
}

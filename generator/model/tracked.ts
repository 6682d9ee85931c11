/** Which schemas must note what they judge: those that stand in place within one that asks for what was not judged. */
import {
  type Schema,
  type SchemaId,
  type SchemaTable,
  childSchemas,
  inPlaceSchemas,
  named,
} from "./schema.js";

/** Whether a schema has rules for the parts of a value that nothing else has judged. */
export function asksForUnevaluated({ array, object }: Schema): boolean {
  return array?.unevaluatedItems !== undefined || object?.unevaluatedProperties !== undefined;
}

const known = new WeakMap<SchemaTable, ReadonlySet<SchemaId>>();

/** The named schemas that note what they judge. */
export function trackedSchemas(table: SchemaTable): ReadonlySet<SchemaId> {
  const tracked = known.get(table) ?? findTracked(table);
  known.set(table, tracked);
  return tracked;
}

function findTracked(table: SchemaTable): ReadonlySet<SchemaId> {
  const tracked = new Set<SchemaId>();
  const follow = (schema: Schema): void => {
    if (schema.ref !== undefined && !tracked.has(schema.ref)) {
      tracked.add(schema.ref);
      follow(named(table, schema.ref).schema);
    }
    inPlaceSchemas(schema).forEach(follow);
  };
  const search = (schema: Schema): void => {
    if (asksForUnevaluated(schema)) follow(schema);
    childSchemas(schema).forEach(search);
  };
  for (const each of table.values()) search(each.schema);
  return tracked;
}

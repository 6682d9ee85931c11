/** What tells schemas apart by all that they say, and all that the schemas which they lead to say. */
import { closureDigests } from "../graph.js";
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";
import { trackedSchemas } from "../model/tracked.js";

/** Equal for a schema of two descriptions where nothing that it leads to differs, so that the same is printed of it. */
export function closureKeys(table: SchemaTable): ReadonlyMap<SchemaId, string> {
  const tracked = trackedSchemas(table);
  return closureDigests(
    table.keys(),
    (id) => refsOf(named(table, id).schema),
    (id) => JSON.stringify([named(table, id), tracked.has(id)]),
  );
}

/** What tells schemas apart by all that they say, and all that the schemas which they lead to say. */
import { digest } from "../digest.js";
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";
import { trackedSchemas } from "../model/tracked.js";
import { componentsOf } from "./order.js";

/** Equal for a schema of two descriptions where nothing that it leads to differs, so that the same is printed of it. */
export function closureKeys(table: SchemaTable): ReadonlyMap<SchemaId, string> {
  const tracked = trackedSchemas(table);
  const keys = new Map<SchemaId, string>();
  for (const group of componentsOf(table)) {
    const schemas = group.map((id) => named(table, id));
    const below = new Set(
      schemas.flatMap(({ schema }) => refsOf(schema)).filter((id) => !group.includes(id)),
    );
    const key = digest(
      JSON.stringify([
        schemas,
        group.map((id) => tracked.has(id)),
        [...below].map((id) => [id, keys.get(id)]),
      ]),
    );
    for (const id of group) keys.set(id, key);
  }
  return keys;
}

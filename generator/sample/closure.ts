/** What tells schemas apart by all that they say, and all that the schemas which they lead to say. */
import { digest } from "../digest.js";
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";
import { componentsOf } from "./order.js";

/** Equal for a schema of two descriptions where nothing that it leads to differs. */
export function closureKeys(table: SchemaTable): ReadonlyMap<SchemaId, string> {
  const keys = new Map<SchemaId, string>();
  for (const group of componentsOf(table)) {
    const schemas = group.map((id) => named(table, id).schema);
    const below = new Set(schemas.flatMap(refsOf).filter((id) => !group.includes(id)));
    const key = digest(JSON.stringify([group, schemas, [...below].map((id) => [id, keys.get(id)])]));
    for (const id of group) keys.set(id, key);
  }
  return keys;
}

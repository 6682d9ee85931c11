/** Schemas that contain themselves. */
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";

/** Whether one schema can be reached from another and leads back to it. */
export function recursionOf(table: SchemaTable): (from: SchemaId, to: SchemaId) => boolean {
  const reachable = new Map<SchemaId, ReadonlySet<SchemaId>>();
  const reach = (start: SchemaId): ReadonlySet<SchemaId> => {
    const known = reachable.get(start);
    if (known !== undefined) return known;
    const seen = new Set<SchemaId>(refsOf(named(table, start).schema));
    for (const id of seen) for (const next of refsOf(named(table, id).schema)) seen.add(next);
    reachable.set(start, seen);
    return seen;
  };
  return (from, to) => reach(to).has(from);
}

/** Whether following the calls from a fixture leads back to it. */
export function neverEnds(kept: ReadonlyMap<SchemaId, readonly SchemaId[]>, start: SchemaId): boolean {
  const seen = new Set(kept.get(start) ?? []);
  for (const id of seen) for (const next of kept.get(id) ?? []) seen.add(next);
  return seen.has(start);
}

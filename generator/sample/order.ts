/** The order in which schemas can be worked out: each after those that it refers to. */
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";

/** Groups of schemas that refer to each other, dependencies first (Tarjan's strongly connected components). */
export function componentsOf(table: SchemaTable): readonly (readonly SchemaId[])[] {
  const groups: SchemaId[][] = [];
  const index = new Map<SchemaId, number>();
  const low = new Map<SchemaId, number>();
  const stack: SchemaId[] = [];
  const onStack = new Set<SchemaId>();

  const visit = (id: SchemaId): number => {
    const own = index.size;
    let lowest = own;
    index.set(id, own);
    stack.push(id);
    onStack.add(id);
    for (const next of new Set(refsOf(named(table, id).schema))) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (onStack.has(next)) lowest = Math.min(lowest, low.get(next) ?? index.get(next) ?? lowest);
    }
    low.set(id, lowest);
    if (lowest === own) {
      const group = stack.splice(stack.indexOf(id));
      for (const each of group) onStack.delete(each);
      groups.push(group);
    }
    return lowest;
  };

  for (const id of table.keys()) if (!index.has(id)) visit(id);
  return groups;
}

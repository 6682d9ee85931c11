/** Questions about named schemas whose answers are needed often, and may depend on themselves. */
import { type Schema, type SchemaId, type SchemaTable, named } from "./schema.js";

/**
 * Answers a question about a named schema, worked out once for each table. Where the answer is asked for while it is
 * worked out, because the schema refers to itself, it is `within`.
 */
export function answersByName<T>(
  within: T,
  answer: (schema: Schema, table: SchemaTable) => T,
): (id: SchemaId, table: SchemaTable) => T {
  const known = new WeakMap<SchemaTable, Map<SchemaId, T>>();
  return (id, table) => {
    const answers = known.get(table) ?? new Map<SchemaId, T>();
    known.set(table, answers);
    const found = answers.get(id);
    if (found !== undefined) return found;
    answers.set(id, within);
    const result = answer(named(table, id).schema, table);
    answers.set(id, result);
    return result;
  };
}

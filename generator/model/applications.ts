/** How many schemas apply to one value when all references are followed, one counted as often as it is met. */
import type { Report } from "../diagnostics.js";
import { type Schema, type SchemaId, type SchemaTable, inPlaceSchemas, named } from "./schema.js";

/** Checking a value takes a step for each; with more than this nobody could wait for it. */
const most = 100_000;

/** Reports schemas that refer to each other in so many ways that no value could be checked; none may contain itself. */
export function reportExplosions(table: SchemaTable, report: Report): void {
  const counts = new Map<SchemaId, number>();
  const countNamed = (id: SchemaId): number => {
    const found = counts.get(id);
    if (found !== undefined) return found;
    const all = count(named(table, id).schema);
    counts.set(id, all);
    return all;
  };
  const count = (schema: Schema): number =>
    [
      ...(schema.ref === undefined ? [] : [countNamed(schema.ref)]),
      ...inPlaceSchemas(schema).map(count),
    ].reduce((sum, each) => sum + each, 1);
  const refsIn = (schema: Schema): readonly SchemaId[] => [
    ...(schema.ref === undefined ? [] : [schema.ref]),
    ...inPlaceSchemas(schema).flatMap(refsIn),
  ];
  for (const { id, name, schema } of table.values())
    // What leads to one of them is not told of as well.
    if (countNamed(id) > most && refsIn(schema).every((each) => countNamed(each) <= most))
      report("schema-explosion", schema.pointer, `${name}: more than ${most}`);
}

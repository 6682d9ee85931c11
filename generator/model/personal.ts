/** Personal data: by which names it stands in the parameters, the bodies and the answers of an operation. */
import { byCodeUnit } from "../json.js";
import type { Operation } from "./api.js";
import { type Schema, type SchemaTable, childSchemas, named } from "./schema.js";

/** Stands for a body as a whole. */
export const whole = "*";

/** The names of parameters and properties, sorted. What has no name of its own goes by that of what it is in. */
export function personalNames(
  { parameters, body, responses }: Operation,
  table: SchemaTable,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (schema: Schema, name: string): void => {
    if (schema.annotations.personal) found.add(name);
    if (schema.ref !== undefined && !seen.has(`${name} ${schema.ref}`)) {
      seen.add(`${name} ${schema.ref}`);
      visit(named(table, schema.ref).schema, name);
    }
    const { object } = schema;
    const nameless = object === undefined ? schema : { ...schema, object: { ...object, properties: [] } };
    for (const each of object?.properties ?? []) visit(each.schema, each.name);
    for (const each of childSchemas(nameless)) visit(each, name);
  };
  for (const each of parameters) {
    if (each.personal) found.add(each.name);
    visit(each.schema, each.name);
  }
  const contents = [body, ...responses].flatMap((each) => each?.contents ?? []);
  for (const { schema } of contents) if (schema !== undefined) visit(schema, whole);
  return [...found].sort(byCodeUnit);
}

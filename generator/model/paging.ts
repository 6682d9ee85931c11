/** Pages, as their schemas describe them. */
import { type Response, usualContent } from "./content.js";
import { type Schema, type SchemaTable, named } from "./schema.js";

/** The next page is the answer to the link that the page carries. */
export interface Paging {
  readonly pointer: string;
  readonly strategy: "next-link";
  /** The property of a page that holds its items. */
  readonly items: string;
  /** The property of a page that holds the link to the next one. */
  readonly next: string;
}

/** The schema of a property of the successful answer. */
export function pageProperty(
  responses: readonly Response[],
  name: string,
  table: SchemaTable,
): Schema | undefined {
  const success = responses.find((each) => each.status.startsWith("2"));
  const page = usualContent(success?.contents ?? [])?.schema;
  return page && propertyOf(page, name, table);
}

function propertyOf(schema: Schema, name: string, table: SchemaTable): Schema | undefined {
  const own = schema.object?.properties.find((each) => each.name === name)?.schema;
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  const found = own ?? parts.map((each) => propertyOf(each, name, table)).find((each) => each !== undefined);
  return found?.ref !== undefined && found.array === undefined ? named(table, found.ref).schema : found;
}

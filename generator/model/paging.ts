/** Pages: how the next one is found, and where a page holds what matters. */
import { splitPointer } from "../json.js";
import type { Operation } from "./api.js";
import { type Response, usualContent } from "./content.js";
import { type Schema, type SchemaTable, isNull, named } from "./schema.js";

/** Property names, from a value down to a part of it; none stand for the value itself. */
export type Place = readonly string[];

/** What all strategies have in common. */
interface Pages {
  readonly pointer: string;
  /** Where a page holds its items. */
  readonly items: Place;
}

/** The page carries the URL of the next one. */
export interface NextLink extends Pages {
  readonly strategy: "next-link";
  readonly next: Place;
}

/** The header `Link` carries it (RFC 8288). */
export interface LinkHeader extends Pages {
  readonly strategy: "link-header";
}

/** A parameter says after what the next page begins. */
export interface Cursor extends Pages {
  readonly strategy: "cursor";
  /** Of the query, or a place in the body: see `parameterAt`. */
  readonly parameter: string;
  /** Where the cursor is: in the page, or in its last item. */
  readonly cursor: { readonly in: "page" | "last"; readonly place: Place };
  /** Where the page says whether there are more. */
  readonly more?: Place;
}

/** A parameter says how many items are skipped. */
export interface Offset extends Pages {
  readonly strategy: "offset";
  readonly parameter: string;
  /** The parameter for the size of a page: a smaller page is the last one. */
  readonly size?: string;
  /** Where the page says how many items there are in all. */
  readonly total?: Place;
}

/** A parameter counts the pages. */
export interface PageNumber extends Pages {
  readonly strategy: "page-number";
  readonly parameter: string;
  readonly size?: string;
  /** Where the page says how many pages there are. */
  readonly total?: Place;
}

export type Paging = NextLink | LinkHeader | Cursor | Offset | PageNumber;

/** A parameter of the query, or a property of the body. */
export type PageParameter =
  | { readonly in: "query"; readonly name: string; readonly schema: Schema }
  | { readonly in: "body"; readonly place: Place; readonly schema: Schema };

/** What a name stands for: a parameter of the query, or else a place in a body of JSON or of a form. */
export function parameterAt(
  { parameters, body }: Pick<Operation, "parameters" | "body">,
  name: string,
  table: SchemaTable,
): PageParameter | undefined {
  const parameter = parameters.find((each) => each.in === "query" && each.name === name);
  if (parameter !== undefined) return { in: "query", name, schema: parameter.schema };
  const content = usualContent(body?.contents ?? []);
  const place = placeOf(name);
  const schema =
    content?.schema !== undefined && (content.codec === "json" || content.codec === "form")
      ? partAt(content.schema, place, table)
      : undefined;
  return schema && { in: "body", place, schema };
}

/** A place as a JSON Pointer, or as names with dots between them. */
export const placeOf = (text: string): Place =>
  text === "" ? [] : text.startsWith("/") ? splitPointer(text) : text.split(".");

/** The schema at a place of the page; undefined where a successful answer has no such part. */
export function pagePart(
  responses: readonly Response[],
  place: Place,
  table: SchemaTable,
): Schema | undefined {
  const pages = responses.filter((each) => each.status.startsWith("2"));
  const parts = pages.map(({ contents }) => {
    const page = usualContent(contents)?.schema;
    return page && partAt(page, place, table);
  });
  return parts.includes(undefined) ? undefined : parts[0];
}

/** The schema of what stands at a place in the values of a schema. */
export function partAt(schema: Schema, place: Place, table: SchemaTable): Schema | undefined {
  return place.reduce<Schema | undefined>((at, name) => at && property(at, name, table), schema);
}

function property(schema: Schema, name: string, table: SchemaTable): Schema | undefined {
  return seek(schema, table, (each) => each.object?.properties.find((one) => one.name === name)?.schema);
}

/** The schema of an array's items: undefined where the values are no arrays, `items` absent where they can be anything. */
export function arrayOf(schema: Schema, table: SchemaTable): NonNullable<Schema["array"]> | undefined {
  return seek(schema, table, (each) => each.array ?? (each.types?.includes("array") ? {} : undefined));
}

/** What `find` finds in a schema, in one that applies beside it, or in all of its alternatives but null. */
function seek<T>(schema: Schema, table: SchemaTable, find: (schema: Schema) => T | undefined): T | undefined {
  const all = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).filter((each) => !isNull(each));
  const chosen = alternatives.map((each) => seek(each, table, find));
  return (
    find(schema) ??
    all.map((each) => seek(each, table, find)).find((each) => each !== undefined) ??
    (chosen.includes(undefined) ? undefined : chosen[0])
  );
}

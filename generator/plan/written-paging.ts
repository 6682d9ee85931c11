/** How an operation's function finds items and next page. */
import { type Code, access, code, join, literal, object, str, valueFrom } from "../code/code.js";
import type { Json } from "../json.js";
import type { Operation } from "../model/api.js";
import {
  type Cursor,
  type Offset,
  type PageNumber,
  type Paging,
  type Place,
  arrayOf,
  pagePart,
  parameterAt,
  partAt,
} from "../model/paging.js";
import { type Schema, type SchemaTable, named } from "../model/schema.js";
import type { Converters } from "./converters.js";

/** The members of a request that hold paging, as expressions. */
export interface WrittenPaging {
  readonly items: Code;
  readonly next: Code;
}

export function writePaging(
  operation: Operation,
  paging: Paging,
  table: SchemaTable,
  converters: Converters,
): WrittenPaging {
  return { items: reading(paging.items), next: writeNext(operation, paging, table, converters) };
}

function writeNext(operation: Operation, paging: Paging, table: SchemaTable, converters: Converters): Code {
  const carrier = (name: string): Code => writeParameter(operation, name, table, converters);
  /** The parameter, and what else is known. */
  const counting = (counted: Offset | PageNumber): Code => {
    const { parameter, size, total } = counted;
    const first = firstOf(operation, counted, table);
    const known = [
      ...(first === usualFirst[counted.strategy] ? [] : [code`first: ${literal(first)}`]),
      ...(size === undefined ? [] : [code`size: ${carrier(size)}`]),
      ...(total === undefined ? [] : [code`total: ${reading(total)}`]),
    ];
    return join([carrier(parameter), ...(known.length === 0 ? [] : [object(known)])], ", ");
  };
  switch (paging.strategy) {
    case "next-link":
      return code`${valueFrom("runtime/by-link", "byLink")}(${reading(paging.next)})`;
    case "link-header":
      return code`${valueFrom("runtime/by-link-header", "byLinkHeader")}`;
    case "cursor": {
      const { cursor, parameter, more } = paging;
      const last = paging.items.length === 0 ? code`page.at(-1)` : code`${at(paging.items)}?.at(-1)`;
      const found = cursor.in === "page" ? at(cursor.place) : below(last, cursor.place);
      const converter = converters.ofValue(cursorSchema(operation, paging, table));
      const written = converter === undefined ? found : code`${converter}.write(${found})`;
      const rest = more === undefined ? code`` : code`, ${reading(more)}`;
      return code`${valueFrom("runtime/by-cursor", "byCursor")}(${carrier(parameter)}, (page) => ${written}${rest})`;
    }
    case "offset":
      return code`${valueFrom("runtime/by-offset", "byOffset")}(${counting(paging)})`;
    case "page-number":
      return code`${valueFrom("runtime/by-page-number", "byPageNumber")}(${counting(paging)})`;
  }
}

/** What describes a cursor. */
function cursorSchema(
  { responses }: Operation,
  { items, cursor }: Cursor,
  table: SchemaTable,
): Schema | undefined {
  if (cursor.in === "page") return pagePart(responses, cursor.place, table);
  const list = pagePart(responses, items, table);
  const item = list && arrayOf(list, table)?.items;
  return item && partAt(item, cursor.place, table);
}

/** What reads and writes a parameter that leads from page to page; in the body it is as the schema says. */
export function writeParameter(
  operation: Operation,
  name: string,
  table: SchemaTable,
  converters: Converters,
): Code {
  const found = parameterAt(operation, name, table);
  if (found?.in !== "body") return code`${valueFrom("runtime/in-query", "inQuery")}(${str(name)})`;
  const converter = converters.ofValue(found.schema);
  const typed = converter === undefined ? code`` : code`, ${converter}.read`;
  return code`${valueFrom("runtime/in-body", "inBody")}(${literal([...found.place])}${typed})`;
}

/** The number of the first page, where nothing is said. */
const usualFirst = { offset: 0, "page-number": 1 } as const;

/** What the first page has where the caller does not say: the parameter's default, or the usual number. */
export function firstOf(
  operation: Operation,
  { strategy, parameter }: Offset | PageNumber,
  table: SchemaTable,
): number {
  const found = parameterAt(operation, parameter, table);
  const value = found && defaultOf(found.schema, table);
  return typeof value === "number" ? value : usualFirst[strategy];
}

const defaultOf = ({ annotations, ref }: Schema, table: SchemaTable): Json | undefined =>
  annotations.default ?? (ref === undefined ? undefined : defaultOf(named(table, ref).schema, table));

/** A function that reads a place of the page. */
const reading = (place: Place): Code => code`(page) => ${at(place)}`;

/** A place of the page as an expression. */
const at = ([first, ...more]: Place): Code =>
  first === undefined ? code`page` : below(code`page${access(first)}`, more);

/** A place below a value that may be missing: an answer can lack more than its description says. */
const below = (value: Code, place: Place): Code =>
  place.reduce((all, name) => code`${all}?${optional(name)}`, value);

const optional = (name: string): Code =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? access(name) : code`.${access(name)}`;

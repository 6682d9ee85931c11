/** Paging: what the overlay declares of it, and whether parameters and answers agree. */
import { type Json, member, splitPointer } from "../json.js";
import { allowedTypes } from "./allowed-types.js";
import type { Operation } from "./api.js";
import { type Paging, type Place, arrayOf, pagePart, parameterAt, partAt, placeOf } from "./paging.js";
import { type At, type Reader, members, stringField } from "./reader.js";
import type { JsonType, Schema, SchemaTable } from "./schema.js";

/** The fields of each strategy, beside `strategy` and `items`. */
const fields: Readonly<Record<string, readonly string[]>> = {
  "next-link": ["next"],
  "link-header": [],
  cursor: ["parameter", "next", "last", "more"],
  offset: ["parameter", "size", "total"],
  "page-number": ["parameter", "size", "total"],
} satisfies Record<Paging["strategy"], readonly string[]>;

/** The `paging` of the x-specwright extension. */
export function lowerPaging(reader: Reader, at: At<{ readonly [key: string]: Json }>): Paging | undefined {
  const texts: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    members(at).map(({ key }) => [key, stringField(reader, at, key)]),
  );
  const report = (pointer: string, problem: string): undefined =>
    void reader.report("extension-invalid", pointer, problem);
  const strategy = texts["strategy"] ?? "";
  const known = Object.hasOwn(fields, strategy) ? fields[strategy] : undefined;
  if (known === undefined)
    return report(
      member(at.value, "strategy") === undefined ? at.pointer : `${at.pointer}/strategy`,
      `paging needs a strategy: ${Object.keys(fields).join(", ")}`,
    );
  for (const { key, pointer } of members(at))
    if (!["strategy", "items", ...known].includes(key)) report(pointer, `${strategy} has no ${key}`);
  const { items, parameter, next, last, more, size, total } = texts;
  const pages = { pointer: at.pointer, items: placeOf(items ?? "") };
  const lacks = (what: string): undefined => report(at.pointer, `${strategy} needs ${what}`);
  switch (strategy as Paging["strategy"]) {
    case "next-link":
      return next === undefined ? lacks("next") : { ...pages, strategy: "next-link", next: placeOf(next) };
    case "link-header":
      return { ...pages, strategy: "link-header" };
    case "cursor":
      if (parameter === undefined) return lacks("parameter");
      if ((next === undefined) === (last === undefined)) return lacks("either next or last");
      return {
        ...pages,
        strategy: "cursor",
        parameter,
        cursor:
          next === undefined
            ? { in: "last", place: placeOf(last ?? "") }
            : { in: "page", place: placeOf(next) },
        ...(more === undefined ? {} : { more: placeOf(more) }),
      };
    case "offset":
    case "page-number":
      if (parameter === undefined) return lacks("parameter");
      return {
        ...pages,
        strategy: strategy as "offset" | "page-number",
        parameter,
        ...(size === undefined ? {} : { size }),
        ...(total === undefined ? {} : { total: placeOf(total) }),
      };
  }
}

/** Reports paging that speaks of what the operation's parameters or its successful answers do not have. */
export function checkPaging(reader: Reader, operations: readonly Operation[], table: SchemaTable): void {
  for (const operation of operations) {
    if (operation.paging === undefined) continue;
    for (const { field, problem } of problems(operation, operation.paging, table))
      reader.report("extension-invalid", place(reader, operation.paging.pointer, field), problem);
  }
}

/** Where a field stands, or where it would. */
function place({ root }: Reader, pointer: string, field: string): string {
  const value = splitPointer(pointer).reduce<Json | undefined>(member, root.value);
  return member(value, field) === undefined ? pointer : `${pointer}/${field}`;
}

interface Problem {
  readonly field: string;
  readonly problem: string;
}

function problems(operation: Operation, paging: Paging, table: SchemaTable): readonly Problem[] {
  const { responses } = operation;
  const items = pagePart(responses, paging.items, table);
  const list = items && arrayOf(items, table);
  const parameter = (field: string, name: string | undefined): readonly Problem[] =>
    name === undefined || parameterAt(operation, name, table) !== undefined
      ? []
      : [
          {
            field,
            problem: `neither the query nor a body of JSON or of a form has a parameter called ${name}`,
          },
        ];
  const part = (field: string, at: Place | undefined, types: readonly JsonType[]): readonly Problem[] =>
    at === undefined ? [] : ofType(field, at, pagePart(responses, at, table), types, table);
  const own = (): readonly Problem[] => {
    switch (paging.strategy) {
      case "next-link":
        return part("next", paging.next, ["string"]);
      case "link-header":
        return [];
      case "cursor":
        return [
          ...parameter("parameter", paging.parameter),
          ...(paging.cursor.in === "page"
            ? part("next", paging.cursor.place, cursors)
            : list === undefined
              ? []
              : ofType(
                  "last",
                  paging.cursor.place,
                  list.items && partAt(list.items, paging.cursor.place, table),
                  cursors,
                  table,
                )),
          ...part("more", paging.more, ["boolean"]),
        ];
      case "offset":
      case "page-number":
        return [
          ...parameter("parameter", paging.parameter),
          ...parameter("size", paging.size),
          ...part("total", paging.total, numbers),
        ];
    }
  };
  return [...(list === undefined ? [{ field: "items", problem: noList(paging.items) }] : []), ...own()];
}

const numbers: readonly JsonType[] = ["integer", "number"];
const cursors: readonly JsonType[] = ["string", ...numbers];

const noList = (at: Place): string =>
  at.length === 0
    ? "the answer is no list; name the property that is one"
    : `no answer has a list called ${at.join(".")}`;

function ofType(
  field: string,
  at: Place,
  schema: Schema | undefined,
  types: readonly JsonType[],
  table: SchemaTable,
): readonly Problem[] {
  const name = at.join(".");
  const where = field === "last" ? "no item" : "no answer";
  if (schema === undefined) return [{ field, problem: `${where} has a property called ${name}` }];
  const allowed = allowedTypes(schema, table);
  return types.some((each) => allowed.has(each))
    ? []
    : [{ field, problem: `${name} is no ${types[0] ?? ""}` }];
}

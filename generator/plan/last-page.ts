/** Plans how the usual answer to a list leads no further, because a fixture makes one page and not a series of them. */
import { type Code, code, key, literal, object, valueFrom } from "../code/code.js";
import type { Json } from "../json.js";
import type { Operation } from "../model/api.js";
import { usualContent } from "../model/content.js";
import type { Paging, Place } from "../model/paging.js";
import type { SchemaTable } from "../model/schema.js";
import { put } from "../sample/at-path.js";
import type { Samples } from "../sample/solve.js";
import type { Judge } from "../validate/proof.js";
import type { Converters } from "./converters.js";
import { firstOf, writeParameter } from "./written-paging.js";

/** What is asked for the values of pages. */
export interface PageSource {
  readonly valueOf: Samples["valueOf"];
  readonly validators: Judge;
  readonly converters: Converters;
}

/** A function from the request to changes of the fixture; undefined where none is needed, or no valid page ends a list. */
export function printLastPage(
  operation: Operation,
  table: SchemaTable,
  { valueOf, validators, converters }: PageSource,
): Code | undefined {
  const { paging, responses } = operation;
  const page = responses.find(({ status }) => status.startsWith("2"))?.contents;
  const schema = page && usualContent(page)?.schema;
  if (paging === undefined || schema === undefined) return undefined;
  const isPage = (place: Place, value: Json | undefined): boolean =>
    validators.accepts(schema, put(valueOf(schema, ""), place, value));
  const ended = endsOf(paging).find(([place, value]) => isPage(place, value));
  if (ended !== undefined) return code`() => (${changes(...ended)})`;
  if (!("parameter" in paging) || !isPage(paging.items, [])) return undefined;
  const carrier = writeParameter(operation, paging.parameter, table, converters);
  const first = paging.strategy === "cursor" ? undefined : firstOf(operation, paging, table);
  const counted = first === undefined ? code`` : code`, ${literal(first)}`;
  return code`${valueFrom("runtime/last-page", "emptyAfter")}(${carrier}, ${changes(paging.items, [])}${counted})`;
}

type Change = readonly [Place, Json | undefined];

/** What of a page says that it is the last one: the ways that its schema may allow. */
function endsOf(paging: Paging): readonly Change[] {
  const empty = (place: Place): readonly Change[] => [
    [place, null],
    [place, undefined],
    [place, ""],
  ];
  switch (paging.strategy) {
    case "next-link":
      return empty(paging.next);
    case "cursor":
      return [
        ...(paging.more === undefined ? [] : [[paging.more, false] as const]),
        ...(paging.cursor.in === "page" ? empty(paging.cursor.place) : []),
      ];
    case "link-header":
    case "offset":
    case "page-number":
      return [];
  }
}

/** Changes of a fixture that set a place of it. */
const changes = (place: Place, value: Json | undefined): Code =>
  place.reduceRight<Code>(
    (inner, name) => object([code`${key(name)}: ${inner}`]),
    value === undefined ? code`undefined` : literal(value),
  );

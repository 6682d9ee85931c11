/** Bodies of several parts that have no names: `multipart/mixed` and the like, the items of an array in their order. */
import type { RequestBody } from "./body.js";
import { type PartContent, type PartOptions, partLines, writtenParts } from "./written-parts.js";

/** What parts have that their values do not tell: the first ones by their places, and all that follow. */
export interface PartPlaces {
  readonly first?: readonly PartOptions[];
  readonly rest?: PartOptions;
  /** Writes JSON. */
  readonly json?: (value: unknown) => string | undefined;
}

/** Files with their media types, objects as JSON, all else as text, unless a place has a type of its own. */
export function partList(
  body: readonly unknown[] | undefined,
  type: string,
  places: PartPlaces = {},
): RequestBody | undefined {
  return (
    body &&
    writtenParts(
      type,
      body.map((each, i) => partAt(each, i, places)),
    )
  );
}

export function partAt(
  value: unknown,
  place: number,
  { first = [], rest, json = JSON.stringify }: PartPlaces,
): PartContent {
  return partLines(value, json, {}, place < first.length ? first[place] : rest);
}

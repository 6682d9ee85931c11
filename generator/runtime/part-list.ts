/** Bodies of several parts that have no names: `multipart/mixed` and the like, the items of an array in their order. */
import type { RequestBody } from "./body.js";
import { partLines, writtenParts } from "./written-parts.js";

/** Files with their media types, objects as JSON, all else as text; `json` writes JSON. */
export function partList(
  body: readonly unknown[] | undefined,
  type: string,
  json: (value: unknown) => string | undefined = JSON.stringify,
): RequestBody | undefined {
  return (
    body &&
    writtenParts(
      type,
      body.map((each) => partLines(each, json, {}, {})),
    )
  );
}

/** Answers of several parts that come one by one. */
import type { Decode } from "./client.js";
import { brokenOff, unexpected } from "./decode.js";
import { ResponseError } from "./errors.js";
import { partStream } from "./part-stream.js";
import { type Parse, type PlaceRules, valueAt } from "./part-values.js";

/** How what stands in a part becomes an item. */
export interface ItemReading {
  /** Reads JSON; absent where no digits would be lost otherwise. */
  readonly parse?: Parse;
  /** Makes an item of what stands in the part; absent where that is the same. */
  readonly read?: (wire: unknown) => unknown;
}

/** The items of an answer, each as soon as its part is there. Breaking off the iteration closes the connection. */
export function partItems(rules: PlaceRules = {}, reading: ItemReading = {}): Decode {
  return async (response) => {
    const type = response.headers.get("content-type") ?? "";
    if (!/^\s*multipart\//i.test(type)) throw unexpected("parts", response, await response.text());
    return itemsOf(response, type, rules, reading);
  };
}

async function* itemsOf(
  response: Response,
  type: string,
  rules: PlaceRules,
  { parse = JSON.parse, read = (wire) => wire }: ItemReading,
): AsyncGenerator<unknown, void, undefined> {
  if (response.body === null) return;
  const parts = partStream(type, response.body);
  try {
    let place = 0;
    for await (const part of parts) {
      yield read(valueAt(part, place, rules, parse));
      place += 1;
    }
  } catch (cause) {
    throw cause instanceof SyntaxError
      ? new ResponseError("invalid parts", response, "", cause)
      : brokenOff(response, "", cause);
  }
}

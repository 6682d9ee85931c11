/** Items and events of streams that hold integers of any size. */
import type { Decode } from "./client.js";
import type { Converter } from "./converter.js";
import type { Parse } from "./events.js";
import { itemsOf, parsed } from "./json-lines.js";
import { parseLossless } from "./lossless-json.js";

/** Like `jsonItems`, for items that a converter reads. */
export function losslessItems(converter: Converter): Decode {
  return async (response) => itemsOf(response, (text) => parseLossless(text, converter));
}

/** Like `jsonData`, for data that a converter reads. */
export function losslessData(converter: Converter): Parse {
  return (response, text) => parsed(response, text, (json) => parseLossless(json, converter));
}

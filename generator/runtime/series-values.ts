/** Items and events of streams that hold converted values. */
import type { Decode } from "./client.js";
import type { Converter } from "./converter.js";
import type { Parse } from "./events.js";
import { itemsOf } from "./json-lines.js";

/** What a converter reads of each item of a series. */
export function itemValues({ read }: Converter): Decode {
  return async (response) => itemsOf(response, (text) => read(JSON.parse(text)));
}

/** What a converter reads of the data of each event. */
export function dataValues({ read }: Converter, parse: Parse): Parse {
  return (response, text) => read(parse(response, text));
}

/** From an answer to a body that holds converted values. */
import type { Converter } from "./converter.js";
import type { Decode } from "./client.js";
import { json } from "./decode.js";

/** What a converter reads of a body; of JSON unless it is decoded in another way. */
export function valuesOf({ read }: Pick<Converter, "read">, decode: Decode = json): Decode {
  return async (response, call) => read(await decode(response, call));
}

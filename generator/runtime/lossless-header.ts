/** Headers of answers that are JSON with integers of any size. */
import type { Converter } from "./converter.js";
import type { ReadHeader } from "./header-values.js";
import { parseLossless } from "./lossless-json.js";

/** What a converter reads of a header's JSON; a value that is not of its documented type stays text. */
export function losslessHeader(converter: Converter): ReadHeader {
  return (text) => {
    try {
      return parseLossless(text, converter);
    } catch {
      return text;
    }
  };
}

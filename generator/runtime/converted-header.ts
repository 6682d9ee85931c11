/** Headers of answers as converted values. */
import type { Converter } from "./converter.js";
import { type HeaderRules, type ReadHeader, readHeader } from "./header-values.js";

/** What a converter reads of a header's text as it is read otherwise. */
export function convertedHeader(rules: HeaderRules, { read }: Converter): ReadHeader {
  return (text) => read(readHeader(text, rules));
}

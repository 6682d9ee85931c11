/** Query parameters (RFC 6570, section 3.2.8, and RFC 3986, section 3.4). */
import { type ParameterValues, encode, textsOf } from "./texts.js";

/** The query string: arrays repeat their name, or are one value where `joined`; undefined is left out. */
export function query(repeated: ParameterValues, joined: ParameterValues = {}): string {
  const pairs = [
    ...Object.entries(repeated).flatMap(([name, value]) => textsOf(value).map((each) => pair(name, [each]))),
    ...Object.entries(joined).flatMap(([name, value]) =>
      value === undefined ? [] : [pair(name, textsOf(value))],
    ),
  ];
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

const pair = (name: string, items: readonly string[]): string =>
  `${encode(name, name)}=${items.map((each) => encode(name, each)).join(",")}`;

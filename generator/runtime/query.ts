/** Query parameters (RFC 6570, section 3.2.8, and RFC 3986, section 3.4). */
import { type ParameterValues, encode, textsOf } from "./texts.js";

/**
 * The query string. Primitives and the items of arrays are pairs of their own, undefined is left out; `more` are pairs
 * that are written already, as by `joined` or `deepObject`.
 */
export function query(values: ParameterValues, ...more: readonly string[]): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    textsOf(value).map((each) => `${encode(name, name)}=${encode(name, each)}`),
  );
  const all = [...pairs, ...more].filter(Boolean).join("&");
  return all && `?${all}`;
}

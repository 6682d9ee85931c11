/** Path parameters (RFC 6570, and RFC 3986, section 3.3). */
import { type ParameterValue, encode, textsOf, unfit } from "./texts.js";

/** The text of a parameter of another style than `simple`, told the parameter's name and the path. */
export type WritePathValue = (name: string, path: string) => string;

/** Path parameters by name. */
export type PathValues = Readonly<Record<string, ParameterValue | WritePathValue>>;

/** Fills in the `{names}` of a path. Throws on a value that would change which resource is meant. */
export function expand(path: string, values: PathValues = {}): string {
  return path.replace(/{(.*?)}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === "function") return value(name, path);
    const text = textsOf(value)
      .map((each) => encode(name, each))
      .join(",");
    if (/^\.{0,2}$|%2F|%5C/.test(text)) throw unfit(name, value);
    return text;
  });
}

/** Path parameters (RFC 6570, and RFC 3986, section 3.3). */
import { type Primitive, encode, unfit } from "./texts.js";

/** The text of a parameter that is no primitive of style `simple`, told the parameter's name and the path. */
export type WritePathValue = (name: string, path: string) => string;

/** Path parameters by name. */
export type PathValues = Readonly<Record<string, Primitive | WritePathValue>>;

/** Fills in the `{names}` of a path. Throws on a value that would change which resource is meant. */
export function expand(path: string, values: PathValues = {}): string {
  return path.replace(/{(.*?)}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === "function") return value(name, path);
    const text = encode(name, `${value ?? ""}`);
    if (/^\.{0,2}$|%2F|%5C/.test(text)) throw unfit(name, value, `: it would change ${path}`);
    return text;
  });
}

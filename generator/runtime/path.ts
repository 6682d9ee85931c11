/** Path parameters (RFC 6570, and RFC 3986, section 3.3). */
import { type ParameterValues, encode, textsOf } from "./texts.js";

/** Fills in the `{names}` of a path. Throws on a value that would change which resource is meant. */
export function expand(path: string, values: ParameterValues): string {
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (values[name] === undefined) throw new TypeError(`path parameter ${name} is missing`);
    const items = textsOf(values[name]);
    const text = items.join(",");
    if (/^\.{0,2}$|[/\\]/.test(text))
      throw new TypeError(
        `path parameter ${name} must not be empty, "." or "..", nor hold a slash: ${JSON.stringify(text)}`,
      );
    return items.map((each) => encode(name, each)).join(",");
  });
}

/** Where the parameters of a request stand on the wire. */
import { percentDecoded } from "./percent-decoded.js";
import type { RouteParameter } from "./route.js";

/** What a request holds, as it stands there. */
export interface RequestTexts {
  readonly path: ReadonlyMap<string, string>;
  readonly url: URL;
  readonly headers: Headers;
  /** The cookies that the platform hides from `headers`, by name. */
  readonly cookies: Readonly<Record<string, string | readonly string[]>>;
}

/** The texts of a parameter: one for each time that it occurs, and those of its items if it is an array. */
export interface ParameterTexts {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
}

export function parameterTexts(parameter: RouteParameter, request: RequestTexts): ParameterTexts {
  const found = occurrences(parameter, request);
  const decode = decoders[parameter.in];
  const split = (text: string): readonly string[] => (text === "" ? [] : text.split(","));
  const whole = found.map(decode);
  return { whole, parts: parameter.joined ? found.flatMap(split).map(decode) : whole };
}

const decoders: Readonly<Record<RouteParameter["in"], (text: string) => string>> = {
  path: percentDecoded,
  query: (text) => percentDecoded(text.replaceAll("+", " ")),
  header: (text) => text.trim(),
  cookie: percentDecoded,
};

function occurrences(
  parameter: RouteParameter,
  { path, url, headers, cookies }: RequestTexts,
): readonly string[] {
  const { name } = parameter;
  switch (parameter.in) {
    case "path":
      return present(path.get(name));
    case "query":
      return pairs(url.search.slice(1), "&", decoders.query, name);
    case "header":
      return present(headers.get(name));
    case "cookie": {
      // RFC 6265, section 5.4: of several cookies with one name the first one is meant.
      const found = pairs(headers.get("cookie") ?? "", ";", decoders.cookie, name);
      const hidden = Object.hasOwn(cookies, name) ? cookies[name] : undefined;
      const all = found.length > 0 || hidden === undefined ? found : [hidden].flat().map(encodeURIComponent);
      return parameter.reads?.items === undefined ? all.slice(0, 1) : all;
    }
  }
}

const present = (text: string | null | undefined): readonly string[] =>
  text === null || text === undefined ? [] : [text];

/** The values of `name` in a list of `name=value`. */
function pairs(
  text: string,
  separator: "&" | ";",
  decode: (text: string) => string,
  wanted: string,
): readonly string[] {
  return text.split(separator).flatMap((pair) => {
    const [, name = "", value = ""] = /^\s*([^=]*)(?:=(.*))?$/s.exec(pair) ?? [];
    return decode(name) === wanted && pair !== "" ? [value] : [];
  });
}

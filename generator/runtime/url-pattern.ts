/** From a base URL and a path template (OpenAPI 3.1, section 4.8.8.2) to the URLs that they stand for, without query. */
import { percentDecoded } from "./percent-decoded.js";

/** The part of a route that says where it is. */
export interface Place {
  /** The path below the base URL, with its parameters in braces. */
  readonly path: string;
  /** Paths that this one would match as well: a concrete path is matched before one with parameters in its place. */
  readonly except?: readonly string[];
  /** Where the API is unless something else is said. */
  readonly baseUrl: string;
}

/** Matches the URLs of a place. A base URL that starts with `*` is at every origin. */
export function urlPattern({ path, except = [], baseUrl }: Place, base: string = baseUrl): RegExp {
  const others = except.map((each) => sourceOf(each, "[^/]+")).join("|");
  const forbidden = others === "" ? "" : `(?!(?:${others})$)`;
  return new RegExp(`^${baseSource(base)}${forbidden}${sourceOf(path, "[^/]+")}$`);
}

/** The parameters in the path of a URL, still percent-encoded; undefined when the URL is not of the place. */
export function pathTexts(
  { path, baseUrl }: Place,
  url: URL,
  base: string = baseUrl,
): ReadonlyMap<string, string> | undefined {
  const pattern = new RegExp(`^${baseSource(base)}${sourceOf(path, "([^/]+)")}$`);
  const found = pattern.exec(url.origin + url.pathname);
  if (found === null) return undefined;
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  return new Map(names.map((name, i) => [name, found[i + 1] ?? ""]));
}

function baseSource(base: string): string {
  const [, origin = "*", path = ""] = /^(\*|[a-z][a-z\d+.-]*:\/\/[^/]*)?(.*?)\/*$/is.exec(base) ?? [];
  const anywhere = "[^/]+//[^/]*";
  return (origin === "*" ? anywhere : literal(new URL(origin).href.replace(/\/$/, ""))) + literal(path);
}

/** The source of a path's pattern, with `value` in the place of each parameter. */
function sourceOf(path: string, value: string): string {
  return path
    .split(/\{[^{}]*\}/)
    .map(literal)
    .join(value);
}

/** What is not unreserved can stand for itself or be percent-encoded (RFC 3986, section 2.1). */
function literal(text: string): string {
  return [...percentDecoded(text)]
    .map((each) => {
      const itself = each.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
      return /[\w.~/:-]/.test(each) ? itself : `(?:${itself}|${percentEncoded(each)})`;
    })
    .join("");
}

function percentEncoded(character: string): string {
  const bytes = [...new TextEncoder().encode(character)].map(
    (byte) => `%${byte.toString(16).padStart(2, "0")}`,
  );
  return bytes.join("").replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

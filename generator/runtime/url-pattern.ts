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

const anyValue = (): string => "[^/]+";

/** Matches the URLs of a place. A base URL that starts with `*` is at every origin. */
export function urlPattern({ path, except = [], baseUrl }: Place, base: string = baseUrl): RegExp {
  const others = except.map((each) => sourceOf(each, anyValue)).join("|");
  const forbidden = others === "" ? "" : `(?!(?:${others})$)`;
  return new RegExp(`^${baseSource(base)}${forbidden}${sourceOf(path, anyValue)}$`);
}

/** What stands in the place of a parameter of a style that begins with a mark of its own. */
const marked: Readonly<Record<string, string>> = { label: "(\\.[^/]*)", matrix: "(;[^/]*)" };

/**
 * The parameters in the path of a URL, still percent-encoded; undefined when the URL is not of the place. `styles` are
 * those of the parameters, where they are not the usual ones.
 */
export function pathTexts(
  { path, baseUrl }: Place,
  url: URL,
  base: string = baseUrl,
  styles: ReadonlyMap<string, string | undefined> = new Map(),
): ReadonlyMap<string, string> | undefined {
  const hasMarks = [...styles.values()].some((each) => marked[each ?? ""]);
  // A value before a mark ends where that stands.
  const value = hasMarks ? "([^/]+?)" : "([^/]+)";
  const source = sourceOf(path, (name) => marked[styles.get(name) ?? ""] ?? value);
  const pattern = new RegExp(`^${baseSource(base)}${source}$`);
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

/** The source of a path's pattern, with what `value` gives in the place of each parameter. */
function sourceOf(path: string, value: (name: string) => string): string {
  return path
    .split(/\{([^{}]*)\}/)
    .map((part, i) => (i % 2 === 1 ? value(part) : literal(part)))
    .join("");
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

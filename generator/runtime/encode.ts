/** From parameters and bodies to the wire (RFC 3986, RFC 6570, and the URL Standard's form encoding). */
import type { RequestBody } from "./client.js";

type Primitive = string | number | boolean | bigint | null | undefined;
type Value = Primitive | readonly Primitive[];

/** Fills in the `{names}` of a path. Throws on a value that would change which resource is meant. */
export function expand(path: string, values: Readonly<Record<string, Value>>): string {
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = joined(values[name]) ?? "";
    if (/^\.{0,2}$|[/\\]/.test(value))
      throw new TypeError(
        `path parameter ${name} must not be empty, "." or "..", nor hold a slash: ${JSON.stringify(value)}`,
      );
    return value.split(",").map(encodeURIComponent).join(",");
  });
}

/** The query string: arrays repeat their name, undefined is left out. */
export function query(values: Readonly<Record<string, Value>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    listOf(value).map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** One value; the items of an array are separated by commas. */
export function joined(value: Value): string | undefined {
  return value === undefined ? undefined : listOf(value).join(",");
}

function listOf(value: Value): string[] {
  const list = Array.isArray(value) ? (value as readonly Primitive[]) : [value as Primitive];
  return list.filter((each) => each !== undefined).map((each) => (each === null ? "" : String(each)));
}

/** The `cookie` header. */
export function cookies(values: Readonly<Record<string, Value>>): string | undefined {
  return query(values).slice(1).replaceAll("&", "; ") || undefined;
}

/** `application/x-www-form-urlencoded`: null and "" clear a field as `Name=`, undefined leaves it alone. */
export function form(body: object | undefined): RequestBody | undefined {
  if (body === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    for (const each of listOf(value as Value)) fields.append(name, each);
  return { type: "application/x-www-form-urlencoded", data: fields.toString() };
}

/** JSON, or a media type that is written like it. */
export function jsonBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: JSON.stringify(body) };
}

/** Text or bytes that go out as they are. */
export function rawBody(body: string | Blob | undefined, type: string): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: body };
}

/** From parameters and bodies to the wire (RFC 3986, RFC 6570, and the URL Standard's form encoding). */

/** A body, written, and its media type. */
export interface RequestBody {
  readonly type: string;
  readonly data: string | Blob;
}

type Primitive = string | number | boolean | bigint | null | undefined;

/** What a parameter can be: a primitive, or an array of them. */
export type ParameterValue = Primitive | readonly Primitive[];

/** Parameters by their names on the wire. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** Fills in the `{names}` of a path. Throws on a value that would change which resource is meant. */
export function expand(path: string, values: ParameterValues): string {
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (values[name] === undefined) throw new TypeError(`path parameter ${name} is missing`);
    const items = listOf(values[name]);
    const text = items.join(",");
    if (/^\.{0,2}$|[/\\]/.test(text))
      throw new TypeError(
        `path parameter ${name} must not be empty, "." or "..", nor hold a slash: ${JSON.stringify(text)}`,
      );
    return items.map((each) => encode(name, each)).join(",");
  });
}

/** The query string: arrays repeat their name, or are one value where `joined`; undefined is left out. */
export function query(repeated: ParameterValues, joined: ParameterValues = {}): string {
  const pairs = [
    ...Object.entries(repeated).flatMap(([name, value]) => listOf(value).map((each) => pair(name, [each]))),
    ...Object.entries(joined).flatMap(([name, value]) =>
      value === undefined ? [] : [pair(name, listOf(value))],
    ),
  ];
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

const pair = (name: string, items: readonly string[]): string =>
  `${encode(name, name)}=${items.map((each) => encode(name, each)).join(",")}`;

/** Percent-encodes what is not unreserved (RFC 3986, section 2.3). */
function encode(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new TypeError(`parameter ${name} holds half of a surrogate pair: ${JSON.stringify(text)}`);
  }
}

/** A header's value: the items of an array are separated by commas. */
export function header(value: ParameterValue): string | undefined {
  return value === undefined ? undefined : listOf(value).join(",");
}

/** The `cookie` header. */
export function cookies(values: ParameterValues): string | undefined {
  return query(values).slice(1).replaceAll("&", "; ") || undefined;
}

function listOf(value: ParameterValue): string[] {
  const list = Array.isArray(value) ? (value as readonly Primitive[]) : [value as Primitive];
  return list.filter((each) => each !== undefined).map((each) => (each === null ? "" : String(each)));
}

/** `application/x-www-form-urlencoded`: null and "" clear a field as `Name=`, undefined leaves it alone. */
export function form(body: object | undefined): RequestBody | undefined {
  if (body === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    for (const each of listOf(value as ParameterValue)) fields.append(name, each);
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

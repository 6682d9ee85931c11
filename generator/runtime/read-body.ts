/** From the body of a request to the value that a call of its operation takes. */
import { Issue } from "./issue.js";
import { readings } from "./readings.js";
import type { RouteBody } from "./route.js";

/** A value, and everything that is wrong with it. Nothing is there when the value is undefined. */
export interface Read {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** Reads a request's body, which can be done once. */
export async function readBody(body: RouteBody, request: Request): Promise<Read> {
  const given = request.headers.get("content-type");
  if (given !== null && !isOf(body, given)) return unreadable(given, body);
  if (body.codec === "binary") {
    const bytes = await request.blob();
    return bytes.size === 0 && given === null ? nothing : { value: bytes, issues: [] };
  }
  const text = await request.text();
  // An empty form and an empty text have a media type; empty JSON is no JSON.
  if (text === "" && (given === null || body.codec === "json")) return nothing;
  switch (body.codec) {
    case "json":
      return readJson(body, text);
    case "form":
      return readForm(body, text);
    case "text":
      return readValue(body, text);
  }
}

const nothing: Read = { value: undefined, issues: [] };

/** Whether a media type is the documented one, parameters aside (RFC 9110, section 8.3.1). */
function isOf({ type, codec }: RouteBody, given: string): boolean {
  if (codec === "json") return /\bjson\b/i.test(given) || type.includes("*");
  const [essence = ""] = given.split(";");
  const [documented = ""] = type.split(";");
  return documented.includes("*") || essence.trim().toLowerCase() === documented.trim().toLowerCase();
}

/** JSON Schema 2020-12 Validation, section 8.4. */
function unreadable(value: unknown, { type }: RouteBody): Read {
  return { value, issues: [new Issue(value, "contentMediaType", type)] };
}

function readValue({ read, validator }: RouteBody, wire: unknown): Read {
  const value = read === undefined ? wire : read(wire);
  return { value, issues: validator?.check(value) ?? [] };
}

function readJson(body: RouteBody, text: string): Read {
  const { parse = JSON.parse } = body;
  let wire: unknown;
  try {
    wire = parse(text);
  } catch {
    return unreadable(text, body);
  }
  return readValue(body, wire);
}

/** The URL Standard's form encoding: a name that occurs more than once is an array. */
function readForm(body: RouteBody, text: string): Read {
  const all = new URLSearchParams(text);
  const fields = new Map(
    [...new Set(all.keys())].map((name) => {
      const texts = all.getAll(name);
      return [name, readings(texts, texts, rulesOf(body, name))] as const;
    }),
  );
  return settled(fields, (wire) => readValue(body, wire));
}

const rulesOf = ({ fields = {}, others = {} }: RouteBody, name: string): NonNullable<RouteBody["others"]> =>
  (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? others;

type Fields = ReadonlyMap<string, readonly unknown[]>;

/** The object of the first reading of each field; of the next reading of those that are to blame where that is valid. */
function settled(fields: Fields, readWhole: (wire: unknown) => Read): Read {
  const chosen = new Map<string, number>();
  const read = (): Read =>
    readWhole(Object.fromEntries([...fields].map(([name, all]) => [name, all[chosen.get(name) ?? 0]])));
  const first = read();
  for (let last = first; ; last = read()) {
    if (last.issues.length === 0) return last;
    const blamed = [...blame(last.issues)].filter(
      (name) => (fields.get(name)?.length ?? 0) > (chosen.get(name) ?? 0) + 1,
    );
    if (blamed.length === 0) return first;
    for (const name of blamed) chosen.set(name, (chosen.get(name) ?? 0) + 1);
  }
}

/** The properties that issues, or the issues of their alternatives, speak of. */
function blame(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.flatMap(({ path, causes }) => [...path.slice(0, 1).map(String), ...blame(causes)]));
}

/** From the body of a request to the value that a call of its operation takes. */
import { Issue } from "./issue.js";
import { readings } from "./readings.js";
import type { RouteBody } from "./route.js";
import { type Read, settled } from "./settled.js";

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
      return { value: text, issues: checked(body, text) };
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

const checked = ({ validator }: RouteBody, value: unknown): readonly Issue[] => validator?.check(value) ?? [];

function readJson(body: RouteBody, text: string): Read {
  try {
    const value = JSON.parse(text) as unknown;
    return { value, issues: checked(body, value) };
  } catch {
    return unreadable(text, body);
  }
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
  return settled(fields, (value) => checked(body, value));
}

const rulesOf = ({ fields = {}, others = {} }: RouteBody, name: string): NonNullable<RouteBody["others"]> =>
  (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? others;

/** Reads the bodies of requests that are JSON, text or bytes. */
import { Issue } from "./issue.js";
import { readings } from "./readings.js";
import type { RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** There is no body. */
export const nothing: Read = { value: undefined, issues: [] };

/** Empty JSON is no JSON: there is no body. */
export async function readJson(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "") return nothing;
  const { parse = JSON.parse } = content;
  let wire: unknown;
  try {
    wire = parse(text);
  } catch {
    return unreadable(content, text);
  }
  return readValue(content, wire);
}

/** An empty text is one if it has a media type. */
export async function readText(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const all = readings([text], [text], content.reads ?? {}).map((wire) => readValue(content, wire));
  return all.find(({ issues }) => issues.length === 0) ?? all[0] ?? nothing;
}

export async function readBytes(_: RouteContent, request: Request): Promise<Read> {
  const bytes = await request.blob();
  return bytes.size === 0 && !request.headers.has("content-type") ? nothing : { value: bytes, issues: [] };
}

/** The value of what stands on the wire. */
export function readValue({ convert, validator }: RouteContent, wire: unknown): Read {
  const value = convert === undefined ? wire : convert(wire);
  return { value, issues: validator?.check(value) ?? [] };
}

/** JSON Schema 2020-12 Validation, section 8.4. */
export function unreadable({ type }: RouteContent, value: unknown): Read {
  return { value, issues: [new Issue(value, "contentMediaType", type)] };
}

/** Reads the bodies of requests that are of several parts. */
import { readValue, unreadable } from "./read-contents.js";
import { fieldReadings } from "./read-form.js";
import type { RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";

/** RFC 7578: a name that occurs more than once is an array. */
export async function readMultipart(content: RouteContent, request: Request): Promise<Read> {
  const all = await request.formData().catch(() => undefined);
  if (all === undefined) return unreadable(content, request.headers.get("content-type"));
  const fields = new Map(
    [...new Set(all.keys())].map((name) => [name, partReadings(content, name, all.getAll(name))] as const),
  );
  return settled(fields, (wire) => readValue(content, wire));
}

/** A file is one, whatever it could be read as. */
function partReadings(
  content: RouteContent,
  name: string,
  parts: readonly FormDataEntryValue[],
): readonly unknown[] {
  const texts = parts.filter((each) => typeof each === "string");
  if (texts.length === parts.length) return fieldReadings(content, name, texts);
  return [...(parts.length === 1 ? parts : []), parts];
}

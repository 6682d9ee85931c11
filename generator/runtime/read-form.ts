/** Reads the bodies of requests that are forms. */
import { nothing, readValue } from "./read-contents.js";
import { readings } from "./readings.js";
import type { RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";

/** The URL Standard's form encoding: a name that occurs more than once is an array. An empty form has a media type. */
export async function readForm(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const all = new URLSearchParams(text);
  const fields = new Map(
    [...new Set(all.keys())].map((name) => [name, fieldReadings(content, name, all.getAll(name))] as const),
  );
  return settled(fields, (wire) => readValue(content, wire));
}

/** What the texts of a field can stand for, likely readings first; the last are those as JSON. */
export function fieldReadings(
  { fields = {}, others = {} }: RouteContent,
  name: string,
  texts: readonly string[],
): readonly unknown[] {
  const rules = (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? others;
  const json = texts.flatMap(parsed);
  return [
    ...readings(texts, texts, rules),
    ...(json.length === 1 ? json : []),
    ...(json.length === texts.length ? [json] : []),
  ];
}

/** An object or an array; other texts are not written as JSON. */
function parsed(text: string): readonly unknown[] {
  if (!/^\s*[{[]/.test(text)) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

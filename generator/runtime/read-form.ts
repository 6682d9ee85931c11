/** Reads the bodies of requests that are forms. */
import { nothing, readValue } from "./read-contents.js";
import { memberRules, readings } from "./readings.js";
import type { FieldRules, RouteContent } from "./route.js";
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

/** What the texts of a field can stand for, likely readings first; unless it must be JSON, the last are those as JSON. */
export function fieldReadings(
  content: RouteContent,
  name: string,
  texts: readonly string[],
): readonly unknown[] {
  const { parse = JSON.parse } = content;
  const rules: FieldRules = memberRules(content, name) ?? {};
  // Other texts than objects and arrays are JSON only where the description says so.
  const isJson = (text: string): boolean => rules.json === true || /^\s*[{[]/.test(text);
  const json = texts.flatMap((text) => (isJson(text) ? parsed(text, parse) : []));
  const all = [...(json.length === 1 ? json : []), ...(json.length === texts.length ? [json] : [])];
  return rules.json ? [...all, ...readings(texts, texts, {})] : [...readings(texts, texts, rules), ...all];
}

/** Nothing of what is no JSON. */
function parsed(text: string, parse: (text: string) => unknown): readonly unknown[] {
  try {
    return [parse(text)];
  } catch {
    return [];
  }
}

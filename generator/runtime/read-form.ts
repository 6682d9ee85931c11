/** Reads the bodies of requests that are forms. */
import { checked, nothing } from "./read-contents.js";
import { type TextRules, readings } from "./readings.js";
import type { RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";

/** The URL Standard's form encoding: a name that occurs more than once is an array. An empty form has a media type. */
export async function readForm(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const all = new URLSearchParams(text);
  const fields = new Map(
    [...new Set(all.keys())].map((name) => {
      const texts = all.getAll(name);
      return [name, readings(texts, texts, rulesOf(content, name))] as const;
    }),
  );
  return settled(fields, (value) => checked(content, value).issues);
}

export const rulesOf = ({ fields = {}, others = {} }: RouteContent, name: string): TextRules =>
  (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? others;

/** Reads the bodies of requests that are a series of JSON texts. */
import { separatorIn } from "./json-lines.js";
import { nothing, readValue, unreadable } from "./read-contents.js";
import type { RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** All items, each checked by itself. */
export async function readJsonLines(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const { parse = JSON.parse } = content;
  const texts = text.split(separatorIn(request.headers)).filter((each) => each.trim() !== "");
  let wires: readonly unknown[];
  try {
    wires = texts.map((each) => parse(each));
  } catch {
    return unreadable(content, text);
  }
  const items = wires.map((each) => readValue(content, each));
  for (const [i, { issues }] of items.entries()) for (const issue of issues) issue.within(i, undefined);
  return { value: items.map((each) => each.value), issues: items.flatMap((each) => each.issues) };
}

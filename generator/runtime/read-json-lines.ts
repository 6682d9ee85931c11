/** Reads the bodies of requests that are a series of JSON texts. */
import type { Issue } from "./issue.js";
import { withoutMark } from "./json-lines.js";
import { nothing, unreadable } from "./read-contents.js";
import type { RouteContent } from "./route.js";
import type { Read } from "./settled.js";

/** All items, each checked by itself. */
export async function readJsonLines(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const lines = text.split("\n").filter((each) => each.trim() !== "");
  try {
    const items = lines.map((each) => JSON.parse(withoutMark(each)) as unknown);
    return { value: items, issues: items.flatMap((each, i) => issuesOf(content, each, i)) };
  } catch {
    return unreadable(content, text);
  }
}

function issuesOf({ validator }: RouteContent, item: unknown, index: number): readonly Issue[] {
  const issues = validator?.check(item) ?? [];
  for (const issue of issues) issue.within(index, undefined);
  return issues;
}

/** Pages whose header `Link` carries the URL of the next one (RFC 8288, section 3). */
import type { Following, PageAt } from "./paging.js";

const token = "[\\w!#$%&'*+.^`|~-]+";
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const link = new RegExp(`<([^<>]*)>((?:\\s*;\\s*(?:${token}(?:\\s*=\\s*(?:${quoted}|[^\\s",;]*))?)?)*)`, "g");
const parameter = new RegExp(`;\\s*(${token})\\s*=\\s*(${quoted}|[^\\s",;]*)`, "g");

/** The link whose relation is `next`, relative to the page. */
export function byLinkHeader({ headers, url }: PageAt<unknown>): Following | undefined {
  for (const [, target = "", more = ""] of (headers.get("link") ?? "").matchAll(link)) {
    const parameters = [...more.matchAll(parameter)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.replace(/^"|"$/g, ""),
    ]);
    // Section 3.3: only the first `rel` counts. Section 3.2: a link with an anchor starts elsewhere.
    const relations = parameters
      .find(([name]) => name === "rel")?.[1]
      ?.toLowerCase()
      .split(/\s+/);
    if (relations?.includes("next") && !parameters.some(([name]) => name === "anchor"))
      return { url: new URL(target, url) };
  }
  return undefined;
}

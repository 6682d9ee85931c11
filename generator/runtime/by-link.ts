/** Pages that carry the URL of the next one. */
import type { Next } from "./paging.js";

/** `link` reads the URL from a page: in full, or relative to the page (RFC 3986, section 5); empty on the last one. */
export function byLink<Page>(link: (page: Page) => unknown): Next<Page> {
  return ({ page, url }) => {
    const text = link(page);
    return typeof text === "string" && text !== "" ? { url: new URL(text, url) } : undefined;
  };
}

/** Pages that begin after a cursor. */
import type { Next } from "./paging.js";
import { withParameter } from "./query-parameter.js";

/**
 * `name` is the query parameter that carries the cursor; `cursor` reads the next one from a page, and is empty on the
 * last one; `more` reads whether there are more pages, where a page says so.
 */
export function byCursor<Page>(
  name: string,
  cursor: (page: Page) => unknown,
  more?: (page: Page) => unknown,
): Next<Page> {
  return ({ page, url }) => {
    const next = cursor(page);
    const isThere =
      typeof next === "number" || typeof next === "bigint" || (typeof next === "string" && next !== "");
    return isThere && more?.(page) !== false ? withParameter(url, name, next) : undefined;
  };
}

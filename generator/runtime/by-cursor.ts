/** Pages that begin after a cursor. */
import type { Next, PageParameter } from "./paging.js";

/**
 * `parameter` carries the cursor; `cursor` reads the next one from a page, and is empty on the last one; `more` reads
 * whether there are more pages, where a page says so.
 */
export function byCursor<Page>(
  parameter: PageParameter,
  cursor: (page: Page) => unknown,
  more?: (page: Page) => unknown,
): Next<Page> {
  return (at) => {
    const next = cursor(at.page);
    const isThere =
      typeof next === "number" || typeof next === "bigint" || (typeof next === "string" && next !== "");
    return isThere && more?.(at.page) !== false ? parameter.write(at, next) : undefined;
  };
}

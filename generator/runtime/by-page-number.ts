/** Pages that are counted. */
import type { Next } from "./paging.js";
import { numberOf, withParameter } from "./query-parameter.js";

export interface PageNumberOptions<Page> {
  /** The number of the first page; 1 unless it is given. */
  readonly first?: number;
  /** The query parameter for the size of a page: a page that is smaller is the last one. */
  readonly size?: string;
  /** Reads from a page how many pages there are; where that is known, sizes do not matter. */
  readonly total?: (page: Page) => unknown;
}

/** `name` is the query parameter that carries the number. A page without items is the last one. */
export function byPageNumber<Page>(
  name: string,
  { first = 1, size, total }: PageNumberOptions<Page> = {},
): Next<Page> {
  return ({ page, items, url }) => {
    const next = numberOf(url, name, first) + 1;
    const all = total?.(page);
    const isLast =
      typeof all === "number" || typeof all === "bigint"
        ? next - first >= all
        : size !== undefined && items.length < numberOf(url, size, 0);
    return items.length === 0 || isLast ? undefined : withParameter(url, name, next);
  };
}

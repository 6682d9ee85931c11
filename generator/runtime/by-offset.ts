/** Pages that begin after a number of items. */
import type { Next } from "./paging.js";
import { numberOf, withParameter } from "./query-parameter.js";

export interface OffsetOptions<Page> {
  /** The offset of the first page; 0 unless it is given. */
  readonly first?: number;
  /** The query parameter for the size of a page: a page that is smaller is the last one. */
  readonly size?: string;
  /** Reads from a page how many items there are in all; where that is known, sizes do not matter. */
  readonly total?: (page: Page) => unknown;
}

/** `name` is the query parameter that carries the offset. A page without items is the last one. */
export function byOffset<Page>(
  name: string,
  { first = 0, size, total }: OffsetOptions<Page> = {},
): Next<Page> {
  return ({ page, items, url }) => {
    const next = numberOf(url, name, first) + items.length;
    const all = total?.(page);
    const isLast =
      typeof all === "number" || typeof all === "bigint"
        ? next - first >= all
        : size !== undefined && items.length < numberOf(url, size, 0);
    return items.length === 0 || isLast ? undefined : withParameter(url, name, next);
  };
}

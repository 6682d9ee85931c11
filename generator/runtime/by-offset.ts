/** Pages that begin after a number of items. */
import { type CountOptions, isLast, numberOf } from "./page-count.js";
import type { Next, PageParameter } from "./paging.js";

/** `parameter` carries the offset. A page without items is the last one. */
export function byOffset<Page>(parameter: PageParameter, options: CountOptions<Page> = {}): Next<Page> {
  const { first = 0 } = options;
  return (at) => {
    const next = numberOf(at, parameter, first) + at.items.length;
    return isLast(at, options, next - first) ? undefined : parameter.write(at, next);
  };
}

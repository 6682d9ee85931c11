/** Pages that are counted. */
import { type CountOptions, isLast, numberOf } from "./page-count.js";
import type { Next, PageParameter } from "./paging.js";

/** `parameter` carries the number. A page without items is the last one. */
export function byPageNumber<Page>(parameter: PageParameter, options: CountOptions<Page> = {}): Next<Page> {
  const { first = 1 } = options;
  return (at) => {
    const next = numberOf(at, parameter, first) + 1;
    return isLast(at, options, next - first) ? undefined : parameter.write(at, next);
  };
}

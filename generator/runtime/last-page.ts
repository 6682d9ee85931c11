/** How the answers of handlers lead no further: a fixture knows nothing of other pages. */
import { numberOf } from "./page-count.js";
import type { PageRequest } from "./page-request.js";
import type { PageParameter } from "./paging.js";

/**
 * For pages that are counted, or begin after an item: `none` leaves a page without items, which is what follows the first one.
 * `first` is the number of that where pages are counted.
 */
export function emptyAfter(
  parameter: PageParameter,
  none: unknown,
  first?: number,
): (request: PageRequest) => unknown {
  return (request) => {
    const isFirst =
      first === undefined
        ? (parameter.read(request) ?? "") === ""
        : numberOf(request, parameter, first) <= first;
    return isFirst ? undefined : none;
  };
}

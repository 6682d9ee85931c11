/** Numbers that pages are counted with. */
import type { PageRequest } from "./page-request.js";
import type { PageAt, PageParameter } from "./paging.js";

/** What offsets and page numbers know besides. */
export interface CountOptions<Page> {
  /** The number of the first page; the usual one of the strategy unless it is given. */
  readonly first?: number;
  /** The parameter for the size of a page: a page that is smaller is the last one. */
  readonly size?: PageParameter;
  /** Reads from a page how many there are in all; where that is known, sizes do not matter. */
  readonly total?: (page: Page) => unknown;
}

/** The number that a parameter has in the request of a page; `otherwise` where it has none. */
export function numberOf(request: PageRequest, parameter: PageParameter, otherwise: number): number {
  const value = parameter.read(request);
  const number = value === null || value === undefined || value === "" ? NaN : Number(value);
  return Number.isFinite(number) ? number : otherwise;
}

/** Whether a page is the last one, after which `count` of all have been there. */
export function isLast<Page>(at: PageAt<Page>, { size, total }: CountOptions<Page>, count: number): boolean {
  const all = total?.(at.page);
  const { length } = at.items;
  return (
    length === 0 ||
    (typeof all === "number" || typeof all === "bigint"
      ? count >= all
      : size !== undefined && length < numberOf(at, size, 0))
  );
}

/** Tables by status code (OpenAPI 3.1, section 4.8.16). */

/** What is said of a status itself, or else of its range. What `default` holds is for the caller to take or leave. */
export function ofStatus<T>(table: Readonly<Record<string, T | undefined>>, status: number): T | undefined {
  return table[status] ?? table[rangeOf(status)];
}

const rangeOf = (status: string | number): string => `${String(status)[0]}XX`;

/** The same table, in which what is said of a range stands under each of its statuses as well. */
export const withRanges = <T extends Readonly<Record<string, unknown>>>(table: T): T =>
  new Proxy(table, {
    get: (all, status: string) => all[status] ?? all[rangeOf(status)],
    has: (all, status: string) => status in all || rangeOf(status) in all,
  });

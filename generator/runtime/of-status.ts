/** Tables by status code (OpenAPI 3.1, section 4.8.16). */

/** What is said of a status itself, or else of its range. What `default` holds is for the caller to take or leave. */
export function ofStatus<T>(table: Readonly<Record<string, T | undefined>>, status: number): T | undefined {
  return table[status] ?? table[`${String(status)[0]}XX`];
}

/** The same table with each status of its ranges, so that what is said of one stands under its number. */
export function withRanges<T extends object>(table: T): T {
  const all: Record<string, unknown> = {};
  for (const [range, value] of Object.entries(table))
    if (range.endsWith("XX")) for (let i = 0; i < 100; i++) all[Number(range[0]) * 100 + i] = value;
  return { ...all, ...table };
}

/** Tables by status code (OpenAPI 3.1, section 4.8.16). */

/** What is said of a status itself, or else of its range. What `default` holds is for the caller to take or leave. */
export function ofStatus<T>(table: Readonly<Record<string, T | undefined>>, status: number): T | undefined {
  return table[status] ?? table[`${String(status)[0]}XX`];
}

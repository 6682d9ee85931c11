/** How property tests run: few and always the same runs, so that a failure is a change of the code and not of the dice. */
/** A failure reports the seed and the path that lead back to it; SPECWRIGHT_SEED and SPECWRIGHT_RUNS explore further. */
export function runs(count: number): { readonly seed: number; readonly numRuns: number } {
  const { SPECWRIGHT_SEED, SPECWRIGHT_RUNS } = process.env;
  return { seed: Number(SPECWRIGHT_SEED ?? 20_100_401), numRuns: Number(SPECWRIGHT_RUNS ?? count) };
}

/** The seeds that samples are tried with. */
import { type Seed, at, first } from "../runtime/fixture.js";

/** Some seeds, that of the first value of all at their head; the same ones on every run. */
export function seeds(count: number): readonly Seed[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? at(first, "trial") : at(i, "trial")));
}

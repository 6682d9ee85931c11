/** Values of unions whose branches a property tells apart. */
import { type Seed, branches, pick } from "./fixture.js";

/** The tags of a branch, and what makes its values. */
export type TaggedMaker<T> = readonly [tags: readonly unknown[], make: (seed: Seed) => T];

/**
 * The value of one of several branches, or what `usual` makes; whoever changes its tag gets a value of the branch that the
 * tag names. `T` is what the place of the call asks for.
 */
export function tagged<T>(
  seed: Seed,
  property: string,
  makers: readonly TaggedMaker<NoInfer<T>>[],
  usual: (seed: Seed) => NoInfer<T> = pick(seed, makers)[1],
): T {
  const value = usual(seed);
  const tagOf = (of: unknown): unknown => (of as Readonly<Record<string, unknown>>)[property];
  if (Object(value) === value)
    branches.set(value as object, (overrides) => {
      const wanted = makers.find(([tags]) => tags.includes(tagOf(overrides)));
      return wanted === undefined || wanted[0].includes(tagOf(value)) ? value : wanted[1](seed);
    });
  return value;
}

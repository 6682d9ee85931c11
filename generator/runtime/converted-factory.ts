/** Fixtures of converted values: made as they stand on the wire, and read. */
import type { Converter, Wire } from "./converter.js";
import {
  type Case,
  type Factory,
  type FixtureOptions,
  type Overrides,
  overridden,
  rebranched,
} from "./fixture.js";

/** Makes values of what another factory makes for the wire. An invalid case is read as far as it can be. */
export function convertedFactory<T>(wire: Factory<Wire<T>>, converter: () => Converter): Factory<T, Wire<T>> {
  const build = (overrides?: Overrides<T>, options?: FixtureOptions): T =>
    overridden(converter().read(rebranched(wire(undefined, options), overrides)), overrides) as T;
  const listing = (kind: "edges" | "invalid") =>
    function* (options?: FixtureOptions): Generator<Case<T>> {
      for (const each of wire[kind](options)) yield { ...each, value: converter().read(each.value) as T };
    };
  return Object.assign(build, {
    make: wire.make,
    edits: wire.edits,
    edges: listing("edges"),
    invalid: listing("invalid"),
    many: (count: number, overrides?: Overrides<T>, { seed = 0, index = 0 }: FixtureOptions = {}) =>
      Array.from({ length: count }, (_, i) => build(overrides, { seed, index: index + i })),
  });
}

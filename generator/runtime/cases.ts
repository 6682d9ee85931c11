/** Values at the edges of a schema and just beyond them, made of a fixture by changing it at one place. */

type Path = readonly (string | number)[];

/**
 * What stands at a place instead of the fixture's own value; undefined takes the place away. What the case shows may be
 * deeper in the new value.
 */
export type Change = readonly [code: string, value: unknown, below?: Path];

/** The cases of some places. */
export interface Cases {
  /** Each a property of the value, an index, or a path. */
  readonly at: readonly (string | number | Path)[];
  readonly edges?: readonly Change[];
  readonly invalid?: readonly Change[];
  /** The fixture whose cases are cases of these places. */
  readonly of?: { readonly cases: () => readonly Cases[] };
}

/** A change at one place. */
export interface Changed {
  readonly code: string;
  /** Where the case is. */
  readonly path: (string | number)[];
  /** Where the change is made. */
  readonly at: (string | number)[];
  readonly to: unknown;
}

/** Every change of one kind. The cases of other fixtures are not followed in circles. */
export function* changes(
  cases: () => readonly Cases[],
  kind: "edges" | "invalid",
  open: readonly unknown[] = [],
): Generator<Changed> {
  for (const { at, of, [kind]: own = [] } of cases())
    for (const place of at) {
      for (const [code, to, below = []] of own)
        yield { code, path: [place, below].flat(2), at: [place].flat(), to };
      if (of && !open.includes(of))
        for (const each of changes(of.cases, kind, [...open, of]))
          yield { ...each, path: [place, each.path].flat(2), at: [place, each.at].flat(2) };
    }
}

/** The value, which nobody else holds yet, with another one at a path. */
export function replaced(value: unknown, path: Path, to: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return to;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Holder, value as Holder);
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return value;
}

type Holder = Record<string | number, unknown>;

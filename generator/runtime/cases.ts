/** Values at the edges of a schema and just beyond them, made of a fixture by changing it at one place. */

type Path = readonly (string | number)[];

/**
 * What stands at a place instead of the fixture's own value; undefined takes the place away. What the case shows may be
 * deeper in the new value.
 */
export type Change = readonly [code: string, value: unknown, below?: Path];

/**
 * An alternative that a keyword leaves, a value that shows it, and the cases of that value. Those of a union are told of
 * by one issue of the keyword, as its cause.
 */
export type Variant = readonly [code: string, value: () => unknown, cases?: readonly Cases[], isUnion?: true];

/** The cases of some places. */
export interface Cases {
  /** Each a property of the value, an index, or a path. */
  readonly at: readonly (string | number | Path)[];
  readonly edges?: readonly Change[];
  readonly invalid?: readonly Change[];
  /** The fixture whose cases are cases of these places. */
  readonly of?: { readonly cases: () => readonly Cases[] };
  readonly variants?: readonly Variant[];
}

/** A rule, and the place where a value breaks it or is at its edge. */
export interface Rule {
  readonly code: string;
  readonly path: (string | number)[];
}

/** A change of a fixture's value, and what it shows. */
export interface Edit extends Rule {
  readonly cause?: Rule;
  readonly edit: (value: unknown) => unknown;
}

/** Every change of one kind. The cases of other fixtures are not followed in circles. */
export function* edits(
  cases: readonly Cases[],
  kind: "edges" | "invalid",
  outer: Path = [],
  open: readonly unknown[] = [],
): Generator<Edit> {
  for (const { at, of, variants = [], [kind]: own = [] } of cases)
    for (const place of at) {
      const path = outer.concat(place);
      for (const [code, to, below = []] of own)
        yield { code, path: path.concat(below), edit: (value) => replaced(value, path, to) };
      if (of && !open.includes(of)) yield* edits(of.cases(), kind, path, [...open, of]);
      for (const [code, make, inner = [], isUnion] of variants) {
        const edit = (value: unknown): unknown => replaced(value, path, make());
        const isEdge = kind === "edges";
        if (isEdge) yield { code, path: path.concat(), edit };
        for (const { edit: more, ...rule } of edits(inner, kind, path, open))
          yield {
            ...(isUnion && !isEdge ? { code, path: path.concat(), cause: rule } : rule),
            edit: (value) => more(edit(value)),
          };
      }
    }
}

/** The value, which nobody else holds yet, with another one at a path. */
function replaced(value: unknown, path: Path, to: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return to;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Holder, value as Holder);
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return value;
}

type Holder = Record<string | number, unknown>;

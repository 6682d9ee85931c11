/** Values at the edges of a schema and just beyond them, made of a fixture by changing it at one place. */

type Path = readonly (string | number)[];

/**
 * What stands at a place instead of the fixture's own value; undefined takes the place away. What the case shows may be
 * deeper in the new value.
 */
export type Change = readonly [code: string, value: unknown, below?: Path];

/** The cases of some places. */
export interface Cases {
  /** Each a property of the value, an index, or a path; absent: the value itself. */
  readonly at?: readonly (string | number | Path)[];
  readonly edges?: readonly Change[];
  readonly invalid?: readonly Change[];
  /** The fixture, or the alternative, whose cases are cases of these places. */
  readonly of?: HasEdits;
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

/** The changes of one kind at a place; those of what is `open` already are not followed in circles. */
export type EditsAt = (kind: "edges" | "invalid", path?: Path, open?: readonly unknown[]) => Iterable<Edit>;

export interface HasEdits {
  readonly edits: EditsAt;
}

/** The changes that cases describe. */
export function editsOf(cases: () => readonly Cases[]): EditsAt {
  return function* (kind, outer = [], open = []) {
    for (const { at = [[]], of, [kind]: own = [] } of cases())
      for (const place of at) {
        const path = outer.concat(place);
        for (const [code, to, below = []] of own)
          yield { code, path: path.concat(below), edit: (value) => replaced(value as Holder, path, to) };
        if (of && !open.includes(of)) yield* of.edits(kind, path, [...open, of]);
      }
  };
}

/** What a path leads into. */
export type Holder = Record<string | number, unknown>;

/** The value, which nobody else holds yet, with another one at a path. */
export function replaced(holder: Holder, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  to = replaced(holder[key] as Holder, rest, to);
  if (to === undefined) delete holder[key];
  else holder[key] = to;
  return holder;
}

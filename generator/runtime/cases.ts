/** Values at the edges of a schema and just beyond them, made of a fixture by changing it at one place. */

type Path = readonly (string | number)[];

/** A place in a value: a property of it, an index, or a path. */
type Place = string | number | Path;

/** What stands at each of some places instead of the fixture's own value; undefined takes the place away. */
export type Change = readonly [label: string, value: unknown, ...places: Place[]];

/** The fixture whose cases are cases of this one as well, and where its values stand. */
export type Inner = readonly [factory: { readonly cases: () => Cases }, ...places: Place[]];

export interface Cases {
  readonly edges?: readonly Change[];
  readonly invalid?: readonly Change[];
  readonly inner?: readonly Inner[];
}

/** A value that is changed at one place. */
export interface Changed {
  readonly label: string;
  readonly path: (string | number)[];
  readonly value: unknown;
}

/** Every change of one kind, made to a fresh value each time. Inner cases are not followed in circles. */
export function* changed(
  value: () => unknown,
  cases: () => Cases,
  kind: "edges" | "invalid",
): Generator<Changed> {
  for (const { label, path, to } of changes(cases, kind, []))
    yield { label, path, value: replaced(value(), path, to) };
}

interface Flat {
  readonly label: string;
  readonly path: (string | number)[];
  readonly to: unknown;
}

function* changes(cases: () => Cases, kind: "edges" | "invalid", open: readonly unknown[]): Generator<Flat> {
  const { [kind]: own = [], inner = [] } = cases();
  for (const [label, to, ...places] of own)
    for (const place of places) yield { label, path: [place].flat(), to };
  for (const [factory, ...places] of inner)
    if (!open.includes(factory.cases))
      for (const each of changes(factory.cases, kind, [...open, cases]))
        for (const place of places) yield { ...each, path: [...[place].flat(), ...each.path] };
}

/** A copy of the value with another one at a path. */
function replaced(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const inner = replaced(copy[key], rest, to);
  if (inner === undefined) delete copy[key];
  else
    Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true });
  return copy;
}

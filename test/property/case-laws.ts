/** What must hold of the edges, the invalid cases and the series of every factory. */
import type { Factory, FixtureOptions } from "../../generator/runtime/fixture.js";
import type { Issue } from "../../generator/runtime/issue.js";

/** What values are judged by. */
export interface Judges {
  /** The validator under test. */
  readonly check: (value: unknown) => readonly Found[];
  /** The other validator. */
  readonly judge: (value: unknown) => boolean;
}

/** What is wrong with a value, and why, where a union says so. */
type Found = Pick<Issue, "code" | "path"> & { readonly causes?: readonly Pick<Issue, "code" | "path">[] };

export type Judged = Judges & { readonly factory: Factory<unknown> };

/** The first of all values, which shows examples, and others. */
const places: readonly (FixtureOptions | undefined)[] = [
  undefined,
  { seed: 1 },
  { seed: 20_100_401, index: 3 },
  { index: 77 },
];

/** What is wrong with a factory's cases and series; nothing, usually. */
export function problemsOf({ factory, ...judges }: Judged): readonly string[] {
  return [...casesProblems(factory, () => [[], judges]), ...commonProblems(factory)];
}

/** A member of what a request takes. */
export interface Part {
  readonly name: string;
  readonly required: boolean;
  /** Absent: what it holds has no schema with a name. */
  readonly judges: Judges | undefined;
}

/** What is wrong with the cases and the series of requests: those of their parts, and those that lack one. */
export function requestProblems(request: Factory<unknown>, parts: readonly Part[]): readonly string[] {
  const partAt = ([name]: Path): Part | undefined => parts.find((each) => each.name === name);
  return [
    ...casesProblems(request, (path) => [path.slice(0, 1), partAt(path)?.judges ?? noJudges(partAt(path))]),
    ...commonProblems(request),
  ];
}

/** Of a part without a schema of its own nothing is known but whether it is there, as it must be. */
const noJudges = (part: Part | undefined): Judges => ({
  check: (value) => (value === undefined && part?.required ? [{ code: "required", path: [] }] : []),
  judge: (value) => value !== undefined || part?.required !== true,
});

type Path = readonly (string | number)[];

/** The place in the value that judges what stands at a path, and the judges. */
type JudgesAt = (path: Path) => readonly [place: Path, judges: Judges];

function casesProblems(factory: Factory<unknown>, judgesAt: JudgesAt): readonly string[] {
  return places.flatMap((each) => [
    ...edgeProblems(factory, judgesAt, each),
    ...invalidProblems(factory, judgesAt, each),
  ]);
}

/** Each edge is valid, and none is there twice. */
function* edgeProblems(
  factory: Factory<unknown>,
  judgesAt: JudgesAt,
  options?: FixtureOptions,
): Iterable<string> {
  const seen = new Set<string>();
  for (const { code, path, value } of factory.edges(options)) {
    const told = `edge ${code} ${JSON.stringify({ path, value, ...options })}`;
    const [place, { check, judge }] = judgesAt(path);
    const part = partAt(value, place);
    const issues = check(part);
    if (issues.length > 0) yield `${told}: we say ${JSON.stringify(issues)}`;
    if (!judge(part)) yield `${told}: ajv says that it is invalid`;
    if (seen.has(told)) yield `${told}: it is there twice`;
    seen.add(told);
  }
}

/** Each invalid case has the one issue that it tells of, and none is there twice. */
function* invalidProblems(
  factory: Factory<unknown>,
  judgesAt: JudgesAt,
  options?: FixtureOptions,
): Iterable<string> {
  const seen = new Set<string>();
  for (const { code, path, value, cause } of factory.invalid(options)) {
    const told = `invalid ${code} ${JSON.stringify({ path, value, cause, ...options })}`;
    const [place, { check, judge }] = judgesAt(path);
    const part = partAt(value, place);
    const issues = check(part);
    const shown = (each: Found): readonly unknown[] => [each.code, [...place, ...each.path]];
    const found = JSON.stringify(
      issues.map((each) => [...shown(each), ...(cause ? (each.causes ?? []).map(shown) : [])]),
    );
    const expected = JSON.stringify([[code, path, ...(cause ? [[cause.code, cause.path]] : [])]]);
    if (found !== expected) yield `${told}: we say ${JSON.stringify(issues)}`;
    if (judge(part)) yield `${told}: ajv says that it is valid`;
    if (seen.has(told)) yield `${told}: it is there twice`;
    seen.add(told);
  }
}

const partAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key], value);

const commonProblems = (factory: Factory<unknown>): readonly string[] => [
  ...seriesProblems(factory),
  ...freshnessProblems(factory),
];

/** A series is made of the values of its indexes. */
function* seriesProblems(factory: Factory<unknown>): Iterable<string> {
  for (const { seed = 0, index = 0 } of [{}, { seed: 5 }, { index: 4 }, { seed: -1, index: 9 }]) {
    const series = factory.many(5, undefined, { seed, index });
    if (series.length !== 5) yield `many(5) gives ${series.length} values`;
    for (const [i, value] of series.entries())
      if (!isSame(value, factory(undefined, { seed, index: index + i })))
        yield `many(5) from seed ${seed} and index ${index}: the value ${i} is not that of index ${index + i}`;
  }
  if (factory.many(0).length !== 0) yield "many(0) gives values";
  if (
    !isSame(
      factory.many(3),
      [0, 1, 2].map((index) => factory(undefined, { index })),
    )
  )
    yield "many(3) are not the values of the indexes 0, 1 and 2";
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a caller does to the values does not show in those that come later. */
function* freshnessProblems(factory: Factory<unknown>): Iterable<string> {
  const all = (): string => JSON.stringify([[...factory.edges()], [...factory.invalid()]]);
  const before = all();
  for (const each of [...factory.edges(), ...factory.invalid()]) spoil(each);
  if (all() !== before) yield "a case that a caller has changed comes back changed";
}

/** Changes everything in a value that can be changed. */
export function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const each of Object.values(value)) spoil(each);
  if (Array.isArray(value)) value.push("spoilt");
  else Object.assign(value, { spoilt: true });
}

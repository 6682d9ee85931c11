/** Values at the edges of a schema, and values just beyond them: each proved against the schema before it is printed. */
import type { Json } from "../json.js";
import { type Schema, type SchemaId, type SchemaTable, isNull, isPureRef, named } from "../model/schema.js";
import { exempt } from "../validate/exempt.js";
import type { Judge } from "../validate/proof.js";
import { withTag } from "./branches.js";
import type { Case, Cases, CasesOf, Path } from "./case.js";
import { edgeCandidates } from "./edge-candidates.js";
import { type SampleOf, evaluate } from "./evaluate.js";
import { invalidCandidates } from "./invalid-candidates.js";
import { seeds } from "./seeds.js";
import { together } from "./merge.js";
import { isContainer, sampleAt } from "./sample-at.js";
import type { Sample } from "./sample.js";
import type { Samples } from "./solve.js";

/** Longer values make no fixture that anyone would read. */
const longest = 400;

export function casesOf(table: SchemaTable, samples: Samples, validators: Judge): (id: SchemaId) => Cases {
  return (id) => {
    const { schema } = named(table, id);
    const sample = samples.of(id);
    return sample === undefined ? none : collect(schema, sample, table, samples, validators);
  };
}

const none: Cases = { edges: [], invalid: [], inner: [] };

/** A schema at a place of the whole value, and what decides there: the schema that sees the place as a whole. */
interface Visit {
  readonly schema: Schema;
  readonly path: Path;
  readonly judge: Schema;
  readonly judgePath: Path;
  /** The schemas that are being visited at this place. */
  readonly open: readonly SchemaId[];
}

function collect(
  whole: Schema,
  sample: Sample,
  table: SchemaTable,
  samples: Samples,
  validators: Judge,
  isBranch = false,
): Cases {
  const edges: Case[] = [];
  const invalid: Case[] = [];
  const inner: CasesOf[] = [];
  const of: SampleOf = (id) => samples.of(id) ?? sample;
  const bases = seeds(5).map((seed) => evaluate(sample, seed, of));

  const visit = (at: Visit): void => {
    const { schema } = exempt(at.schema);
    if (isPureRef(schema)) visitRef(schema.ref, at);
    else {
      proveEdges(at);
      proveInvalid(schema, at);
      if (schema.discriminator !== undefined && !isBranch) visitBranches(schema, at);
      for (const each of childrenOf(schema, valueAt(bases[0], at.path))) visitChild(schema, each, at);
    }
  };

  /** The cases of what stands there alone are its own; what applies beside others is looked at here. */
  const visitRef = (id: SchemaId, at: Visit): void => {
    if (at.schema !== at.judge) {
      if (!at.open.includes(id)) visit({ ...at, schema: named(table, id).schema, open: [...at.open, id] });
      return;
    }
    const there = sampleAt(sample, at.path, of);
    // An example need not have the parts that the cases of its schema change.
    const shown = there?.kind === "example" && !isContainer(there.otherwise, of) ? there.otherwise : there;
    if (shown?.kind === "named" && shown.id === id) inner.push({ id, path: at.path });
  };

  /** Where nothing but the child speaks of its place, the child alone decides. */
  const visitChild = (schema: Schema, { schema: child, step }: Child, at: Visit): void => {
    const path = [...at.path, ...step];
    if (step.length === 0) visit({ ...at, schema: child });
    else if (sampleAt(sample, path, of) === undefined) return;
    else if (isTransparent(schema) && at.schema === at.judge)
      visit({ schema: child, path, judge: child, judgePath: path, open: [] });
    else visit({ ...at, schema: child, path, open: [] });
  };

  /** A branch shows its cases in values of its own, because the value that stands there may be of another branch. */
  const visitBranches = (schema: Schema, at: Visit): void => {
    for (const [i, branch] of (schema.oneOf ?? schema.anyOf ?? []).entries()) {
      const shown = samples.sampleOf(withTag(schema, branch, i), "");
      if (shown === undefined || isNull(branch)) continue;
      const base = evaluate(shown, seeds(1)[0] as number, of);
      const own = isPureRef(branch) ? named(table, branch.ref).schema : branch;
      const cases = collect(own, shown, table, samples, validators, true);
      for (const { label, value, path } of cases.edges) {
        const changed = put(base, path, value);
        if (isShort(changed) && accepted(at, [], changed))
          edges.push({ label, value: changed, path: at.path, below: path });
      }
      for (const { label, value, path } of cases.invalid) {
        const changed = put(base, path, value);
        if (isShort(changed) && refused(at, [], changed, label, path))
          invalid.push({ label, value: changed, path: at.path, below: path });
      }
    }
  };

  const accepted = (at: Visit, below: Path, value: Json | undefined): boolean =>
    changed(at, below, value).every((each) => validators.accepts(at.judge, each));

  /** Whether there is just one issue, with this code at this place below that of the visit. */
  const refused = (at: Visit, below: Path, value: Json | undefined, code: string, place: Path): boolean => {
    const wanted = JSON.stringify([code, [...at.path, ...place].slice(at.judgePath.length)]);
    return changed(at, below, value).every((each) => {
      const [issue, ...more] = validators.issues(at.judge, each);
      return more.length === 0 && JSON.stringify([issue?.code, issue?.path]) === wanted;
    });
  };

  /** The values to judge when something is changed at a place. */
  const changed = ({ path, judgePath }: Visit, below: Path, value: Json | undefined): readonly Json[] => {
    const place = [...path.slice(judgePath.length), ...below];
    return bases.map((base) => put(valueAt(base, judgePath), place, value));
  };

  const proveEdges = (at: Visit): void => {
    for (const { label, value } of edgeCandidates(at.schema, valueAt(bases[0], at.path)))
      if (isShort(value) && accepted(at, [], value)) edges.push({ label, value, path: at.path });
  };

  /** Values that only `not` forbids. */
  const forbidden = ({ not, ...rest }: Schema): readonly Json[] => {
    const shown = not && samples.sampleOf(together(rest, not), "");
    return shown === undefined ? [] : seeds(3).map((seed) => evaluate(shown, seed, of));
  };

  const proveInvalid = (schema: Schema, at: Visit): void => {
    const proved = new Set<string>();
    const here = sampleAt(sample, at.path, of);
    const divisible = here !== undefined && isContainer(here, of);
    const candidates = invalidCandidates(schema, valueAt(bases[0], at.path), forbidden(schema));
    for (const { label, value, below = [], shows = [] } of candidates) {
      const path = [...at.path, ...below];
      const key = JSON.stringify([label, [...path, ...shows]]);
      if (proved.has(key) || !isShort(value) || (below.length > 0 && !divisible)) continue;
      if (!refused(at, below, value, label, [...below, ...shows])) continue;
      proved.add(key);
      invalid.push({ label, value, path, ...(shows.length === 0 ? {} : { below: shows }) });
    }
  };

  visit({ schema: whole, path: [], judge: whole, judgePath: [], open: [] });
  return {
    edges: distinct(edges.filter(isPlaced)),
    invalid: distinct(invalid.filter(isPlaced)),
    inner: inner.filter(isPlaced),
  };
}

const isShort = (value: Json | undefined): boolean =>
  value === undefined || JSON.stringify(value).length <= longest;

/** Whether what is wrong with a part of a value is wrong with the value, and nothing else is. */
function isTransparent({
  ref,
  allOf,
  anyOf,
  oneOf,
  not,
  conditional,
  array,
  object,
  types,
}: Schema): boolean {
  return (
    [ref, allOf, anyOf, oneOf, not, conditional, array?.contains, array?.unevaluatedItems].every(isAbsent) &&
    [object?.unevaluatedProperties, object?.dependentSchemas, array?.uniqueItems].every(isAbsent) &&
    (object?.patternProperties.length ?? 0) === 0 &&
    types !== undefined
  );
}

const isAbsent = (value: unknown): boolean => value === undefined;

interface Child {
  readonly schema: Schema;
  readonly step: Path;
}

/** The schemas that speak of the value, or of the parts that it has; items that must differ are left alone. */
function childrenOf(schema: Schema, value: Json | undefined): readonly Child[] {
  const { pointer, ref, allOf = [], conditional, object } = schema;
  const array = schema.array?.uniqueItems ? undefined : schema.array;
  const dependent = object?.dependentSchemas?.map((each) => each.schema) ?? [];
  const referred: readonly Schema[] = ref === undefined ? [] : [{ pointer, ref, annotations: {} }];
  const items = array?.prefixItems?.map((each, i) => ({ schema: each, step: [i] })) ?? [];
  const rest = array?.items === undefined ? [] : [{ schema: array.items, step: [items.length] }];
  const declared = new Set(object?.properties.map((each) => each.name));
  const others =
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.keys(value).filter((name) => !declared.has(name))
      : [];
  const additional = object?.additionalProperties;
  return [
    ...[...referred, ...allOf, conditional?.then, conditional?.else, ...dependent].flatMap((each) =>
      each === undefined ? [] : [{ schema: each, step: [] }],
    ),
    ...items,
    ...rest,
    ...(object?.properties.map((each) => ({ schema: each.schema, step: [each.name] })) ?? []),
    ...(additional === undefined
      ? []
      : others.slice(0, 1).map((name) => ({ schema: additional, step: [name] }))),
  ];
}

/** A property of this name cannot be set at run time: that would set the prototype. */
const isPlaced = ({ path }: { readonly path: Path }): boolean => !path.includes("__proto__");

/** One case for each value of a place: the shortest text may also be the longest. */
function distinct(cases: readonly Case[]): readonly Case[] {
  const all = new Map<string, Case>();
  for (const each of cases) {
    const key = JSON.stringify([each.value ?? null, each.value === undefined, each.path, each.below ?? []]);
    if (!all.has(key)) all.set(key, each);
  }
  return [...all.values()];
}

/** The value at a path; undefined where there is none. */
function valueAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as { readonly [key: string | number]: Json })[key]
        : undefined,
    value,
  );
}

/** A copy with another value at a path. */
export function put(whole: Json | undefined, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value as Json;
  const inner = put(valueAt(whole, [key]), rest, value);
  if (Array.isArray(whole)) return Object.assign([...(whole as readonly Json[])], { [key]: inner });
  const object = (whole ?? {}) as { readonly [key: string]: Json };
  if (inner !== undefined) return { ...object, [key]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

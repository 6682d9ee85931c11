/** Values at the edges of a schema, and values just beyond them: each proved against the schema before it is printed. */
import type { Json } from "../json.js";
import { isObject, sameJson } from "../json.js";
import { type Schema, type SchemaId, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { exempt } from "../validate/exempt.js";
import type { Judge } from "../validate/proof.js";
import { type Memo, recalled } from "../memo.js";
import { solelyDescribed } from "./conjunction.js";
import { put, valueAt } from "./at-path.js";
import type { Candidate, Case, Cases, CasesOf, Path, VariantCases } from "./case.js";
import { edgeCandidates } from "./edge-candidates.js";
import { type SampleOf, evaluate } from "./evaluate.js";
import { extremes } from "./extremes.js";
import { invalidCandidates } from "./invalid-candidates.js";
import { keeping, opposites } from "./opposites.js";
import { type Part, isTransparent, partsOf } from "./parts.js";
import { seeds } from "./seeds.js";
import { isContainer, sampleAt } from "./sample-at.js";
import { type Sample, constant } from "./sample.js";
import type { Samples } from "./solve.js";
import { type Variant, variantsOf } from "./variants.js";

/** Longer values make no fixture that anyone would read; one that many cases start from may be somewhat longer. */
const longest = 400;
const longestVariant = 1200;

/**
 * The cases of each schema. They take long to prove, and are the same where nothing differs that the schema leads to: `keys` tell
 * that.
 */
export function casesOf(
  table: SchemaTable,
  samples: Samples,
  validators: Judge,
  memo: Memo,
  keys: ReadonlyMap<SchemaId, string>,
): (id: SchemaId) => Cases {
  return (id) => {
    const { schema } = named(table, id);
    const sample = samples.of(id);
    if (sample === undefined) return none;
    const source = JSON.stringify([id, keys.get(id)]);
    return recalled("cases", source, memo, () => collect(schema, sample, { table, samples, validators }));
  };
}

const none: Cases = { edges: [], invalid: [], variants: [], inner: [] };

interface Known {
  readonly table: SchemaTable;
  readonly samples: Samples;
  readonly validators: Judge;
}

/** A schema at a place of the whole value, and what decides there: the schema that sees the place as a whole. */
interface Visit {
  readonly schema: Schema;
  readonly path: Path;
  readonly judge: Schema;
  readonly judgePath: Path;
  /** The schemas that speak of the same place. */
  readonly beside: readonly Schema[];
  /** The schemas that are being visited at this place. */
  readonly open: readonly SchemaId[];
  /** Whether a valid value may be wrong there all the same, because it must differ from its neighbours. */
  readonly distinct: boolean;
}

/** The only thing that is wrong with a value. */
type Found = {
  readonly code: string;
  readonly path: Path;
  readonly causes: readonly { readonly code: string; readonly path: Path }[];
};

function collect(whole: Schema, sample: Sample, known: Known, isVariant = false): Cases {
  const { table, samples, validators } = known;
  const edges: Case[] = [];
  const invalid: Case[] = [];
  const variants: VariantCases[] = [];
  const inner: CasesOf[] = [];
  const of: SampleOf = (id) => samples.of(id) ?? sample;
  const bases =
    sample.kind === "constant" ? [sample.value] : seeds(5).map((seed) => evaluate(sample, seed, of));

  const visit = (at: Visit): void => {
    const { schema } = exempt(at.schema, table);
    if (isPureRef(schema)) visitRef(schema.ref, at);
    else {
      if (!at.distinct) proveEdges(schema, at);
      proveInvalid(schema, at);
      if (!isVariant && !at.distinct) for (const each of variantsOf(schema)) visitVariant(each, at);
      for (const each of partsOf(schema, valueAt(bases[0], at.path))) visitPart(schema, each, at);
    }
  };

  /** The cases of what stands there alone are its own; what applies beside others is looked at here. */
  const visitRef = (id: SchemaId, at: Visit): void => {
    if (at.schema !== at.judge || at.distinct) {
      if (!at.open.includes(id)) visit({ ...at, schema: named(table, id).schema, open: [...at.open, id] });
      return;
    }
    const there = sampleAt(sample, at.path, of);
    // An example need not have the parts that the cases of its schema change.
    const shown = there?.kind === "example" && !isContainer(there.otherwise, of) ? there.otherwise : there;
    if (shown?.kind === "named" && shown.id === id) inner.push({ id, path: at.path });
  };

  /** Where a part's schema decides alone, its place is looked at for itself. */
  const visitPart = (schema: Schema, { schema: part, step, beside, distinct }: Part, at: Visit): void => {
    const path = [...at.path, ...step];
    if (step.length === 0) visit({ ...at, schema: part, beside: [...at.beside, ...beside] });
    else if (sampleAt(sample, path, of) === undefined) return;
    else if (decidesAlone(schema, step, at))
      visit({
        schema: part,
        path,
        judge: part,
        judgePath: path,
        beside: [],
        open: [],
        distinct: at.distinct,
      });
    else visit({ ...at, schema: part, path, beside: [], open: [], distinct: at.distinct || distinct });
  };

  /** Whether nothing but the part's schema speaks of its place. */
  const decidesAlone = (
    schema: Schema,
    [name]: Path,
    { schema: seen, judge, path, judgePath }: Visit,
  ): boolean =>
    seen === judge
      ? isTransparent(schema)
      : path.length === judgePath.length && typeof name === "string" && solelyIn(judge).has(name);

  const solely = new Map<Schema, ReadonlySet<string>>();
  const solelyIn = (judge: Schema): ReadonlySet<string> => {
    const names = solely.get(judge) ?? solelyDescribed(judge, table);
    solely.set(judge, names);
    return names;
  };

  /** An alternative shows its cases in a value of its own, unless it is what the fixture shows, and no union's. */
  const visitVariant = ({ label, branch, schema, alone, union }: Variant, at: Visit): void => {
    const isUnion = label === "anyOf" || label === "oneOf";
    const isShown = (base: Json): boolean => validators.accepts(schema, valueAt(base, at.path) ?? null);
    if (!isUnion && bases.every(isShown)) return;
    const fits = (each: Json): boolean => isPrintable(each, longestVariant) && accepted(at, [], each);
    const like = (each: Schema): Json | undefined => valuesLike(keeping(each, ...at.beside), 8).find(fits);
    const value = like(alone) ?? like(schema);
    if (value === undefined) return;
    const own = isPureRef(branch) ? named(table, branch.ref).schema : branch;
    const cases = collect(own, constant(value), known, true);
    const told: Case[] = [];
    for (const each of cases.invalid) {
      const { label: code, path, below = [] } = each;
      const broken = put(value, path, each.value);
      const found = issueOf(at, [], broken);
      const rule = { code, path: [...path, ...below] };
      if (
        found === undefined ||
        (union === undefined && !sameJson([found.code, found.path], [code, rule.path]))
      )
        continue;
      if (union === undefined || sameJson(found, { code: union, path: [], causes: [rule] })) told.push(each);
      // Another branch is as near, and the issue tells of that one.
      else if (sameJson([found.code, found.path], [union, []]) && isPrintable(broken, longest))
        invalid.push({ label: union, value: broken, path: at.path });
    }
    variants.push({
      path: at.path,
      label,
      value,
      edges: cases.edges.filter((each) => accepted(at, [], put(value, each.path, each.value))),
      invalid: told,
      ...(union === undefined ? {} : { union }),
    });
  };

  const valuesLike = (schema: Schema, count: number): readonly Json[] => {
    const shown = samples.guessOf(schema);
    return shown === undefined ? [] : seeds(count).map((seed) => evaluate(shown, seed, of));
  };

  const accepted = (at: Visit, below: Path, value: Json | undefined): boolean =>
    changed(at, below, value).every((each) => validators.accepts(at.judge, each));

  /** The one issue that a change leads to, the same one in every value, with paths from the place of the visit. */
  const issueOf = (at: Visit, below: Path, value: Json | undefined): Found | undefined => {
    const depth = at.path.length - at.judgePath.length;
    let found: Found | undefined;
    for (const each of changed(at, below, value)) {
      const [issue, ...more] = validators.issues(at.judge, each);
      if (issue === undefined || more.length > 0) return undefined;
      const causes = issue.causes.map(({ code, path }) => ({ code, path: path.slice(depth) }));
      const one: Found = { code: issue.code, path: issue.path.slice(depth), causes };
      if (issue.path.length < depth || (found !== undefined && !sameJson(found, one))) return undefined;
      found = one;
    }
    return found;
  };

  /** The values to judge when something is changed at a place. */
  const changed = ({ path, judgePath }: Visit, below: Path, value: Json | undefined): readonly Json[] => {
    const place = [...path.slice(judgePath.length), ...below];
    return bases.map((base) => put(valueAt(base, judgePath), place, value));
  };

  /** The labels of the edges of each place. */
  const edgesAt = new Map<string, Set<string>>();

  const proveEdges = (schema: Schema, at: Visit): void => {
    const place = JSON.stringify(at.path);
    const proved = edgesAt.get(place) ?? new Set();
    edgesAt.set(place, proved);
    const prove = (label: string, value: Json | undefined, below: Path = []): boolean => {
      if (!isPrintable(value, longest) || !accepted(at, below, value)) return false;
      proved.add(label);
      edges.push({ label, value, path: [...at.path, ...below] });
      return true;
    };
    const value = valueAt(bases[0], at.path);
    for (const each of edgeCandidates(at.schema, value)) prove(each.label, each.value);
    if (schema.enum !== undefined) return;
    for (const { label, schema: likely } of extremes(schema))
      if (!proved.has(label))
        for (const each of valuesLike(keeping(likely, ...at.beside), 1))
          if (value === undefined || !hasAsMany(each, value)) prove(label, each);
    const missing = isObject(value) ? missingMembers(schema, value) : [];
    const all = Object.fromEntries([...Object.entries(value ?? {}), ...missing]) as Json;
    if (missing.length > 1 && prove("properties", all)) return;
    for (const [name, each] of missing) prove("properties", each, [name]);
  };

  /** Optional properties that the fixture leaves out: those that lead back to the schema itself, say. */
  const missingMembers = ({ object }: Schema, value: Json): readonly (readonly [string, Json])[] =>
    (object?.properties ?? [])
      .filter((each) => !each.required && !each.schema.never && !Object.hasOwn(value as object, each.name))
      .flatMap((each) => valuesLike(each.schema, 1).map((member) => [each.name, member] as const));

  const proveInvalid = (schema: Schema, at: Visit): void => {
    const proved = new Set<string>();
    const here = sampleAt(sample, at.path, of);
    const divisible = here !== undefined && isContainer(here, of);
    const prove = ({ label, value, below = [], shows }: Partial<Candidate> & { label: string }): boolean => {
      const path = [...at.path, ...below];
      if (!isPrintable(value, longest) || (below.length > 0 && !divisible)) return false;
      const found = issueOf(at, below, value);
      if (found?.code !== label || !sameJson(found.path.slice(0, below.length), below)) return false;
      const place = found.path.slice(below.length);
      if (shows !== undefined && !sameJson(place, shows)) return false;
      const key = JSON.stringify([label, found.path]);
      if (proved.has(key)) return false;
      proved.add(key).add(label);
      invalid.push({ label, value, path, ...(place.length === 0 ? {} : { below: place }) });
      return true;
    };
    for (const { shows = [], ...each } of invalidCandidates(schema, valueAt(bases[0], at.path)))
      prove({ ...each, shows });
    for (const { label, schema: likely, shows } of opposites(schema)) {
      if (proved.has(shows === undefined ? label : JSON.stringify([label, shows]))) continue;
      const values = valuesLike(keeping(likely, ...at.beside), 4);
      values.some((value) => prove({ label, value, ...(shows === undefined ? {} : { shows }) }));
    }
  };

  visit({ schema: whole, path: [], judge: whole, judgePath: [], beside: [], open: [], distinct: false });
  return withoutRepetitions({
    edges: edges.filter(isPlaced),
    invalid: invalid.filter(isPlaced),
    variants: variants.filter(isPlaced),
    inner: inner.filter(isPlaced),
  });
}

/** Whether a value has as many members as another one, which is no edge then. */
const hasAsMany = (value: Json, other: Json): boolean =>
  isObject(value) && isObject(other) && Object.keys(value).length === Object.keys(other).length;

/** Whether a value can stand in the text of a fixture: it is short, and no file, for which there is no literal. */
const isPrintable = (value: Json | undefined, most: number): boolean =>
  value === undefined || (JSON.stringify(value).length <= most && !holdsFile(value));

const holdsFile = (value: unknown): boolean =>
  value instanceof Blob ||
  (typeof value === "object" && value !== null && Object.values(value).some(holdsFile));

/** A property of this name cannot be set at run time: that would set the prototype. */
const isPlaced = ({ path }: { readonly path: Path }): boolean => !path.includes("__proto__");

/** One case for each value of a place: the shortest text may also be the longest, and what one branch allows another one may too. */
function withoutRepetitions({ edges, invalid, variants, inner }: Cases): Cases {
  const seen = new Set<string>();
  const isNew = (kind: string, path: Path, value: Json | undefined): boolean => {
    const key = JSON.stringify([kind, path, value ?? null, value === undefined]);
    return seen.size < seen.add(key).size;
  };
  // What a union says of a branch says more than that no branch fits.
  const isUnion = ({ label }: Case): boolean => label === "anyOf" || label === "oneOf";
  const isNewCase = (each: Case): boolean => isNew("invalid", each.path, each.value);
  const plain = invalid.filter((each) => !isUnion(each) && isNewCase(each));
  const parts = {
    edges: edges.filter((each) => isNew("edge", each.path, each.value)),
    variants: variants
      .filter((each) => isNew(each.label, each.path, each.value))
      .map((variant) => {
        isNew("edge", variant.path, variant.value);
        const rest = (kind: string, cases: readonly Case[]): readonly Case[] =>
          cases.filter((each) => isNew(kind, variant.path, put(variant.value, each.path, each.value)));
        return { ...variant, edges: rest("edge", variant.edges), invalid: rest("invalid", variant.invalid) };
      }),
    inner,
  };
  return { ...parts, invalid: [...plain, ...invalid.filter((each) => isUnion(each) && isNewCase(each))] };
}

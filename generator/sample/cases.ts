/** Values at the edges of a schema, and values just beyond them: each proved against the schema before it is printed. */
import type { Json } from "../json.js";
import { type Schema, type SchemaId, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { exempt } from "../validate/exempt.js";
import type { Validators } from "../validate/run.js";
import type { Case, Cases, CasesOf, Path } from "./case.js";
import { edgeCandidates } from "./edge-candidates.js";
import { evaluate } from "./evaluate.js";
import { invalidCandidates } from "./invalid-candidates.js";
import { seeds } from "./seeds.js";
import { NoSample } from "./sample.js";
import type { Samples } from "./solve.js";

/** Longer values make no fixture that anyone would read. */
const longest = 400;

export function casesOf(
  table: SchemaTable,
  samples: Samples,
  validators: Validators,
): (id: SchemaId) => Cases {
  return (id) => {
    const { schema } = named(table, id);
    const sample = samples.of(id);
    const all: { edges: Case[]; invalid: Case[]; inner: CasesOf[] } = { edges: [], invalid: [], inner: [] };
    if (sample === undefined) return all;
    const of = (other: SchemaId) => {
      const found = samples.of(other);
      if (found === undefined) throw new NoSample(named(table, other).schema, "", false);
      return found;
    };
    const bases = seeds(3).map((seed) => evaluate(sample, seed, of));
    const visit = (given: Schema, path: Path, whole: Schema, wholePath: Path): void => {
      const { schema: part } = exempt(given);
      if (isPureRef(part)) {
        if (given === whole && samples.of(part.ref) !== undefined) all.inner.push({ id: part.ref, path });
        return;
      }
      const here = path.slice(wholePath.length);
      const values = bases.map((base) => at(base, wholePath));
      for (const each of edgeCandidates(given, at(bases[0], path)))
        if (
          isShort(each.value) &&
          values.every((base) => validators.accepts(whole, put(base, here, each.value)))
        )
          all.edges.push({ label: each.label, value: each.value, path });
      const proved = new Set<string>();
      for (const { label, value, below = [] } of invalidCandidates(part, at(bases[0], path))) {
        const place = [...path, ...below];
        const key = JSON.stringify([label, place]);
        if (proved.has(key) || !isShort(value)) continue;
        const relative = place.slice(wholePath.length);
        const exact = values.every((base) => {
          const [issue, ...more] = validators.issues(whole, put(base, [...here, ...below], value));
          return (
            more.length === 0 &&
            issue?.code === label &&
            JSON.stringify(issue.path) === JSON.stringify(relative)
          );
        });
        if (!exact) continue;
        proved.add(key);
        all.invalid.push({ label, value, path: place });
      }
      for (const { schema: child, step } of childrenOf(part, at(bases[0], path))) {
        const deeper = [...path, ...step];
        if (bases.every((base) => step.length === 0 || at(base, deeper) !== undefined))
          // Where nothing but the child speaks of the place, the child alone decides.
          if (step.length > 0 && isTransparent(part) && given === whole) visit(child, deeper, child, deeper);
          else visit(child, deeper, whole, wholePath);
      }
    };
    visit(schema, [], schema, []);
    return {
      edges: distinct(all.edges.filter(isPlaced)),
      invalid: distinct(all.invalid.filter(isPlaced)),
      inner: all.inner.filter(isPlaced),
    };
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

/** The schemas that speak of the value, or of the parts that it has. */
function childrenOf(
  schema: Schema,
  value: Json | undefined,
): readonly { readonly schema: Schema; readonly step: Path }[] {
  const { allOf = [], conditional, array, object } = schema;
  const items = array?.prefixItems?.map((each, i) => ({ schema: each, step: [i] })) ?? [];
  const rest = array?.items === undefined ? [] : [{ schema: array.items, step: [items.length] }];
  const declared = new Set(object?.properties.map((each) => each.name));
  const others =
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.keys(value).filter((name) => !declared.has(name))
      : [];
  const additional = object?.additionalProperties;
  return [
    ...[...allOf, conditional?.then, conditional?.else].flatMap((each) =>
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
    const key = JSON.stringify([each.value ?? null, each.value === undefined, each.path]);
    if (!all.has(key)) all.set(key, each);
  }
  return [...all.values()];
}

/** The value at a path; undefined where there is none. */
function at(value: Json | undefined, path: Path): Json | undefined {
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
  const inner = put(at(whole, [key]), rest, value);
  if (Array.isArray(whole)) return whole.map((each, i) => (i === key ? inner : (each as Json)));
  const object = (whole ?? {}) as { readonly [key: string]: Json };
  if (inner !== undefined) return { ...object, [key]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

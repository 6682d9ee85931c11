/** Samples of arrays. */
import type { Schema } from "../model/schema.js";
import { anything } from "./branches.js";
import { together } from "./merge.js";
import { NoSample, type Sample, constant } from "./sample.js";
import { type Place, type Sampler, attempt, onBehalfOf } from "./place.js";

/** More items than this make no fixture that anyone would read. */
const most = 10_000;

export function* arraySamples(schema: Schema, place: Place, sample: Sampler): Iterable<Sample> {
  const { prefixItems = [], minItems = 0, maxItems = Infinity, uniqueItems, contains } = schema.array ?? {};
  const items = schema.array?.items ?? schema.array?.unevaluatedItems;
  if (minItems > maxItems)
    throw new NoSample(schema, `minItems ${minItems} is above maxItems ${maxItems}`, true);
  const fewest = Math.max(minItems, contains?.min ?? 0);
  if (fewest > most) throw new NoSample(schema, `an array of ${fewest} items`, false);
  const item = items ?? anything(schema);
  const required = (each: Schema): Sample | undefined => sample(each, place);
  const optional = (each: Schema): Sample | undefined =>
    attempt(() => sample(each, { ...place, optional: true }));

  if (contains !== undefined) {
    const wanted = items === undefined ? contains.schema : together(contains.schema, items);
    const contain = (): Sample | undefined => onBehalfOf(schema, () => required(wanted));
    // One of the first items may be what is asked for.
    const found = contains.min === 0 || prefixItems.length > 0 ? attempt(contain) : contain();
    const avoiding: Schema = { pointer: schema.pointer, not: contains.schema, annotations: {} };
    const others = attempt(() => required(items === undefined ? avoiding : together(items, avoiding)));
    if (found !== undefined || contains.min === 0) {
      const head = prefixItems.map(
        (each, i) => (i < minItems ? required(each) : optional(each)) ?? constant(null),
      );
      const contained = Array.from({ length: contains.min }, () => found ?? constant(null));
      const rest = minItems > contains.min ? attempt(() => required(item)) : undefined;
      for (const filler of [rest ?? found, others]) {
        if (filler === undefined) continue;
        const missing = (count: number): readonly Sample[] =>
          Array.from({ length: Math.max(0, minItems - count) }, () => filler);
        yield { kind: "tuple", items: [...contained, ...missing(contained.length)] };
        yield { kind: "tuple", items: [...head, ...contained, ...missing(head.length + contained.length)] };
      }
    }
  }
  if (prefixItems.length > 0) {
    yield* tuples(schema, prefixItems, item, required, optional);
    return;
  }
  if (maxItems === 0) return yield constant([]);
  const made = minItems === 0 ? optional(item) : required(item);
  const count = Math.max(
    minItems,
    Math.min(made !== undefined && leavesOf(made) > mostLeaves ? 1 : 2, maxItems),
  );
  if (made === undefined) {
    if (minItems === 0) yield constant([]);
    return;
  }
  if (uniqueItems && valuesOf(made) < minItems)
    throw new NoSample(schema, `minItems asks for ${minItems} different items of ${valuesOf(made)}`, true);
  const kind = uniqueItems && count > 1 ? "distinct" : "list";
  yield { kind, count: Math.min(count, uniqueItems ? valuesOf(made) : count), item: made };
  if (count !== minItems && minItems > 0) yield { kind, count: minItems, item: made };
  if (minItems === 0) yield constant([]);
}

/** As many items as can be made; those after `minItems` may be left out. */
function* tuples(
  schema: Schema,
  prefixItems: readonly Schema[],
  item: Schema,
  required: (schema: Schema) => Sample | undefined,
  optional: (schema: Schema) => Sample | undefined,
): Iterable<Sample> {
  const { minItems = 0, maxItems = Infinity } = schema.array ?? {};
  const made: Sample[] = [];
  for (let i = 0; i < Math.min(Math.max(prefixItems.length, minItems), maxItems); i++) {
    const each = prefixItems[i] ?? item;
    const value = i < minItems ? required(each) : optional(each);
    if (value === undefined && i < minItems) return;
    if (value === undefined) break;
    made.push(value);
  }
  for (let length = made.length; length >= minItems; length--)
    yield { kind: "tuple", items: made.slice(0, length) };
}

/** Items that hold more values than this come alone: lists of lists of lists would double at each level. */
const mostLeaves = 8;

/** How many values stand in what a sample makes, as far as it is written out. */
function leavesOf(sample: Sample): number {
  switch (sample.kind) {
    case "list":
    case "distinct":
      return sample.count * leavesOf(sample.item);
    default:
      return 1;
  }
}

/** How many values a sample has, where that is known to be few. */
function valuesOf(sample: Sample): number {
  if (sample.kind === "constant") return 1;
  if (sample.kind === "pick") return new Set(sample.values.map((each) => JSON.stringify(each))).size;
  return sample.kind === "make" && sample.maker === "flag" ? 2 : Infinity;
}

/** Samples of objects. */
import { type Json, member } from "../json.js";
import { inheritedNames } from "../model/names.js";
import type { ObjectRules, Pattern, Property, Schema } from "../model/schema.js";
import { type Range, lengthsOf, patternShape } from "../model/pattern-shape.js";
import { anything } from "./branches.js";
import { otherRule, together } from "./merge.js";
import { type Entry, NoSample, type Sample } from "./sample.js";
import { seeds } from "./seeds.js";
import { type Place, type Sampler, attempt, onBehalfOf } from "./place.js";

/** More properties than this, without names of their own, make no fixture that anyone would read. */
const most = 1000;

type ValueOf = (sample: Sample, seed: number) => Json;

/** All that can be shown first; then without optional properties: all of them, or one after the other; then one more. */
export function* objectSamples(
  schema: Schema,
  place: Place,
  sample: Sampler,
  valueOf: ValueOf,
): Iterable<Sample> {
  const object: ObjectRules = schema.object ?? { properties: [], patternProperties: [] };
  const { maxProperties = Infinity } = object;
  const entries = declaredEntries(schema, object, place, sample);
  if (entries === undefined) return;
  const required = entries.filter((each) => each.required);
  if (required.length > maxProperties)
    throw new NoSample(
      schema,
      `maxProperties ${maxProperties} is below the number of required properties`,
      true,
    );
  const optional = entries.filter((each) => !each.required);
  const shown = optional.slice(0, maxProperties - required.length);
  const variants = [
    shown,
    [],
    ...shown.map((dropped) => shown.filter((each) => each !== dropped)),
    ...shown.map((only) => [only]),
  ];
  let failure: NoSample | undefined;
  const attempts = variants
    .slice(0, 40)
    .map((variant) => ({ object, kept: entries.filter((each) => each.required || variant.includes(each)) }));
  const oneMore = { ...object, minProperties: Math.max(object.minProperties ?? 0, entries.length + 1) };
  for (const { object: rules, kept } of [...attempts, { object: oneMore, kept: entries }]) {
    try {
      const whole = completed(schema, rules, kept, place, sample, valueOf);
      if (whole !== undefined && whole.length <= maxProperties)
        yield { kind: "object", entries: whole, ...(lacksInherited(object, whole) ? { lacks: true } : {}) };
    } catch (cause) {
      if (!(cause instanceof NoSample)) throw cause;
      failure ??= cause;
    }
  }
  if (failure !== undefined) throw failure;
}

const lacksInherited = ({ properties }: ObjectRules, entries: readonly Entry[]): boolean =>
  properties.some(({ name }) => inheritedNames.has(name) && !entries.some((each) => each.name === name));

/** The declared properties that have samples; undefined where a required one can only be left out. */
function declaredEntries(
  schema: Schema,
  object: ObjectRules,
  place: Place,
  sample: Sampler,
): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const declared of object.properties) {
    const { name, required, schema: rule } = withPatterns(declared, object);
    if (rule.never && required)
      throw new NoSample(schema, `the property ${name} is required and forbidden`, true);
    const at: Place = { open: place.open, optional: !required || place.optional, hint: name };
    const shown = withExamples(rule, name, schema);
    // Where a pattern asks for something of the property as well, the object as a whole is to blame.
    const make = (): Sample | undefined =>
      rule === declared.schema ? sample(shown, at) : onBehalfOf(schema, () => sample(shown, at));
    const made = required ? make() : attempt(make);
    if (made !== undefined) entries.push({ name, required, sample: made });
    else if (required) return undefined;
  }
  return entries;
}

/** A property of an object that is shown as a whole is shown by its part, unless it is shown itself. */
function withExamples(rule: Schema, name: string, { annotations }: Schema): Schema {
  const parts = (annotations.examples ?? []).flatMap((each) => member(each, name) ?? []);
  if (parts.length === 0 || rule.annotations.examples !== undefined) return rule;
  return { ...rule, annotations: { ...rule.annotations, examples: parts } };
}

/** A property with what `patternProperties` ask of it as well. */
function withPatterns(property: Property, object: ObjectRules): Property {
  if (property.undeclared) return property;
  const pattern = otherRule({ properties: [], patternProperties: object.patternProperties }, property.name);
  return pattern === undefined ? property : { ...property, schema: together(property.schema, pattern) };
}

/** With the properties that others ask for, and with as many more as there must be. */
function completed(
  schema: Schema,
  object: ObjectRules,
  entries: readonly Entry[],
  place: Place,
  sample: Sampler,
  valueOf: ValueOf,
): readonly Entry[] | undefined {
  const all = [...entries];
  const add = (name: string, optional: boolean): boolean => {
    const rule = otherRule(object, name) ?? object.unevaluatedProperties ?? anything(schema);
    if (rule.never) return false;
    const at: Place = { open: place.open, optional, hint: name };
    const made = optional ? attempt(() => sample(rule, at)) : sample(rule, at);
    if (made !== undefined) all.push({ name, required: true, sample: made });
    return made !== undefined;
  };
  for (const name of demanded(object, all)) if (!add(name, false)) return undefined;
  const { minProperties = 0, maxProperties = Infinity } = object;
  const open = object.properties.length === 0 && allowsMore(object);
  const missing = minProperties - all.length;
  if (missing > most) throw new NoSample(schema, `an object of ${minProperties} properties`, false);
  const wanted = Math.min(maxProperties - all.length, Math.max(missing, open ? 1 : 0));
  if (wanted <= 0) return all;
  let added = 0;
  for (const name of freeNames(object, wanted, place, sample, valueOf)) {
    if (all.some((each) => each.name === name)) continue;
    if (add(name, missing <= added) && ++added === wanted) break;
  }
  if (added < missing)
    throw new NoSample(schema, `minProperties ${minProperties} is above the number of properties`, true);
  return all;
}

const allowsMore = ({
  additionalProperties,
  patternProperties,
  unevaluatedProperties,
}: ObjectRules): boolean =>
  patternProperties.length > 0 ||
  [additionalProperties, unevaluatedProperties].some((each) => each !== undefined && !each.never);

/** The names that present properties ask for and that are not there yet. */
function demanded({ dependentRequired = [] }: ObjectRules, entries: readonly Entry[]): readonly string[] {
  const names = new Set(entries.map((each) => each.name));
  for (const name of names)
    for (const each of dependentRequired)
      if (each.name === name) each.required.forEach((more) => names.add(more));
  return [...names].slice(entries.length);
}

const rangeOf = (pattern: Pattern): Range | undefined => {
  const found = patternShape(pattern);
  return found && lengthsOf(found.shape);
};

/** Names for further properties: what `propertyNames` allow, what a pattern matches, or `key1`, `key2` and so on. */
function* freeNames(
  { propertyNames, patternProperties, additionalProperties }: ObjectRules,
  wanted: number,
  place: Place,
  sample: Sampler,
  valueOf: ValueOf,
): Iterable<string> {
  const texts = function* (made: Sample | undefined): Iterable<string> {
    if (made === undefined) return;
    for (const seed of seeds(wanted * 20)) {
      const name = valueOf(made, seed);
      if (typeof name === "string") yield name;
    }
  };
  const at: Place = { open: place.open, optional: false, hint: "" };
  const named = (rules: Schema): Schema =>
    propertyNames === undefined ? rules : together(rules, propertyNames);
  const name: Schema = { pointer: "", types: ["string"], annotations: {} };
  if (additionalProperties === undefined || additionalProperties.never)
    for (const { pattern, schema } of patternProperties) {
      if (schema.never) continue;
      const { min = 0 } = rangeOf(pattern) ?? {};
      // A pattern that is open at its end matches longer names, too, which differ.
      for (const minLength of [0, min + 1, min + 4])
        yield* texts(attempt(() => sample(named({ ...name, string: { pattern, minLength } }), at)));
    }
  if (propertyNames !== undefined) yield* texts(attempt(() => sample(named(name), at)));
  if (propertyNames === undefined) for (let i = 1; i <= wanted * 2 + 20; i++) yield `key${i}`;
}

/** Finds a sample for every schema, and proves it: what a sample makes is valid, or there is a diagnostic instead. */
import type { Report } from "../diagnostics.js";
import { type Json, isObject } from "../json.js";
import {
  type NamedSchema,
  type Schema,
  type SchemaId,
  type SchemaTable,
  hasRules,
  isNull,
  isPureRef,
  named,
  refsOf,
} from "../model/schema.js";
import { at, first } from "../runtime/fixture.js";
import { hasCombinators } from "../validate/exempt.js";
import type { Judge } from "../validate/proof.js";
import { arraySamples } from "./array-sample.js";
import { pureBranches, withTag } from "./branches.js";
import { evaluate } from "./evaluate.js";
import { type Flat, type Known, flatten } from "./flatten.js";
import { numberSample } from "./number-sample.js";
import { type KnownSamples, noneKnown } from "./known-samples.js";
import { objectSamples } from "./object-sample.js";
import { componentsOf } from "./order.js";
import { isPlain, needsTrial, typesToTry } from "./shapes.js";
import { stringSamples } from "./string-sample.js";
import { type Place, type Sampler, attempt } from "./place.js";
import { NoSample, type Sample, amongOthers, constant, make } from "./sample.js";
import { seeds } from "./seeds.js";
import { type Bench, hasty, proved, thorough, tried } from "./trial.js";

export interface Samples {
  /** The sample of a schema without a name; undefined where it has none. `hint` is the name of what has the value. */
  readonly sampleOf: (schema: Schema, hint: string) => Sample | undefined;
  /** The sample of a named schema; undefined where a diagnostic says why there is none. */
  readonly of: (id: SchemaId) => Sample | undefined;
  /** The same in a hurry, for values that are judged one by one: not all that the sample makes need be valid. */
  readonly guessOf: (schema: Schema) => Sample | undefined;
  /** The first value of a schema without a name, as its fixture would show it. */
  readonly valueOf: (schema: Schema, hint: string) => Json | undefined;
}

/** What is `remembered` of groups of schemas is not worked out again. */
export function solveSamples(
  table: SchemaTable,
  validators: Judge,
  report: Report,
  remembered: KnownSamples = noneKnown,
): Samples {
  const solved = new Map<SchemaId, Sample>();
  const failed = new Map<SchemaId, NoSample>();
  const components = componentsOf(table);
  const groups = new Map(components.flatMap((group) => group.map((id) => [id, group] as const)));
  const isRecursive = (id: SchemaId): boolean =>
    (groups.get(id)?.length ?? 0) > 1 || refsOf(named(table, id).schema).includes(id);
  const known: Known = { table, isRecursive };
  let owner: SchemaId = "";
  let effort = thorough;

  const solvedSample = (id: SchemaId): Sample => {
    const sample = solved.get(id);
    if (sample === undefined) throw new NoSample(named(table, id).schema, "it is not worked out yet", false);
    return sample;
  };
  const valueOf = (sample: Sample, seed: number): Json => evaluate(sample, seed, solvedSample);

  const benchOf = (schema: Schema, { also }: Place): Bench => ({
    valueOf,
    accepts: (value) =>
      validators.accepts(schema, value) && (also === undefined || validators.accepts(also, value)),
  });
  const prove = (schema: Schema, candidates: Iterable<Sample>, place: Place): Sample | undefined =>
    proved(candidates, benchOf(schema, place), effort);

  const sample: Sampler = (schema, place) => {
    const made = sampleAny(schema, place);
    const shown = made && withExample(schema, made, place);
    // The branches of a named schema may be waiting for it.
    const isOwner = owner !== "" && named(table, owner).schema === schema;
    return shown && !isOwner ? withTags(schema, shown, place) : shown;
  };

  /** A value for each tag of a discriminator: the union itself, with the tag of the branch. */
  const withTags = (schema: Schema, usual: Sample, place: Place): Sample => {
    const { discriminator } = schema;
    const branches = schema.oneOf ?? schema.anyOf;
    if (discriminator === undefined || branches === undefined || usual.kind === "tagged") return usual;
    const { property, tags } = discriminator;
    const found = branches.flatMap((branch, i) => {
      const own = tags[i] ?? [];
      const tagged = pureBranches(schema) ? withTag(schema, branch, i) : withTag(schema, schema, i);
      const made =
        own.length === 0 || isNull(branch)
          ? undefined
          : (attempt(() => sample(tagged, { ...place, optional: true })) ??
            attempt(() => sample(tagged, { ...place, optional: false })));
      const isValid = (value: Json): boolean =>
        isObject(value) &&
        own.every((tag) => {
          const told = { ...value, [property]: tag };
          return validators.accepts(schema, told) && (!place.also || validators.accepts(place.also, told));
        });
      return made !== undefined && seeds(24).every((seed) => isValid(valueOf(made, seed)))
        ? [{ tags: own, sample: amongOthers(made) }]
        : [];
    });
    return found.length < 2 ? usual : { kind: "tagged", property, usual, branches: found };
  };

  /** What the description shows comes first, where it is valid. */
  const withExample = (schema: Schema, otherwise: Sample, { also }: Place): Sample => {
    const value = schema.annotations.examples?.find(
      (each) =>
        isPlain(each) && validators.accepts(schema, each) && (!also || validators.accepts(also, each)),
    );
    return value === undefined || otherwise.kind === "constant" || otherwise.kind === "pick"
      ? otherwise
      : { kind: "example", value, otherwise };
  };

  const sampleAny: Sampler = (schema, place) => {
    if (schema.never) throw new NoSample(schema, "the schema allows no value", true);
    if (schema.file) return make("blob");
    if (isPureRef(schema)) return sampleRef(schema, schema.ref, place);
    const branches = pureBranches(schema);
    if (branches !== undefined) return sampleBranches(schema, branches, place);
    const candidates = candidatesOf(schema, place);
    if (place.also !== undefined || needsTrial(schema)) {
      const found = prove(schema, candidates, place);
      if (found === undefined && !place.optional) throw unproved(schema);
      return found;
    }
    for (const candidate of candidates) return candidate;
    return undefined;
  };

  const sampleRef = (schema: Schema, ref: SchemaId, place: Place): Sample | undefined => {
    const reason = failed.get(ref);
    if (reason !== undefined) throw reason;
    const inside = groups.get(owner)?.includes(ref) === true;
    if (inside && place.optional) return undefined;
    if (!solved.has(ref)) throw endless(named(table, owner));
    const direct: Sample = { kind: "named", id: ref };
    if (place.also === undefined) return direct;
    return prove(
      schema,
      withFirst(direct, () => candidatesOf(schema, place)),
      place,
    );
  };

  /** A choice between the branches that have samples; null only where nothing else is possible. */
  const sampleBranches = (schema: Schema, branches: readonly Schema[], place: Place): Sample | undefined => {
    const exclusive = schema.oneOf !== undefined && schema.discriminator === undefined;
    const inner: Place = exclusive && place.also === undefined ? { ...place, also: schema } : place;
    const wanted = branches.filter((each) => !isNull(each) && !each.never);
    const tagged = wanted.map((each) => withTag(schema, each, branches.indexOf(each)));
    const options = tagged.flatMap((each) => attempt(() => sample(each, { ...inner, optional: true })) ?? []);
    if (options.length > 0) return chosen(options.map(amongOthers));
    if (branches.some(isNull) && validators.accepts(schema, null)) return constant(null);
    if (place.optional) return undefined;
    const [found] = tagged.flatMap((each) => attempt(() => sample(each, inner)) ?? []);
    if (found === undefined) throw new NoSample(schema, "no alternative has a value that we can make", false);
    return amongOthers(found);
  };

  function* candidatesOf(schema: Schema, place: Place): Iterable<Sample> {
    let failure: NoSample | undefined;
    let count = 0;
    const isUnion = leavesChoice(schema, table, []);
    for (const flat of flatten(schema, known, place.open))
      for (const type of typesToTry(flat.rules))
        try {
          for (const each of candidatesOfType(flat, type, place)) {
            count++;
            yield isUnion ? amongOthers(each) : each;
          }
        } catch (cause) {
          if (!(cause instanceof NoSample)) throw cause;
          failure ??= cause;
        }
    if (count > 0 || failure === undefined || place.optional) return;
    // Where parts were merged, none of them is to blame alone.
    throw isMerged(schema) ? new NoSample(schema, failure.message, failure.impossible) : failure;
  }

  function* candidatesOfType({ rules, opened }: Flat, type: string, place: Place): Iterable<Sample> {
    const inner: Place = { open: opened, optional: place.optional, hint: place.hint };
    if (rules.enum !== undefined) {
      const values = rules.enum.filter((each) => validators.accepts(rules, each));
      const shown = values.some((each) => each !== null) ? values.filter((each) => each !== null) : values;
      const [only, ...more] = shown;
      if (only === undefined)
        throw new NoSample(rules, "no value of enum keeps the rules that stand beside it", true);
      yield more.length === 0 ? constant(only) : { kind: "pick", values: shown };
      return;
    }
    switch (type) {
      case "null":
        return yield constant(null);
      case "boolean":
        return yield make("flag");
      case "integer":
      case "number":
        return yield numberSample(rules, rules.number ?? {}, type === "integer");
      case "string":
        return yield* stringSamples(rules, rules.string ?? {}, place.hint);
      case "array":
        return yield* arraySamples(rules, inner, sample);
      default:
        return yield* objectSamples(rules, inner, sample, valueOf);
    }
  }

  /** The whole proof: every value of the sample is valid for the schema that has a name. */
  const solveNamed = (id: SchemaId): void => {
    owner = id;
    const { schema } = named(table, id);
    try {
      const place: Place = { open: new Set([id]), optional: false, hint: named(table, id).name };
      const made = sample(schema, place);
      if (made === undefined) throw new NoSample(schema, "the schema allows no value", true);
      const trial = tried(made, benchOf(schema, place), { ...thorough, trials: 24 });
      if (trial === undefined) throw new NoSample(schema, "values that keep all of its rules", false);
      solved.set(id, trial.sample);
    } catch (cause) {
      if (!(cause instanceof NoSample)) throw cause;
      failed.set(id, cause);
    }
  };

  /** Once the members of a group are solved, the branches of those that are unions can be told of. */
  const tagNamed = (id: SchemaId): void => {
    const usual = solved.get(id);
    if (usual === undefined) return;
    owner = id;
    const { schema, name } = named(table, id);
    solved.set(id, withTags(schema, usual, { open: new Set([id]), optional: false, hint: name }));
  };

  /** Members that wait for each other are tried again, as long as one more can be made. */
  const solveGroup = (group: readonly SchemaId[]): void => {
    for (let pending = group, before = -1; pending.length > 0 && pending.length !== before;) {
      before = pending.length;
      for (const id of pending) failed.delete(id);
      pending.forEach(solveNamed);
      pending = pending.filter((id) => !solved.has(id));
    }
    group.forEach(tagNamed);
  };

  for (const group of components) {
    const known = remembered.get(group);
    if (known === undefined) {
      solveGroup(group);
      remembered.set(group, { solved, failed });
    } else {
      for (const [id, sample] of known.solved) solved.set(id, sample);
      for (const [id, reason] of known.failed) failed.set(id, reason);
    }
  }
  for (const { pointer, message, impossible } of failed.values())
    report(impossible ? "fixture-impossible" : "fixture-unsupported", pointer, message);
  owner = "";
  const sampleOf = (schema: Schema, hint: string): Sample | undefined =>
    attempt(() => sample(schema, { open: new Set(), optional: false, hint }));
  return {
    of: (id) => solved.get(id),
    sampleOf,
    guessOf(schema) {
      effort = hasty;
      const made = sampleOf(schema, "");
      effort = thorough;
      return made;
    },
    valueOf: (schema, hint) => {
      const made = sampleOf(schema, hint);
      return made && attempt(() => valueOf(made, at(at(first, schema.pointer), hint)));
    },
  };
}

/** Whether other schemas have a say in what the parts of a value are. */
const isMerged = (schema: Schema): boolean =>
  hasCombinators(schema) || schema.object?.dependentSchemas !== undefined;
/** Of listed values, all were tried. */
const unproved = (schema: Schema): NoSample =>
  schema.enum === undefined && (schema.not === undefined || hasRules(schema.not))
    ? new NoSample(schema, "values that keep all of its rules", false)
    : new NoSample(
        schema,
        `${schema.enum ? "enum" : "everything"} and what is forbidden exclude each other`,
        true,
      );

/** Whether the type of a schema is a union. */
const leavesChoice = (schema: Schema, table: SchemaTable, open: readonly SchemaId[]): boolean => {
  const { ref, allOf = [], anyOf, oneOf } = schema;
  return (
    anyOf !== undefined ||
    oneOf !== undefined ||
    allOf.some((each) => leavesChoice(each, table, open)) ||
    (ref !== undefined &&
      !open.includes(ref) &&
      leavesChoice(named(table, ref).schema, table, [...open, ref]))
  );
};

const endless = ({ name, schema }: NamedSchema): NoSample =>
  new NoSample(schema, `every value of ${name} would contain another one, without end`, true);

function* withFirst(head: Sample, tail: () => Iterable<Sample>): Iterable<Sample> {
  yield head;
  yield* tail();
}

function chosen(options: readonly Sample[]): Sample {
  const [only, ...more] = options;
  return more.length === 0 && only !== undefined ? only : { kind: "choose", options };
}

/** Runs the steps of validators without printing them: how the generator proves its fixtures. */
import type { Json } from "../json.js";
import type { ConverterName, ConverterRef } from "../model/formats.js";
import { type Schema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import * as arrayChecks from "../runtime/array-checks.js";
import * as base64 from "../runtime/base64.js";
import * as branchChecks from "../runtime/branch-checks.js";
import * as checks from "../runtime/checks.js";
import * as convertedChecks from "../runtime/converted-checks.js";
import type { FormatConverter } from "../runtime/converter.js";
import * as dates from "../runtime/dates.js";
import * as fileChecks from "../runtime/file-checks.js";
import * as formats from "../runtime/formats.js";
import * as integers from "../runtime/integers.js";
import { type Issue, typeOf } from "../runtime/issue.js";
import * as objectChecks from "../runtime/object-checks.js";
import { ownFormat } from "../runtime/own-format.js";
import * as same from "../runtime/same.js";
import { type Check, type Seen, type Validator, validator } from "../runtime/validator.js";
import { placeOf, stepsOf } from "./steps-of.js";
import {
  type Arg,
  type Body,
  type Call,
  type CheckName,
  type CheckRef,
  type Step,
  type Target,
  withoutKey,
} from "./steps.js";

type Run = (value: unknown, issues: Issue[], seen: Seen | undefined) => boolean;
type Callable = (...args: readonly unknown[]) => unknown;

const runtime: Readonly<Record<CheckName, unknown>> = {
  ...checks,
  ...arrayChecks,
  ...branchChecks,
  ...convertedChecks,
  ...fileChecks,
  ...objectChecks,
  ...same,
};

/** The converters of the runtime. */
const formatConverters: Readonly<Record<ConverterName, FormatConverter>> = {
  ...base64,
  ...dates,
  ...integers,
};

export function formatConverter(by: ConverterRef): FormatConverter {
  return typeof by === "string"
    ? formatConverters[by]
    : ownFormat(by.name, { is: by.is, read: by.codec.read, write: by.codec.write });
}

/** The validators of a model, made when they are first asked for. */
export interface Validators {
  readonly of: (id: SchemaId) => Validator<Json>;
  /** Whether a value is valid for a schema, named or not. */
  readonly accepts: (schema: Schema, value: Json) => boolean;
  /** What is wrong with a value for a schema, named or not. */
  readonly issues: (schema: Schema, value: Json) => readonly Issue[];
}

export function validatorsOf(table: SchemaTable): Validators {
  const bodies = stepsOf(table);
  const known = new Map<SchemaId, Validator<Json>>();

  const of = (id: SchemaId): Validator<Json> => {
    const made = known.get(id);
    if (made !== undefined) return made;
    const { schema } = named(table, id);
    let run: Check | undefined;
    // Made late, because schemas may contain each other.
    const late: Check = (value, issues, seen) =>
      (run ??= runBody(bodies(id, schema, ""), of))(value, issues, seen);
    const result = validator<Json>(placeOf(schema, table), knowing(late));
    known.set(id, result);
    return result;
  };
  const checks = new WeakMap<Schema, Check>();
  const issuesOf = (schema: Schema, value: Json): readonly Issue[] => {
    const check = checks.get(schema) ?? runBody(bodies("", schema, ""), of);
    checks.set(schema, check);
    const issues: Issue[] = [];
    check(value, issues);
    return issues;
  };
  return { of, issues: issuesOf, accepts: (schema, value) => issuesOf(schema, value).length === 0 };
}

/** Knows again what was valid: values that are changed at one place share all others, and nothing changes them in place. */
function knowing(check: Check): Check {
  const valid = new WeakSet();
  return (value, issues, seen) => {
    const remembers = seen === undefined && typeof value === "object" && value !== null;
    if (remembers && valid.has(value)) return;
    const before = issues.length;
    check(value, issues, seen);
    if (remembers && issues.length === before) valid.add(value);
  };
}

type Named = Validators["of"];

function runBody({ seen: noting, steps }: Body, of: Named): Check {
  const runs = steps.map((each) => runStep(each, of));
  const owns = noting === "own" || noting === "both";
  return (value, issues, outer) => {
    const seen: Seen | undefined = owns ? new Set() : outer;
    for (const run of runs) if (!run(value, issues, seen)) return;
    if (noting === "both" && seen !== undefined) branchChecks.tell(outer, seen);
  };
}

/** A step; its result says whether to go on. */
function runStep(step: Step, of: Named): Run {
  switch (step.kind) {
    case "pass":
      return (value) => !(step.constants as readonly unknown[]).includes(value);
    case "object":
      return (value, issues) =>
        checks.record(issues, undefined, value, step.orNull ? checks.orNull : undefined);
    case "typed": {
      const runs = step.steps.map((each) => runStep(each, of));
      return (value, issues, seen) => {
        if (isOf[step.type](value)) for (const run of runs) run(value, issues, seen);
        return true;
      };
    }
    case "calls": {
      const calls = step.calls.map((each) => runCall(each, of));
      return (value, issues, seen) => {
        const target = targetIn(value, step.target);
        if (target !== undefined) calls.every((each) => each(issues, target.key, target.value, seen));
        return true;
      };
    }
    case "byType": {
      const cases = step.cases.map(({ types, call }) => ({ types, run: call && runCall(call, of) }));
      const otherwise = runCall(step.otherwise, of);
      return (value, issues, seen) => {
        const type = typeOf(value);
        const found = cases.find(({ types }) => (types as readonly string[]).includes(type));
        if (found === undefined) otherwise(issues, undefined, value, seen);
        else found.run?.(issues, undefined, value, seen);
        return true;
      };
    }
    case "choose": {
      const cases = step.cases.map((each) => ({ ...each, run: runCall(each.call, of) }));
      const otherwise = runCall(step.otherwise, of);
      return (value, issues, seen) => {
        const tag = objectChecks.own(value as checks.Fields, step.property);
        const found = cases.find((each) => (each.tags as readonly unknown[]).includes(tag));
        if (found === undefined) otherwise(issues, step.property, tag, seen);
        else found.run(issues, undefined, value, seen);
        return true;
      };
    }
  }
}

const isOf: Readonly<Record<"string" | "number" | "array" | "object", (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  array: Array.isArray,
  object: checks.isRecord,
};

/** The value to check and its key; undefined where there is nothing to check. */
function targetIn(
  value: unknown,
  target: Target,
): { readonly key: string | undefined; readonly value: unknown } | undefined {
  if (target === "value") return { key: undefined, value };
  const own = objectChecks.own(value as checks.Fields, target.name);
  const passes =
    (target.constants as readonly unknown[]).includes(own) ||
    (target.types as readonly string[]).includes(typeof own);
  return (own === undefined && target.optional) || passes ? undefined : { key: target.name, value: own };
}

function runCall(
  { name, args }: Call,
  of: Named,
): (issues: Issue[], key: string | undefined, value: unknown, seen: Seen | undefined) => unknown {
  const check = runtime[name] as Callable;
  const values = args.map((each) => (each.kind === "seen" ? undefined : argValue(each, of)));
  const given = args.map((each) => each.kind === "seen");
  return (issues, key, value, seen) => {
    const rest = values.map((each, i) => (given[i] ? seen : each));
    return withoutKey.has(name) ? check(issues, value, ...rest) : check(issues, key, value, ...rest);
  };
}

function argValue(arg: Exclude<Arg, { kind: "seen" }>, of: Named): unknown {
  switch (arg.kind) {
    case "literal":
    case "shared":
      return arg.value;
    case "infinity":
      return Infinity;
    case "orNull":
      return checks.orNull;
    case "pattern":
      return new RegExp(arg.pattern.source, arg.pattern.flags);
    case "names":
      return new Set(arg.names);
    case "format":
      return typeof arg.check === "string" ? formats[arg.check as keyof typeof formats] : arg.check.is;
    case "converter":
      return formatConverter(arg.converter);
    case "check":
      return checkValue(arg.check, of);
    case "checks":
      return arg.checks.map((each) => checkValue(each, of));
    case "patterns":
      return arg.entries.map(({ pattern, check }) => [
        new RegExp(pattern.source, pattern.flags),
        checkValue(check, of),
        pattern.source,
      ]);
  }
}

function checkValue(ref: CheckRef, of: Named): Check {
  switch (ref.kind) {
    case "named":
      return of(ref.id).run;
    case "runtime":
      return runtime[ref.name] as Check;
    case "body":
      return runBody(ref.body, of);
  }
}

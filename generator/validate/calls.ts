/** The calls that check scalars: strings and numbers. */
import { impliesLengths } from "../model/pattern-shape.js";
import type { Json } from "../json.js";
import {
  type ConverterRef,
  type StringFormat,
  formatName,
  knownFormats,
  numberRange,
} from "../model/formats.js";
import type { NumberRules, Schema, StringRules } from "../model/schema.js";
import type { Arg, Call, CheckName } from "./steps.js";

export const call = (name: CheckName, ...args: readonly Arg[]): Call => ({ name, args });

export const literal = (value: Json | undefined): Arg => ({ kind: "literal", value });

/** An upper limit; none is infinite. */
export const limit = (value: number | undefined): Arg =>
  value === undefined ? { kind: "infinity" } : literal(value);

export function stringCalls(rules: StringRules | undefined, hint: string): readonly Call[] {
  if (rules === undefined) return [];
  const { pattern, format } = rules;
  const [min, max] = impliesLengths(rules) ? [undefined, undefined] : [rules.minLength, rules.maxLength];
  const check = format === undefined ? undefined : checkOf(format);
  return [
    ...(min === undefined && max === undefined ? [] : [call("sized", literal(min ?? 0), limit(max))]),
    ...(pattern === undefined
      ? []
      : [call("matching", { kind: "pattern", pattern, hint: `${hint} pattern` })]),
    ...(format === undefined || check === undefined
      ? []
      : [call("formatted", { kind: "format", check }, literal(formatName(format)))]),
  ];
}

/** What checks a format: a function of the runtime, by its name, or that of the user's own. */
const checkOf = (format: StringFormat): StringFormat | undefined =>
  typeof format === "string" ? knownFormats.get(format)?.check : format;

export function numberCalls(rules: NumberRules | undefined): readonly Call[] {
  return rules === undefined
    ? []
    : [...limitsOf(rules)].map(([name, ...values]) => call(name, ...values.map(literal)));
}

function* limitsOf(rules: NumberRules): Iterable<readonly [CheckName, ...Json[]]> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = rules;
  const range = numberRange(format);
  if (format !== undefined && range !== undefined)
    yield ["ranged", format, range.min, range.max, range.whole];
  if (minimum !== undefined && maximum !== undefined) yield ["between", minimum, maximum];
  else if (minimum !== undefined) yield ["minimum", minimum];
  else if (maximum !== undefined) yield ["maximum", maximum];
  if (exclusiveMinimum !== undefined) yield ["exclusiveMinimum", exclusiveMinimum];
  if (exclusiveMaximum !== undefined) yield ["exclusiveMaximum", exclusiveMaximum];
  if (multipleOf !== undefined) yield ["multipleOf", multipleOf];
}

/** The calls that check a converted value: its type, then its other rules on the wire; integers keep theirs as they are. */
export function convertedCalls(
  schema: Schema,
  converter: ConverterRef,
  hint: string,
  orNull: readonly Arg[],
): readonly Call[] {
  const { string: { format: text, ...strings } = {}, number: { format, ...numbers } = {}, types } = schema;
  const wire = types?.find((each) => each !== "null") ?? "string";
  const by: Arg = { kind: "converter", converter };
  const rule = wire === "string" ? text : format;
  const isValue = call(
    "converted",
    by,
    literal(wire),
    literal(rule === undefined ? "" : formatName(rule)),
    ...orNull,
  );
  if (wire !== "string") return [isValue, ...numberCalls(numbers).map(ofBigint)];
  const calls = stringCalls(strings, hint);
  if (calls.length === 0) return [isValue];
  const steps = [{ kind: "calls", target: "value", calls } as const];
  const check: Arg = {
    kind: "check",
    check: { kind: "body", body: { seen: "none", steps }, hint: `${hint} text` },
  };
  return [isValue, call("written", by, check)];
}

/** Comparing a bigint with a number is exact, dividing one by the other is not possible. */
const ofBigint = (each: Call): Call =>
  each.name === "multipleOf" ? { ...each, name: "bigMultipleOf" } : each;

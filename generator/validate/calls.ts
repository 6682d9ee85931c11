/** The calls that check scalars: strings and numbers. */
import { impliesLengths } from "../model/pattern-shape.js";
import type { Json } from "../json.js";
import { knownFormats, numberRange } from "../model/formats.js";
import type { NumberRules, StringRules } from "../model/schema.js";
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
  const check = format === undefined ? undefined : knownFormats.get(format)?.check;
  return [
    ...(min === undefined && max === undefined ? [] : [call("sized", literal(min ?? 0), limit(max))]),
    ...(pattern === undefined
      ? []
      : [call("matching", { kind: "pattern", pattern, hint: `${hint} pattern` })]),
    ...(format === undefined || check === undefined
      ? []
      : [call("formatted", { kind: "format", check }, literal(format))]),
  ];
}

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

/** Calls of the runtime's checks, made before it is known what they are to check. */
import { type Code, type Import, code, empty, join, literal, valueFrom } from "../code/code.js";
import type { NumberRules } from "../model/schema.js";
import { integerRange } from "./formats.js";

/** Where a value stands: an expression for it, and one for the key that an issue names; no key at the root. */
export interface Target {
  readonly value: Code;
  readonly key: Code;
}

/** A call that still lacks its target. */
export type Call = (target: Target) => Code;

/** The value that a function is given. */
export const root: Target = { value: code`value`, key: code`undefined` };

/** A function of the runtime's checks. */
export const runtime = (name: string): Import => valueFrom("runtime/checks", name);

export function call(name: string, more: () => readonly Code[] = () => []): Call {
  return ({ value, key }) => code`${runtime(name)}(${join([code`issues`, key, value, ...more()], ", ")})`;
}

/** The rules, which look at the type themselves, or the type alone. */
export const orType = (type: string, rules: readonly Call[]): readonly Call[] =>
  rules.length === 0 ? [call(type)] : rules;

/** The calls one after the other, each only if the one before found the type that it speaks of. */
export function guarded(calls: readonly Call[], test: Code, target: Target): readonly Code[] {
  const printed = calls.map((each) => each(target));
  const last = printed.at(-1);
  if (last === undefined) return [];
  const conditions = [...(test === empty ? [] : [test]), ...printed.slice(0, -1)];
  return [conditions.length === 0 ? code`${last};` : code`if (${join(conditions, " && ")}) ${last};`];
}

export function numberRules(
  rules: NumberRules | undefined,
  type: "integer" | "number" = "number",
): readonly Call[] {
  if (rules === undefined) return [];
  return [...limitsOf(rules, type)].map(([name, ...values]) => call(name, () => values.map(literal)));
}

/** The keywords of a number, those that its format implies included. */
function* limitsOf(rules: NumberRules, type: "integer" | "number"): Iterable<readonly [string, ...number[]]> {
  const implied = type === "integer" ? integerRange(rules.format) : undefined;
  const minimum = Math.max(rules.minimum ?? -Infinity, implied?.[0] ?? -Infinity);
  const maximum = Math.min(rules.maximum ?? Infinity, implied?.[1] ?? Infinity);
  if (minimum > -Infinity && maximum < Infinity) yield ["between", minimum, maximum];
  else if (minimum > -Infinity) yield ["minimum", minimum];
  else if (maximum < Infinity) yield ["maximum", maximum];
  if (rules.exclusiveMinimum !== undefined) yield ["exclusiveMinimum", rules.exclusiveMinimum];
  if (rules.exclusiveMaximum !== undefined) yield ["exclusiveMaximum", rules.exclusiveMaximum];
  if (rules.multipleOf !== undefined) yield ["multipleOf", rules.multipleOf];
}

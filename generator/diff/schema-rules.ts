/** What differs in the rules of two schemas: limits, and what is there or not. */
import { ruleName } from "../model/formats.js";
import { rulesText } from "../model/rules-text.js";
import type { Schema } from "../model/schema.js";
import type { DiffCode } from "./rules.js";

/** Compares what the parts of two schemas ask for together. */
export function compareRules(
  before: readonly Schema[],
  after: readonly Schema[],
  say: (code: DiffCode, detail: string) => void,
): void {
  for (const [name, way] of limits) {
    const [old, now] = [limitOf(before, name, way), limitOf(after, name, way)];
    if (old === now) continue;
    const isNarrower = old === undefined || (now !== undefined && (now - old) * way > 0);
    say(isNarrower ? "constraint-narrowed" : "constraint-widened", change(name, old, now));
  }
  for (const [name, rule] of Object.entries(exact)) {
    const [old, now] = [ruleOf(before, rule), ruleOf(after, rule)];
    if (old === now) continue;
    const code =
      old === "none" ? "constraint-narrowed" : now === "none" ? "constraint-widened" : "constraint-changed";
    say(code, change(name, old, now));
  }
}

const change = (name: string, old: unknown, now: unknown): string => `${name}: ${text(old)} → ${text(now)}`;
const text = (value: unknown): string => (value === undefined ? "none" : String(value));

/** The rules with a limit, and the way in which it allows less. */
const limits = [
  ...(["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"] as const).map(
    (each) => [each, 1] as const,
  ),
  ...(["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"] as const).map(
    (each) => [each, -1] as const,
  ),
] as const;
type Limit = (typeof limits)[number][0];

/** The limit that allows least of those that all parts of a schema have. */
function limitOf(parts: readonly Schema[], name: Limit, way: 1 | -1): number | undefined {
  const found = parts.flatMap((each): readonly number[] => {
    const own: Partial<Record<Limit, number>> = { ...each.string, ...each.number, ...counts(each) };
    const limit = own[name];
    return limit === undefined ? [] : [limit];
  });
  return found.length === 0 ? undefined : way === 1 ? Math.max(...found) : Math.min(...found);
}

const counts = ({ array, object }: Schema): Partial<Record<Limit, number>> => ({
  ...(array?.minItems === undefined ? {} : { minItems: array.minItems }),
  ...(array?.maxItems === undefined ? {} : { maxItems: array.maxItems }),
  ...(object?.minProperties === undefined ? {} : { minProperties: object.minProperties }),
  ...(object?.maxProperties === undefined ? {} : { maxProperties: object.maxProperties }),
});

/** Rules that are there or not, or are others: of these nobody can say which allows less. */
const exact: Readonly<Record<string, (schema: Schema) => unknown>> = {
  pattern: ({ string }) => string?.pattern?.source,
  format: ({ string, number }) => ruleName(string?.format) ?? number?.format,
  multipleOf: ({ number }) => number?.multipleOf,
  uniqueItems: ({ array }) => array?.uniqueItems,
  not: ({ not }) => rules(not),
  if: ({ conditional }) => rules(conditional),
  contains: ({ array }) => rules(array?.contains),
  propertyNames: ({ object }) => rules(object?.propertyNames),
  patternProperties: ({ object }) => rules(some(object?.patternProperties)),
  dependentRequired: ({ object }) => rules(some(object?.dependentRequired)),
  dependentSchemas: ({ object }) => rules(some(object?.dependentSchemas)),
  unevaluatedItems: ({ array }) => rules(array?.unevaluatedItems),
  // Those of which none may be there are told of as such.
  unevaluatedProperties: ({ object }) =>
    object?.unevaluatedProperties?.never === true ? undefined : rules(object?.unevaluatedProperties),
};

const some = <T>(list: readonly T[] = []): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** What all parts of a schema say by a rule, in one order. */
function ruleOf(parts: readonly Schema[], rule: (schema: Schema) => unknown): string {
  const found = new Set(
    parts
      .map(rule)
      .filter((each) => each !== undefined)
      .map(String),
  );
  return found.size === 0 ? "none" : [...found].sort().join(" and ");
}

/** What a part of a schema asks for, where it is there. */
const rules = (part: object | undefined): string | undefined => part && rulesText(part);

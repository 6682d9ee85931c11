/** The rules of JSON Schema 2020-12 about objects (Core, sections 10.3.2 and 11.3; Validation, section 6.5). */
import { type Fields, fail, under } from "./checks.js";
import { CausedIssue } from "./caused-issue.js";
import { Issue, step } from "./issue.js";
import type { Check, Seen } from "./validator.js";

/** The names of the properties that a schema declares. */
export function setOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names);
}

/** A property whose name every object inherits. */
export function own(value: Fields, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * `additionalProperties` and `patternProperties`: each property that is neither declared nor matched goes to `rest`.
 * A pattern has a key where it is written in another way than the expression shows itself.
 */
export function others(
  issues: Issue[],
  value: Fields,
  declared: ReadonlySet<string>,
  rest?: Check,
  patterns: readonly (readonly [pattern: RegExp, check: Check, key?: string])[] = [],
  seen?: Seen,
): void {
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    const matched = patterns.filter(([pattern]) => pattern.test(key));
    for (const [pattern, check, text] of matched)
      under(issues, key, value[key], check, `/patternProperties${step(text ?? pattern.source)}`);
    const known = matched.length > 0 || declared.has(key);
    if (!known && rest !== undefined) under(issues, key, value[key], rest, "/additionalProperties");
    if (known || rest !== undefined) seen?.add(key);
  }
}

/** `additionalProperties: false`. */
export function unknownProperty(value: unknown, issues: Issue[]): void {
  fail(issues, undefined, value, "additionalProperties", false);
}

/** `propertyNames`. */
export function names(issues: Issue[], value: Fields, check: Check): void {
  for (const key of Object.keys(value))
    if (value[key] !== undefined) {
      const causes: Issue[] = [];
      check(key, causes);
      if (!causes[0]) continue;
      const issue = new CausedIssue(key, "propertyNames", undefined, causes);
      issue.within(key, check.place ?? "/propertyNames");
      issues.push(issue);
    }
}

/** `minProperties` and `maxProperties`. */
export function populated(issues: Issue[], value: Fields, min: number, max: number): void {
  const count = Object.values(value).filter((each) => each !== undefined).length;
  if (count < min) fail(issues, undefined, value, "minProperties", min);
  if (count > max) fail(issues, undefined, value, "maxProperties", max);
}

/** `dependentRequired`: where one property is present, the others must be. */
export function together(issues: Issue[], value: Fields, key: string, required: readonly string[]): void {
  if (own(value, key) === undefined) return;
  for (const name of required) {
    if (own(value, name) !== undefined) continue;
    issues.push(new Issue(undefined, "dependentRequired", key, name, `/dependentRequired${step(key)}`));
  }
}

/** `unevaluatedProperties`: the properties that nothing else has judged. */
export function unevaluatedProperties(issues: Issue[], value: Fields, check: Check, seen: Seen): void {
  for (const key of Object.keys(value)) {
    if (!seen.has(key) && value[key] !== undefined)
      under(issues, key, value[key], check, "/unevaluatedProperties");
    seen.add(key);
  }
}

/** `unevaluatedProperties: false`. */
export function unevaluatedProperty(value: unknown, issues: Issue[]): void {
  fail(issues, undefined, value, "unevaluatedProperties", false);
}

/**
 * One function for each rule of JSON Schema 2020-12 (Validation vocabulary, section 6). Each takes the list of issues,
 * the key under which the value stands (undefined: the value is the root) and the value. Those that end in a type
 * predicate or a boolean say whether the value has the type that further rules speak of.
 */
import type { Check, Issue } from "./validator.js";

type Key = string | number | undefined;
type Fields = Record<string, unknown>;

export function fail(issues: Issue[], key: Key, value: unknown, code: string, expected: string): false {
  const path = key === undefined ? [] : [key];
  issues.push(
    value === undefined
      ? { path, code: "required", message: "is required" }
      : { path, code, message: `must be ${expected}` },
  );
  return false;
}

/** Any value, but there must be one. */
export function present(issues: Issue[], key: Key, value: unknown): void {
  if (value === undefined) fail(issues, key, value, "required", "");
}

/** The schema `false`. */
export function never(issues: Issue[], key: Key, value: unknown): void {
  fail(issues, key, value, "false", "absent");
}

export function text(issues: Issue[], key: Key, value: unknown): value is string {
  return typeof value === "string" || fail(issues, key, value, "type", "a string");
}

export function boolean(issues: Issue[], key: Key, value: unknown): value is boolean {
  return typeof value === "boolean" || fail(issues, key, value, "type", "a boolean");
}

export function nil(issues: Issue[], key: Key, value: unknown): value is null {
  return value === null || fail(issues, key, value, "type", "null");
}

export function number(issues: Issue[], key: Key, value: unknown): value is number {
  return Number.isFinite(value) || fail(issues, key, value, "type", "a number");
}

export function integer(issues: Issue[], key: Key, value: unknown): value is number {
  return Number.isInteger(value) || fail(issues, key, value, "type", "an integer");
}

export function array(issues: Issue[], key: Key, value: unknown): value is unknown[] {
  return Array.isArray(value) || fail(issues, key, value, "type", "an array");
}

export function record(issues: Issue[], key: Key, value: unknown): value is Fields {
  return isRecord(value) || fail(issues, key, value, "type", "an object");
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** The names of the properties that a schema declares. */
export function setOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names);
}

/** `type` with several types. */
export function typed(issues: Issue[], key: Key, value: unknown, types: readonly string[]): boolean {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return (
    types.includes(type) ||
    (types.includes("integer") && Number.isInteger(value)) ||
    fail(issues, key, value, "type", types.join(" or "))
  );
}

/** A property whose name every object inherits. */
export function own(value: Fields, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** `minLength` and `maxLength`, in Unicode code points. */
export function sized(issues: Issue[], key: Key, value: unknown, min: number, max: number): value is string {
  if (!text(issues, key, value)) return false;
  // A code point is one or two units, so most lengths need no counting.
  if (value.length > max || value.length < 2 * min) {
    const length = [...value].length;
    if (length < min) fail(issues, key, value, "minLength", `at least ${min} characters long`);
    if (length > max) fail(issues, key, value, "maxLength", `at most ${max} characters long`);
  }
  return true;
}

/** `pattern`. */
export function matching(issues: Issue[], key: Key, value: unknown, pattern: RegExp): value is string {
  if (typeof value === "string" && pattern.test(value)) return true;
  return (
    text(issues, key, value) && (fail(issues, key, value, "pattern", `a match of ${pattern.source}`), true)
  );
}

/** `format`, by a function that knows it. */
export function formatted(
  issues: Issue[],
  key: Key,
  value: unknown,
  is: (value: string) => boolean,
  format: string,
): value is string {
  if (typeof value === "string" && is(value)) return true;
  return text(issues, key, value) && (fail(issues, key, value, "format", `a valid ${format}`), true);
}

/** `enum` and `const` of values that hold no others. */
export function among(issues: Issue[], key: Key, value: unknown, values: readonly unknown[]): boolean {
  return (
    values.includes(value) ||
    fail(issues, key, value, "enum", values.map((each) => JSON.stringify(each)).join(" or "))
  );
}

/** `enum` and `const` of any values. */
export function amongNested(issues: Issue[], key: Key, value: unknown, values: readonly unknown[]): boolean {
  return values.some((each) => same(each, value)) || among(issues, key, value, values);
}

export function minimum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) >= limit || !fail(issues, key, value, "minimum", `at least ${limit}`);
}

export function maximum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) <= limit || !fail(issues, key, value, "maximum", `at most ${limit}`);
}

/** `minimum` and `maximum`. */
export function between(issues: Issue[], key: Key, value: unknown, min: number, max: number): boolean {
  return minimum(issues, key, value, min) && maximum(issues, key, value, max);
}

export function exclusiveMinimum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) > limit || !fail(issues, key, value, "exclusiveMinimum", `more than ${limit}`);
}

export function exclusiveMaximum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) < limit || !fail(issues, key, value, "exclusiveMaximum", `less than ${limit}`);
}

/** `multipleOf`, right for decimals: 0.3 is a multiple of 0.1. */
export function multipleOf(issues: Issue[], key: Key, value: unknown, step: number): boolean {
  const quotient = (value as number) / step;
  const near = Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * Number.EPSILON;
  return near || !fail(issues, key, value, "multipleOf", `a multiple of ${step}`);
}

/** Runs the check of a schema on a value that stands under a key. */
export function nested(issues: Issue[], key: Key, value: unknown, check: Check): void {
  if (value === undefined) return present(issues, key, value);
  const before = issues.length;
  check(value, issues);
  if (issues.length > before) prefix(issues, before, key);
}

function prefix(issues: Issue[], from: number, key: Key): void {
  if (key !== undefined) for (const issue of issues.slice(from)) issue.path.unshift(key);
}

/** `items`, from an index on. */
export function each(
  issues: Issue[],
  key: Key,
  value: unknown,
  check: Check,
  from: number = 0,
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  for (let i = from; i < value.length; i++) {
    const before = issues.length;
    check(value[i], issues);
    if (issues.length > before) {
      prefix(issues, before, i);
      prefix(issues, before, key);
    }
  }
  return true;
}

/** `prefixItems`. */
export function tuple(
  issues: Issue[],
  key: Key,
  value: unknown,
  checks: readonly Check[],
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  const before = issues.length;
  checks.forEach((check, i) => {
    if (i < value.length) nested(issues, i, value[i], check);
  });
  prefix(issues, before, key);
  return true;
}

/** `minItems` and `maxItems`. */
export function counted(
  issues: Issue[],
  key: Key,
  value: unknown,
  min: number,
  max: number,
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  if (value.length < min) fail(issues, key, value, "minItems", `at least ${min} items long`);
  if (value.length > max) fail(issues, key, value, "maxItems", `at most ${max} items long`);
  return true;
}

/** `uniqueItems`, by deep equality. */
export function unique(issues: Issue[], key: Key, value: unknown): value is unknown[] {
  if (!array(issues, key, value)) return false;
  if (new Set(value).size < value.length || value.some((item, i) => isNested(item) && seenBefore(value, i)))
    fail(issues, key, value, "uniqueItems", "free of duplicates");
  return true;
}

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;
const seenBefore = (list: readonly unknown[], i: number): boolean =>
  list.slice(0, i).some((other) => isNested(other) && same(other, list[i]));

/** Deep equality of JSON values (JSON Schema 2020-12 Core, section 4.2.2). */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Fields)[key], (b as Fields)[key]))
  );
}

/** `additionalProperties` and `patternProperties`: each property that is neither declared nor matched goes to `rest`. */
export function others(
  issues: Issue[],
  value: Fields,
  declared: ReadonlySet<string>,
  rest: Check | undefined,
  patterns: readonly (readonly [RegExp, Check])[] = [],
): void {
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    const matched = patterns.filter(([pattern]) => pattern.test(key));
    for (const [, check] of matched) nested(issues, key, value[key], check);
    if (matched.length === 0 && rest !== undefined && !declared.has(key))
      nested(issues, key, value[key], rest);
  }
}

/** `additionalProperties: false`. */
export function unknownProperty(value: unknown, issues: Issue[]): void {
  fail(issues, undefined, value, "additionalProperties", "absent: the property is not documented");
}

/** `propertyNames`. */
export function names(issues: Issue[], value: Fields, check: Check): void {
  for (const key of Object.keys(value)) nested(issues, key, key, check);
}

/** `minProperties` and `maxProperties`. */
export function populated(issues: Issue[], value: Fields, min: number, max: number): void {
  const count = Object.keys(value).length;
  if (count < min) fail(issues, undefined, value, "minProperties", `an object of at least ${min} properties`);
  if (count > max) fail(issues, undefined, value, "maxProperties", `an object of at most ${max} properties`);
}

/** `anyOf`. */
export function anyOf(value: unknown, issues: Issue[], checks: readonly Check[]): void {
  if (matches(value, checks, 1) === 0)
    fail(issues, undefined, value, "anyOf", `one of ${checks.length} alternatives, and fits none`);
}

/** `oneOf`. */
export function oneOf(value: unknown, issues: Issue[], checks: readonly Check[]): void {
  const count = matches(value, checks, 2);
  if (count !== 1)
    fail(
      issues,
      undefined,
      value,
      "oneOf",
      `exactly one of ${checks.length} alternatives, and fits ${count === 0 ? "none" : "several"}`,
    );
}

function matches(value: unknown, checks: readonly Check[], enough: number): number {
  let count = 0;
  for (const check of checks) {
    const issues: Issue[] = [];
    check(value, issues);
    if (issues.length === 0 && ++count === enough) break;
  }
  return count;
}

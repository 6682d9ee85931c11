/**
 * One function for each rule of JSON Schema 2020-12 (Validation vocabulary, section 6) about single values. Each takes
 * the list of issues, the key under which the value stands (undefined: the value is the root) and the value. Those that
 * end in a type predicate or a boolean say whether the value has the type that further rules speak of.
 */
import { Issue, lift, typeOf } from "./issue.js";
import type { Check } from "./validator.js";

export type Key = string | number | undefined;
export type Fields = Record<string, unknown>;

export function fail(issues: Issue[], key: Key, value: unknown, code: string, expected?: unknown): false {
  issues.push(
    value === undefined
      ? // Whether a property must be there is said by the schema of the object.
        new Issue(value, "required", undefined, key, "")
      : new Issue(value, code, expected, key),
  );
  return false;
}

/** Any value, but there must be one. */
export function present(issues: Issue[], key: Key, value: unknown): void {
  if (value === undefined) fail(issues, key, value, "required");
}

/** The schema `false`. */
export function never(issues: Issue[], key: Key, value: unknown): void {
  fail(issues, key, value, "never");
}

/** Stands last where null is another type that is allowed, so that issues name both. */
export const orNull = "null";

/** What has another type than it should. */
export function mistyped(issues: Issue[], key: Key, value: unknown, type: string, or?: string): false {
  return fail(issues, key, value, "type", or ? [type, or] : type);
}

export function text(issues: Issue[], key: Key, value: unknown, or?: "null"): value is string {
  return typeof value === "string" || mistyped(issues, key, value, "string", or);
}

export function boolean(issues: Issue[], key: Key, value: unknown, or?: "null"): value is boolean {
  return typeof value === "boolean" || mistyped(issues, key, value, "boolean", or);
}

export function nil(issues: Issue[], key: Key, value: unknown): value is null {
  return value === null || fail(issues, key, value, "type", "null");
}

export function number(issues: Issue[], key: Key, value: unknown, or?: "null"): value is number {
  return Number.isFinite(value) || mistyped(issues, key, value, "number", or);
}

export function integer(issues: Issue[], key: Key, value: unknown, or?: "null"): value is number {
  return Number.isInteger(value) || mistyped(issues, key, value, "integer", or);
}

export function array(issues: Issue[], key: Key, value: unknown, or?: "null"): value is unknown[] {
  return Array.isArray(value) || mistyped(issues, key, value, "array", or);
}

export function record(issues: Issue[], key: Key, value: unknown, or?: "null"): value is Fields {
  return isRecord(value) || mistyped(issues, key, value, "object", or);
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `type` with several types. */
export function typed(issues: Issue[], key: Key, value: unknown, types: readonly string[]): boolean {
  const type = typeOf(value);
  return (
    (types.includes(type) && (type !== "number" || Number.isFinite(value))) ||
    (types.includes("integer") && Number.isInteger(value)) ||
    fail(issues, key, value, "type", types)
  );
}

/** `minLength` and `maxLength`, in Unicode code points. */
export function sized(
  issues: Issue[],
  key: Key,
  value: unknown,
  min: number,
  max: number,
  or?: "null",
): value is string {
  if (!text(issues, key, value, or)) return false;
  // A code point is one or two units, so most lengths need no counting.
  if (value.length > max || value.length < 2 * min) {
    const length = [...value].length;
    if (length < min) fail(issues, key, value, "minLength", min);
    if (length > max) fail(issues, key, value, "maxLength", max);
  }
  return true;
}

/** `pattern`. */
export function matching(
  issues: Issue[],
  key: Key,
  value: unknown,
  pattern: RegExp,
  or?: "null",
): value is string {
  return (
    text(issues, key, value, or) &&
    (pattern.test(value) || !fail(issues, key, value, "pattern", pattern.source))
  );
}

/** `format`, by a function that knows it. */
export function formatted(
  issues: Issue[],
  key: Key,
  value: unknown,
  is: (value: string) => boolean,
  format: string,
  or?: "null",
): value is string {
  return text(issues, key, value, or) && (is(value) || !fail(issues, key, value, "format", format));
}

/** `enum` of values that hold no others. */
export function among(issues: Issue[], key: Key, value: unknown, values: readonly unknown[]): boolean {
  return values.includes(value) || fail(issues, key, value, "enum", values);
}

/** `const` of a value that holds no others. */
export function constant(issues: Issue[], key: Key, value: unknown, only: unknown): boolean {
  return value === only || fail(issues, key, value, "const", only);
}

/** The value that chooses a branch: one of those that a discriminator knows. */
export function tagged(issues: Issue[], key: string, value: unknown, tags: readonly unknown[]): void {
  if (value === undefined) return void fail(issues, key, value, "required");
  issues.push(new Issue(value, "discriminator", tags, key, "/discriminator"));
}

export function minimum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) >= limit || !fail(issues, key, value, "minimum", limit);
}

export function maximum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) <= limit || !fail(issues, key, value, "maximum", limit);
}

/** `minimum` and `maximum`. */
export function between(issues: Issue[], key: Key, value: unknown, min: number, max: number): boolean {
  return minimum(issues, key, value, min) && maximum(issues, key, value, max);
}

export function exclusiveMinimum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) > limit || !fail(issues, key, value, "exclusiveMinimum", limit);
}

export function exclusiveMaximum(issues: Issue[], key: Key, value: unknown, limit: number): boolean {
  return (value as number) < limit || !fail(issues, key, value, "exclusiveMaximum", limit);
}

/** `multipleOf`, exact for the decimal numbers that were written: 0.3 is a multiple of 0.1. */
export function multipleOf(issues: Issue[], key: Key, value: unknown, step: number): boolean {
  const is = (value as number) % step === 0 || isMultiple(value as number, step);
  return is || !fail(issues, key, value, "multipleOf", step);
}

function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value) || (Number.isSafeInteger(value) && Number.isSafeInteger(step))) return false;
  const [digits, scale] = decimal(value);
  const [stepDigits, stepScale] = decimal(step);
  const most = Math.max(scale, stepScale);
  return (digits * 10n ** BigInt(most - scale)) % (stepDigits * 10n ** BigInt(most - stepScale)) === 0n;
}

/** A number as an integer and the count of decimals in it. */
export function decimal(value: number): readonly [bigint, number] {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? [digits * 10n ** BigInt(-scale), 0] : [digits, scale];
}

/** The format of a number: `min` to `max`, and whole where `whole` is set. */
export function ranged(
  issues: Issue[],
  key: Key,
  value: unknown,
  format: string,
  min: number,
  max: number,
  whole: boolean,
): boolean {
  const number = value as number;
  const is = number >= min && number <= max && (!whole || Number.isInteger(number));
  return is || !fail(issues, key, value, "format", format);
}

/** Runs the check of a schema on a property. */
export function nested(issues: Issue[], key: string, value: unknown, check: Check): void {
  if (value === undefined) return void fail(issues, key, value, "required");
  const before = issues.length;
  check(value, issues);
  if (issues.length > before) lift(issues, before, key, check.place);
}

/** Runs a check on a part of the value that stands under a key. */
export function under(
  issues: Issue[],
  key: string | number,
  value: unknown,
  check: Check,
  place: string,
): void {
  const before = issues.length;
  check(value, issues);
  if (issues.length > before) lift(issues, before, key, check.place ?? place);
}

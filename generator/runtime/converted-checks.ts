/** Checks of converted values: their type, and the rules that speak of what is on the wire. */
import { type Key, decimal, fail, mistyped } from "./checks.js";
import type { Converter, FormatConverter } from "./converter.js";
import { type Issue, lift } from "./issue.js";
import type { Check } from "./validator.js";

/** The type of a format's values. What still is as on the wire breaks the format if it cannot be converted. */
export function converted(
  issues: Issue[],
  key: Key,
  value: unknown,
  { is, isOfType, read, type }: FormatConverter,
  wire: "string" | "number" | "integer",
  format: string,
  or?: "null",
): boolean {
  if (is(value)) return true;
  const breaksFormat = isOfType(value) || (typeof value === wire && read(value) === value);
  return breaksFormat ? fail(issues, key, value, "format", format) : mistyped(issues, key, value, type, or);
}

/** Rules that speak of what is on the wire. */
export function written(
  issues: Issue[],
  key: Key,
  value: unknown,
  { write }: Converter,
  check: Check,
): boolean {
  const before = issues.length;
  check(write(value), issues);
  if (key !== undefined && issues.length > before) lift(issues, before, key);
  return true;
}

/** `multipleOf` of a bigint, exact for the decimal number that was written. */
export function bigMultipleOf(issues: Issue[], key: Key, value: unknown, step: number): boolean {
  const [digits, scale] = decimal(step);
  return (
    ((value as bigint) * 10n ** BigInt(scale)) % digits === 0n ||
    !fail(issues, key, value, "multipleOf", step)
  );
}

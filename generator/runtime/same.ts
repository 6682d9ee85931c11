/** Deep equality of JSON values (JSON Schema 2020-12 Core, section 4.2.2), and the rules that ask for it. */
import { type Fields, type Key, fail } from "./checks.js";
import type { Issue } from "./issue.js";

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Fields)[key], (b as Fields)[key]))
  );
}

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;

/** `enum` of any values. */
export function amongNested(issues: Issue[], key: Key, value: unknown, values: readonly unknown[]): boolean {
  return values.some((each) => same(each, value)) || fail(issues, key, value, "enum", values);
}

/** `const` of any value. */
export function constantNested(issues: Issue[], key: Key, value: unknown, only: unknown): boolean {
  return same(only, value) || fail(issues, key, value, "const", only);
}

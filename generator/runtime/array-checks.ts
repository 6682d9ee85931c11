/** The rules of JSON Schema 2020-12 about arrays (Core, section 10.3.1; Validation, section 6.4; Core, section 11.2). */
import { type Key, array, fail, isRecord, under } from "./checks.js";
import { type Issue, lift } from "./issue.js";
import type { Check, Seen } from "./validator.js";

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** `items`, from an index on. */
export function each(
  issues: Issue[],
  key: Key,
  value: unknown,
  check: Check,
  from: number = 0,
  seen?: Seen,
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  const before = issues.length;
  for (let i = from; i < value.length; i++) {
    under(issues, i, value[i], check, "/items");
    seen?.add(i);
  }
  if (key !== undefined && issues.length > before) lift(issues, before, key);
  return true;
}

/** `prefixItems`. */
export function tuple(
  issues: Issue[],
  key: Key,
  value: unknown,
  checks: readonly Check[],
  seen?: Seen,
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  const before = issues.length;
  checks.slice(0, value.length).forEach((check, i) => {
    under(issues, i, value[i], check, `/prefixItems/${i}`);
    seen?.add(i);
  });
  if (key !== undefined && issues.length > before) lift(issues, before, key);
  return true;
}

/** `contains`, `minContains` and `maxContains`; the items that fit count as judged. */
export function contains(
  issues: Issue[],
  key: Key,
  value: unknown,
  check: Check,
  min: number,
  max: number,
  seen?: Seen,
): value is unknown[] {
  if (!array(issues, key, value)) return false;
  const fitting = [...value.keys()].filter((i) => {
    const found: Issue[] = [];
    check(value[i], found);
    return found.length === 0;
  });
  for (const i of fitting) seen?.add(i);
  if (fitting.length < min) fail(issues, key, value, min === 1 ? "contains" : "minContains", min);
  if (fitting.length > max) fail(issues, key, value, "maxContains", max);
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
  if (value.length < min) fail(issues, key, value, "minItems", min);
  if (value.length > max) fail(issues, key, value, "maxItems", max);
  return true;
}

/** A text that equal JSON values share, whatever the order of their properties. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (!isRecord(value)) return typeof value === "string" ? JSON.stringify(value) : String(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

/** `uniqueItems`, by deep equality. */
export function unique(issues: Issue[], key: Key, value: unknown): value is unknown[] {
  if (!array(issues, key, value)) return false;
  const distinct = new Set(value.map(canonical));
  if (distinct.size < value.length) fail(issues, key, value, "uniqueItems", true);
  return true;
}

/** `unevaluatedItems`: the items that nothing else has judged. */
export function unevaluatedItems(issues: Issue[], value: readonly unknown[], check: Check, seen: Seen): void {
  value.forEach((item, i) => {
    if (!seen.has(i)) under(issues, i, item, check, "/unevaluatedItems");
    seen.add(i);
  });
}

/** `unevaluatedItems: false`. */
export function unevaluatedItem(value: unknown, issues: Issue[]): void {
  fail(issues, undefined, value, "unevaluatedItems", false);
}

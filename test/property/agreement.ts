/** Whether a JSON Schema says what its validator says, and of which values. */
import { expect } from "vitest";
import type { SchemaValidator } from "../../generator/runtime/schema-validator.js";
import type { Dialect, Judge } from "./json-schema-judges.js";
import { junk } from "./junk.js";
import { placesIn, removed, replaced } from "./places.js";

/** Fails unless all judges say what the validator says. */
export function expectAgreement(
  { check, schema }: SchemaValidator<unknown>,
  by: ReadonlyMap<Dialect, Judge>,
  value: unknown,
): boolean {
  const issues = check(value);
  for (const [dialect, judge] of by)
    if (judge(value) !== (issues.length === 0))
      expect.fail(`${dialect}: ${JSON.stringify({ value, issues, schema })}`);
  return issues.length === 0;
}

/** The value and others near to it. */
export function* near(value: unknown): Iterable<unknown> {
  yield value;
  for (const place of placesIn(value)) {
    const less = removed(value, place);
    if (less !== undefined) yield less;
    for (const each of junk) yield replaced(value, place, each);
  }
}

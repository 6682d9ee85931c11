/** Which values of a description can stand in code as the literals that they are. */
import { expect, test } from "vitest";
import { declaredValues } from "../../../generator/plan/declared-values.js";
import type { Schema } from "../../../generator/model/schema.js";

const plain = { pointer: "", annotations: {} };
const holding = (...names: readonly string[]): Schema => ({
  ...plain,
  object: {
    properties: names.map((name) => ({ name, required: false, schema: plain })),
    patternProperties: [],
  },
});

const isDeclared = declaredValues(new Map(), { accepts: () => true, issues: () => [] });

test.each<[what: string, schema: Schema, value: Record<string, number>, declared: boolean]>([
  ["a declared property", holding("a"), { a: 1 }, true],
  ["one that is not", holding("a"), { b: 1 }, false],
  ["one of another part", { ...plain, allOf: [holding("a"), holding("b")] }, { a: 1, b: 1 }, true],
  [
    "one of the alternative that allows it",
    { ...plain, oneOf: [holding("a"), holding("b")] },
    { a: 1 },
    true,
  ],
  ["any, where nothing is declared", plain, { a: 1 }, true],
])("%s", (_, schema, value, declared) => {
  expect(isDeclared(schema, value)).toBe(declared);
});

test("many alternatives in many parts are looked at once each", () => {
  const choice: Schema = { ...plain, anyOf: ["a", "b", "c", "d"].map((name) => holding(name)) };
  const schema: Schema = { ...plain, allOf: Array.from({ length: 1000 }, () => choice) };
  expect(isDeclared(schema, { a: 1 })).toBe(true);
  expect(isDeclared(schema, { z: 1 })).toBe(false);
});

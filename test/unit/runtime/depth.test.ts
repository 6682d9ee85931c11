import { describe, expect, test } from "vitest";
import { under } from "../../../generator/runtime/checks.js";
import { type Check, ValidationError, validator } from "../../../generator/runtime/validator.js";
import { described } from "../../support/described.js";

const refTo = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const levels = 100_000;

/** An array in an array in an array, with a value in the innermost. */
function nestedArrays(depth: number, innermost?: unknown): unknown {
  let value = innermost === undefined ? [] : [innermost];
  for (let i = 1; i < depth; i++) value = [value];
  return value;
}

const cyclicArray: unknown[] = [];
cyclicArray.push(cyclicArray);

const cyclicObject: Record<string, unknown> = {};
cyclicObject["next"] = cyclicObject;

const validatorOf = described({
  List: { type: "array", items: refTo("List") },
  Node: { type: "object", properties: { next: refTo("Node") } },
  Even: { type: "object", properties: { next: refTo("Odd") } },
  Odd: { allOf: [{ type: "object", properties: { next: refTo("Even") } }] },
  Union: { anyOf: [{ type: "string" }, { type: "array", items: refTo("Union") }] },
  Map: { type: "object", additionalProperties: refTo("Map") },
  Tracked: { type: "object", properties: { next: refTo("Tracked") }, unevaluatedProperties: false },
  Anything: {},
  Objects: { type: "object", properties: { next: {} }, minProperties: 1, maxProperties: 1 },
  Arrays: { type: "array", items: { type: "array", minItems: 1 } },
  Listed: { enum: [[], [[]], { next: {} }] },
});

describe("a schema that contains itself", () => {
  test.each([
    ["List", nestedArrays(levels)],
    ["List", cyclicArray],
    ["Union", nestedArrays(levels)],
    ["Union", cyclicArray],
    ["Node", cyclicObject],
    ["Even", cyclicObject],
    ["Map", cyclicObject],
    ["Tracked", cyclicObject],
  ])("gives one issue for data that is nested without an end: %s", (name, value) => {
    const { check, is, parse, "~standard": standard } = validatorOf(name);
    const [issue, ...more] = check(value);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: "depth", keyword: "depth", path: [], pointer: "", causes: [] });
    expect(issue?.expected).toBeUndefined();
    expect(issue?.schema).toBe(`#/components/schemas/${name}`);
    expect(is(value)).toBe(false);
    expect(() => parse(value)).toThrow(ValidationError);
    expect(standard.validate(value)).toMatchObject({ issues: [{ code: "depth" }] });
  });

  test("judges data of a depth that is usual, down to the innermost value", () => {
    expect(validatorOf("List").check(nestedArrays(200))).toEqual([]);
    const [issue, ...more] = validatorOf("List").check(nestedArrays(200, "x"));
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: "type", path: Array.from({ length: 200 }, () => 0) });
  });

  test("judges as before after data was too deep", () => {
    const { check } = validatorOf("List");
    expect(check(cyclicArray)).toHaveLength(1);
    expect(check([[], [[]]])).toEqual([]);
    expect(check([[], [1]]).map((each) => each.pointer)).toEqual(["/1/0"]);
  });
});

describe("a schema that does not contain itself", () => {
  test.each([
    ["Anything", nestedArrays(levels)],
    ["Anything", cyclicObject],
    ["Objects", cyclicObject],
    ["Arrays", nestedArrays(levels)],
    ["Arrays", cyclicArray],
  ])("does not mind deep data: %s", (name, value) => {
    expect(validatorOf(name).check(value)).toEqual([]);
  });

  test("compares deep data with its list of values", () => {
    for (const value of [nestedArrays(levels), cyclicArray, cyclicObject])
      expect(
        validatorOf("Listed")
          .check(value)
          .map((each) => each.code),
      ).toEqual(["enum"]);
  });
});

describe("a check that is written by hand", () => {
  const run: Check = (value, issues) => {
    if (Array.isArray(value)) value.forEach((each, i) => under(issues, i, each, run, "/items"));
  };

  test("is stopped in the same way", () => {
    const { check } = validator("#/by/hand", run);
    expect(check(nestedArrays(levels)).map((each) => [each.code, each.schema])).toEqual([
      ["depth", "#/by/hand"],
    ]);
    expect(check(cyclicArray).map((each) => each.code)).toEqual(["depth"]);
  });

  test("throws what it throws otherwise", () => {
    const broken = validator("#/by/hand", () => {
      throw new TypeError("broken");
    });
    expect(() => broken.check(1)).toThrow(new TypeError("broken"));
  });
});

import { describe, expect, expectTypeOf, test } from "vitest";
import type { Issue } from "../../../generator/runtime/issue.js";
import { tolerant } from "../../../generator/runtime/tolerant.js";
import { type Validator, ValidationError } from "../../../generator/runtime/validator.js";
import { described } from "../../support/described.js";

const word = { type: "string" };
const closed = (properties: object, required: readonly string[] = []): object => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

interface Judged {
  readonly tolerated: readonly string[];
  readonly refused: readonly string[];
}

/** What is tolerated of a value and what is refused, each by path and code. */
function judge(schema: object, value: unknown, others: object = {}): Judged {
  const tolerated: string[] = [];
  const brief = ({ pointer, code }: Issue): string => `${pointer} ${code}`;
  const { check } = tolerant(described({ It: schema, ...others })("It"), (issue) =>
    tolerated.push(brief(issue)),
  );
  return { refused: check(value).map(brief), tolerated };
}

describe("a tolerant validator", () => {
  test("lets unknown properties pass", () => {
    expect(judge(closed({ a: word }), { a: "a", b: 1, c: 2 })).toEqual({
      refused: [],
      tolerated: ["/b additionalProperties", "/c additionalProperties"],
    });
    const open = { allOf: [{ type: "object", properties: { a: word } }], unevaluatedProperties: false };
    expect(judge(open, { a: "a", b: 1 })).toEqual({ refused: [], tolerated: ["/b unevaluatedProperties"] });
  });

  test("lets properties pass whose names are listed nowhere, but none whose names break another rule", () => {
    const listed = { type: "object", propertyNames: { enum: ["a", "b"] } };
    expect(judge(listed, { a: 1, c: 2 })).toEqual({ refused: [], tolerated: ["/c enum"] });
    const short = { type: "object", propertyNames: { maxLength: 1 } };
    expect(judge(short, { a: 1, cc: 2 })).toEqual({ refused: ["/cc propertyNames"], tolerated: [] });
  });

  test("lets unknown members of enums pass", () => {
    expect(judge({ enum: ["a", "b"] }, "c")).toEqual({ refused: [], tolerated: [" enum"] });
    expect(judge({ const: 1 }, 2)).toEqual({ refused: [], tolerated: [" const"] });
    expect(judge({ enum: [{ a: 1 }] }, { a: 2 })).toEqual({ refused: [], tolerated: [" enum"] });
  });

  test("refuses members of another JSON type", () => {
    for (const value of [1, null, {}, []])
      expect(judge({ enum: ["a", "b"] }, value)).toEqual({ refused: [" enum"], tolerated: [] });
    expect(judge({ const: null }, "a")).toEqual({ refused: [" const"], tolerated: [] });
    expect(judge({ enum: [[1]] }, { a: 1 })).toEqual({ refused: [" enum"], tolerated: [] });
  });

  test("refuses everything else, and reports what it tolerates beside", () => {
    const schema = closed({ a: word, state: { enum: ["on", "off"] } }, ["a"]);
    expect(judge(schema, { a: 1, b: 1, state: "idle" })).toEqual({
      refused: ["/a type"],
      tolerated: ["/state enum", "/b additionalProperties"],
    });
    expect(judge(schema, { b: 1 })).toEqual({
      refused: ["/a required"],
      tolerated: ["/b additionalProperties"],
    });
  });

  test("looks into arrays and references", () => {
    const item = closed({ state: { enum: ["on"] } });
    const list = { type: "array", items: { $ref: "#/components/schemas/Item" } };
    expect(judge(list, [{ state: "on" }, { state: "idle", a: 1 }], { Item: item })).toEqual({
      refused: [],
      tolerated: ["/1/state enum", "/1/a additionalProperties"],
    });
  });
});

describe("of a union, a tolerant validator", () => {
  const circle = closed({ radius: { type: "number" } }, ["radius"]);
  const square = closed({ side: { type: "number" }, color: { enum: ["red", "green"] } }, ["side"]);

  test.each(["anyOf", "oneOf"])("lets pass what the nearest branch tolerates: %s", (keyword) => {
    const shape = { [keyword]: [circle, square] };
    expect(judge(shape, { side: 1, color: "blue", z: 0 })).toEqual({
      refused: [],
      tolerated: ["/color enum", "/z additionalProperties"],
    });
  });

  test.each(["anyOf", "oneOf"])("refuses what the nearest branch does not tolerate: %s", (keyword) => {
    const shape = { [keyword]: [circle, square] };
    expect(judge(shape, { side: "1", color: "blue" })).toEqual({ refused: [` ${keyword}`], tolerated: [] });
    expect(judge(shape, {})).toEqual({ refused: [` ${keyword}`], tolerated: [] });
  });

  test("looks into unions within unions", () => {
    const inner = { anyOf: [circle, square] };
    const outer = {
      anyOf: [{ maxProperties: 0 }, { type: "object", properties: { shape: inner }, required: ["shape"] }],
    };
    expect(judge(outer, { shape: { radius: 1, z: 0 } })).toEqual({
      refused: [],
      tolerated: ["/shape/z additionalProperties"],
    });
    expect(judge(outer, { shape: { radius: "1" } })).toEqual({ refused: [" anyOf"], tolerated: [] });
  });

  const tagged = (name: string, more: object): object => ({
    type: "object",
    properties: { kind: { const: name }, ...more },
  });

  test.each([
    ["cat", "dog"],
    ["dog", "cat"],
  ])("refuses what is wrong behind a known tag: %s before %s", (...names) => {
    const branches = names.map((each) => tagged(each, { [each]: { type: "number" } }));
    expect(judge({ anyOf: branches }, { kind: "dog", dog: "x" })).toEqual({
      refused: [" anyOf"],
      tolerated: [],
    });
    expect(judge({ anyOf: branches }, { kind: "cow" })).toEqual({ refused: [], tolerated: ["/kind const"] });
  });

  test("refuses what is wrong with a property that another branch knows", () => {
    const shape = { anyOf: [closed({ radius: { type: "number" } }), closed({ side: { type: "number" } })] };
    expect(judge(shape, { side: "x" })).toEqual({ refused: [" anyOf"], tolerated: [] });
  });

  test("refuses what fits several branches where it must fit one", () => {
    expect(judge({ oneOf: [{ type: "number" }, { type: "integer" }] }, 1)).toEqual({
      refused: [" oneOf"],
      tolerated: [],
    });
  });

  test("lets an unknown tag pass, and nothing wrong behind a known one", () => {
    const kind = (name: string): object => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: name }, size: { type: "integer" } },
    });
    const pet = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    };
    const others = { Cat: kind("Cat"), Dog: kind("Dog") };
    expect(judge(pet, { kind: "Cow", horns: 2 }, others)).toEqual({
      refused: [],
      tolerated: ["/kind discriminator"],
    });
    expect(judge(pet, { kind: 7 }, others)).toEqual({ refused: ["/kind discriminator"], tolerated: [] });
    expect(judge(pet, {}, others)).toEqual({ refused: ["/kind required"], tolerated: [] });
    expect(judge(pet, { kind: "Dog", size: "S" }, others)).toEqual({
      refused: ["/size type"],
      tolerated: [],
    });
  });
});

describe("every face of a tolerant validator", () => {
  interface Light {
    readonly state: "on" | "off";
  }
  const strict = described({ Light: closed({ state: { enum: ["on", "off"] } }, ["state"]) })(
    "Light",
  ) as Validator<Light>;

  test("judges alike, and gives the value itself", () => {
    const { is, parse, check, ...rest } = tolerant(strict);
    const value = { state: "idle", a: 1 };
    expect(is(value)).toBe(true);
    expect(parse(value)).toBe(value);
    expect(check(value)).toEqual([]);
    expect(rest["~standard"].validate(value)).toEqual({ value });
    expect(is({})).toBe(false);
    expect(() => parse({})).toThrow(ValidationError);
    expect(rest["~standard"].validate({})).toMatchObject({ issues: [{ path: ["state"], code: "required" }] });
  });

  test("has the type of the strict one, which stays strict", () => {
    expectTypeOf(tolerant(strict)).toEqualTypeOf<Validator<Light>>();
    expectTypeOf(tolerant(strict).parse).returns.toEqualTypeOf<Light>();
    tolerant(strict);
    expect(strict.is({ state: "idle" })).toBe(false);
  });

  test("reports issues as the strict one does, with the whole path and the schema", () => {
    const tolerated: Issue[] = [];
    const value = { state: "idle", a: 1 };
    tolerant(strict, (issue) => tolerated.push(issue)).parse(value);
    expect(JSON.stringify(tolerated)).toBe(JSON.stringify(strict.check(value)));
    expect(tolerated.map((each) => each.schema)).toEqual([
      "#/components/schemas/Light/properties/state",
      "#/components/schemas/Light/additionalProperties",
    ]);
  });

  test("can be part of another validator", () => {
    const twice = tolerant(tolerant(strict));
    expect(twice.is({ state: "idle" })).toBe(true);
    expect(twice.check({}).map((each) => each.schema)).toEqual(strict.check({}).map((each) => each.schema));
  });

  test("does not tolerate nesting without an end", () => {
    const list = described({ List: { type: "array", items: { $ref: "#/components/schemas/List" } } })("List");
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(
      tolerant(list)
        .check(cyclic)
        .map((each) => each.code),
    ).toEqual(["depth"]);
  });
});

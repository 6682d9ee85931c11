import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { knownFormats } from "../../../generator/model/formats.js";
import { jsonTypes } from "../../../generator/model/schema.js";
import { runtimeFolder } from "../../../generator/render/runtime-folder.js";
import * as formats from "../../../generator/runtime/formats.js";
import { Issue, setMessages } from "../../../generator/runtime/issue.js";
import { english, terse } from "../../../generator/runtime/messages.js";
import type { tolerant } from "../../../generator/runtime/tolerant.js";
import type { Validator } from "../../../generator/runtime/validator.js";
import { emit } from "../../property/emit.js";
import { described } from "../../support/described.js";
import { loadPackage } from "../../support/load-package.js";

const word = { type: "string" };
const letters = [..."abcdefghijkl"];

/** What a value is told for a schema: one line an issue, with its path. */
function told(schema: object | boolean, value: unknown): readonly string[] {
  const { check } = described({ It: schema, Cat: kind("cat"), Dog: kind("dog") })("It");
  return check(value).map((issue) => `${issue.pointer} ${english(issue)}`.trimStart());
}

const kind = (name: string): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: name }, tags: { type: "array", items: word } },
});

describe("in English, an issue", () => {
  test.each<readonly [code: string, schema: object | boolean, value: unknown, message: string]>([
    ["type", word, 5, "must be a string, not a number"],
    ["type", { type: "integer" }, 1.5, "must be an integer, not a fraction"],
    ["type", { type: "integer" }, "1", "must be an integer, not a string"],
    ["type", { type: "number" }, Number.NaN, "must be a number, not NaN"],
    ["type", { type: "number" }, -Infinity, "must be a number, not -Infinity"],
    ["type", { type: "number" }, 10n, "must be a number, not a bigint"],
    ["type", { type: "object" }, [], "must be an object, not an array"],
    ["type", { type: "array" }, null, "must be an array, not null"],
    ["type", { type: "null" }, true, "must be null, not a boolean"],
    ["type", { type: ["string", "boolean"] }, {}, "must be a boolean or a string, not an object"],
    ["type", { type: ["string", "integer"] }, 12.75, "must be an integer or a string, not a fraction"],
    [
      "type",
      { type: ["string", "boolean", "array"] },
      1,
      "must be a boolean, a string or an array, not a number",
    ],
    ["required", { type: "object", properties: { a: word }, required: ["a"] }, {}, "/a is missing"],
    ["never", { type: "object", properties: { a: false } }, { a: 1 }, "/a must not be present"],
    ["minLength", { ...word, minLength: 1 }, "", "must have at least 1 character"],
    ["minLength", { ...word, minLength: 2 }, "", "must have at least 2 characters"],
    ["maxLength", { ...word, maxLength: 1 }, "ab", "must have at most 1 character"],
    ["maxLength", { ...word, maxLength: 0 }, "ab", "must have no characters"],
    ["pattern", { ...word, pattern: "^a+$" }, "b", "must match the pattern ^a+$"],
    [
      "pattern",
      { ...word, pattern: `^${"a".repeat(200)}$` },
      "b",
      `must match the pattern ^${"a".repeat(99)}…`,
    ],
    ["format", { ...word, format: "date" }, "b", "must have the format date, like 2024-02-29"],
    ["format", { ...word, format: "regex" }, "(", "must have the format regex"],
    ["format", { type: "integer", format: "int32" }, 2 ** 40, "must have the format int32"],
    ["enum", { enum: ["a", "b"] }, "c", 'must be "a" or "b", not "c"'],
    ["enum", { enum: ["a", 1, null] }, true, 'must be "a", 1 or null, not true'],
    ["enum", { enum: ["a", 1] }, null, 'must be "a" or 1, not null'],
    ["enum", { enum: ["a", "b"] }, "secret", 'must be "a" or "b", not "secr…"'],
    ["enum", { enum: ["a", "b"] }, "four", 'must be "a" or "b", not "four"'],
    ["enum", { enum: ["a", "b"] }, 12345, 'must be "a" or "b", not 12345'],
    ["enum", { enum: ["a", "b"] }, Symbol("a"), 'must be "a" or "b", not a symbol'],
    [
      "enum",
      { enum: letters },
      [],
      'must be one of "a", "b", "c", "d", "e", "f", "g", "h" and 4 more, not an array',
    ],
    ["const", { const: "on" }, "off", 'must be "on", not "off"'],
    ["const", { const: { a: 1 } }, {}, 'must be {"a":1}, not an object'],
    ["const", { const: 10 }, 10n, "must be 10, not a bigint"],
    ["const", { const: 10 }, english, "must be 10, not a function"],
    ["const", { const: "x".repeat(99) }, false, `must be "${"x".repeat(39)}…, not false`],
    ["minimum", { type: "number", minimum: 1 }, -5, "must be at least 1, not -5"],
    ["minimum", { type: "number", minimum: 1 }, 0, "must be at least 1, not 0"],
    ["minimum", { type: "number", minimum: 1 }, -54321.25, "must be at least 1, not -54321.25"],
    ["maximum", { type: "number", maximum: 1 }, 1.5, "must be at most 1, not 1.5"],
    ["maximum", { type: "number", maximum: 1 }, 1e300, "must be at most 1, not 1e+300"],
    ["exclusiveMinimum", { type: "number", exclusiveMinimum: 0 }, 0, "must be greater than 0, not 0"],
    ["exclusiveMaximum", { type: "number", exclusiveMaximum: 0 }, 0, "must be less than 0, not 0"],
    ["multipleOf", { type: "number", multipleOf: 0.5 }, 0.7, "must be a multiple of 0.5, not 0.7"],
    ["minItems", { type: "array", minItems: 1 }, [], "must have at least 1 item"],
    ["minItems", { type: "array", minItems: 2 }, [], "must have at least 2 items"],
    ["maxItems", { type: "array", maxItems: 0 }, [1], "must have no items"],
    ["uniqueItems", { type: "array", uniqueItems: true }, [1, 1], "must not have the same item twice"],
    ["contains", { type: "array", contains: word }, [], "must have at least 1 item of the kind asked for"],
    [
      "minContains",
      { type: "array", contains: word, minContains: 2 },
      ["a"],
      "must have at least 2 items of the kind asked for",
    ],
    [
      "maxContains",
      { type: "array", contains: word, maxContains: 1 },
      ["a", "b"],
      "must have at most 1 item of the kind asked for",
    ],
    ["unevaluatedItems", { type: "array", unevaluatedItems: false }, [1], "/0 is an item too many"],
    [
      "additionalProperties",
      { type: "object", additionalProperties: false },
      { a: 1 },
      "/a is not a property that may stand here",
    ],
    [
      "unevaluatedProperties",
      { type: "object", unevaluatedProperties: false },
      { a: 1 },
      "/a is not a property that may stand here",
    ],
    [
      "propertyNames",
      { type: "object", propertyNames: { pattern: "^[a-z]+$", maxLength: 3 } },
      { Aa: 1 },
      "/Aa has a name that is not allowed: it must match the pattern ^[a-z]+$",
    ],
    [
      "propertyNames",
      { type: "object", propertyNames: { pattern: "^[a-z]+$", maxLength: 1 } },
      { Aa: 1 },
      "/Aa has a name that is not allowed: it must have at most 1 character and must match the pattern ^[a-z]+$",
    ],
    ["minProperties", { type: "object", minProperties: 1 }, {}, "must have at least 1 property"],
    ["minProperties", { type: "object", minProperties: 2 }, {}, "must have at least 2 properties"],
    ["maxProperties", { type: "object", maxProperties: 1 }, { a: 1, b: 2 }, "must have at most 1 property"],
    ["maxProperties", { type: "object", maxProperties: 0 }, { a: 1 }, "must have no properties"],
    [
      "dependentRequired",
      { type: "object", dependentRequired: { a: ["b"] } },
      { a: 1 },
      '/b must be present where "a" is',
    ],
    ["not", { not: word }, "a", "must not be of the kind that is ruled out"],
  ])("says what is asked for: %s %j", (_code, schema, value, message) => {
    expect(told(schema, value)).toEqual([message]);
  });

  test("names the tags of a discriminator", () => {
    const pet = {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    };
    expect(told(pet, { kind: "cow" })).toEqual(['/kind must be "cat" or "dog", not "cow"']);
    expect(told(pet, {})).toEqual(["/kind is missing"]);
  });

  test("names the media type of a body that is of another", () => {
    const issue = new Issue("text/plain", "contentMediaType", "application/json");
    expect(english(issue)).toBe("must be of the media type application/json");
  });

  test("says that nesting has no end", () => {
    const { check } = described({ It: { type: "array", items: { $ref: "#/components/schemas/It" } } })("It");
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(check(cyclic).map(english)).toEqual(["is nested too deeply, or contains itself"]);
  });

  test("names the first issue of the nearest alternative", () => {
    const pet = { anyOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] };
    expect(told(pet, { kind: "dog", tags: ["a", 5] })).toEqual([
      "fits none of the alternatives; the nearest alternative: /tags/1 must be a string, not a number",
    ]);
    expect(told(pet, { kind: "dog", tags: ["a", 5, 6, 7] })).toEqual([
      "fits none of the alternatives; the nearest alternative: /tags/1 must be a string, not a number (and 2 more)",
    ]);
    expect(told({ type: "object", properties: { pet } }, { pet: { kind: "dog", tags: 5 } })).toEqual([
      "/pet fits none of the alternatives; the nearest alternative: /pet/tags must be an array, not a number",
    ]);
  });

  test("names no path where the nearest alternative speaks of the value itself", () => {
    const items = { oneOf: [{ type: "integer" }, { type: "number", minimum: 9 }] };
    expect(told({ type: "array", items }, [1.5])).toEqual([
      "/0 fits none of the alternatives; the nearest alternative: must be an integer, not a fraction",
    ]);
  });

  test("names all types where they tell the alternatives apart", () => {
    expect(told({ type: "array", items: { oneOf: [word, { type: "boolean" }] } }, [5])).toEqual([
      "/0 must be a boolean or a string, not a number",
    ]);
  });

  test("says when several alternatives fit where one must", () => {
    expect(told({ oneOf: [{ type: "number" }, { type: "integer" }] }, 5)).toEqual([
      "fits several alternatives, but must fit exactly one",
    ]);
  });

  test("has words of its own for every code of the runtime", () => {
    const texts = readdirSync(runtimeFolder).map((file) => readFileSync(join(runtimeFolder, file), "utf8"));
    const calls = texts.flatMap((text) => text.match(/\b(fail|new Issue)\([^;]*;/g) ?? []);
    const names = calls.flatMap((call) => [...call.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name));
    const codes = new Set([...names, "anyOf", "oneOf"]);
    for (const type of [...jsonTypes, "file"]) codes.delete(type);
    expect(codes.size).toBeGreaterThan(30);
    for (const code of codes) expect(english(new Issue(1, code, ["a"]))).not.toMatch(/^must satisfy/);
  });

  test("is terse where the code is another one", () => {
    expect(english(new Issue(1, "isPrime", undefined))).toBe("must satisfy isPrime");
    expect(english(new Issue(1, "toString", [2, 3]))).toBe("must satisfy toString 2,3");
  });
});

test("samples of formats are of their format", () => {
  for (const [format, { check }] of knownFormats) {
    const [, sample] = english(new Issue("", "format", format)).split(", like ");
    if (sample !== undefined && check !== undefined) expect(formats[check](sample), sample).toBe(true);
  }
});

describe("messages", () => {
  const { check, parse } = described({ It: { type: "object", required: ["a", "b"] } })("It");

  afterEach(() => {
    setMessages(terse);
  });

  test("are terse until they are set", () => {
    const [issue] = check({});
    expect(issue?.message).toBe(terse(issue as Issue));
    expect(new Issue(1, "const", null).message).toBe(terse(new Issue(1, "const", null)));
    expect(new Issue(1, "minimum", 3).message).toBe("must satisfy minimum 3");
  });

  test("are English everywhere once they are set to it", () => {
    setMessages(english);
    expect(() => parse({})).toThrow(/^\/a is missing\n\/b is missing$/);
    expect(JSON.parse(JSON.stringify(check({})))).toMatchObject([
      { message: "is missing" },
      { message: "is missing" },
    ]);
  });

  test("can be a translation that leaves the rest English", () => {
    setMessages((issue) => (issue.code === "required" ? "fehlt" : english(issue)));
    expect(check({ a: 1 }).map((each) => each.message)).toEqual(["fehlt"]);
    expect(check(1).map((each) => each.message)).toEqual(["must be an object, not a number"]);
  });
});

test("a package passes on its messages at `/messages`, and `tolerant` at `/validators`", async () => {
  const { files = [] } = await emit({
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {},
    components: { schemas: { Light: { enum: ["on", "off"] } } },
  });
  const { messages, "validators/index": validators } = await loadPackage(files, [
    "messages",
    "validators/index",
  ]);
  expect(Object.keys(messages).sort()).toEqual(["english", "setMessages", "terse"]);
  const { Light, tolerant: lenient } = validators as { Light: Validator<string>; tolerant: typeof tolerant };
  (messages["setMessages"] as typeof setMessages)(messages["english"] as typeof english);
  expect(Light.check("dim").map((each) => each.message)).toEqual(['must be "on" or "off", not "dim"']);
  expect(lenient(Light).is("dim")).toBe(true);
});

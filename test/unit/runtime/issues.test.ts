import { afterEach, describe, expect, test } from "vitest";
import { type Issue, setMessages } from "../../../generator/runtime/issue.js";
import { english, terse } from "../../../generator/runtime/messages.js";
import { ValidationError } from "../../../generator/runtime/validator.js";
import { described } from "../../support/described.js";

interface Case {
  readonly code: string;
  /** What is special about it. */
  readonly as?: string;
  readonly schema: object | boolean;
  readonly value: unknown;
  readonly path?: readonly (string | number)[];
  readonly pointer?: string;
  readonly expected?: unknown;
  /** Type and preview. */
  readonly received: readonly [string, string];
  /** The place of the broken schema, below the schema of the case. */
  readonly at?: string;
}

const word = { type: "string" };

const cases: readonly Case[] = [
  {
    code: "type",
    schema: { type: "object", properties: { "a/b~c": word } },
    value: { "a/b~c": 5 },
    path: ["a/b~c"],
    pointer: "/a~1b~0c",
    expected: "string",
    received: ["number", "5"],
    at: "/properties/a~1b~0c",
  },
  {
    code: "type",
    as: "of several types",
    schema: { type: "array", items: { type: ["string", "integer"] } },
    value: ["a", 1, 1.5],
    path: [2],
    pointer: "/2",
    expected: ["integer", "string"],
    received: ["number", "1.5"],
    at: "/items",
  },
  ...(["string", "boolean", "integer", "number", "array", "object"] as const).map((type) => ({
    code: "type",
    as: `of ${type} or null`,
    schema: { type: "object", properties: { a: { type: [type, "null"] } } },
    value: { a: type === "string" ? false : "text" },
    path: ["a"],
    pointer: "/a",
    expected: [type, "null"],
    received: type === "string" ? (["boolean", "false"] as const) : (["string", "text"] as const),
    at: "/properties/a",
  })),
  ...[{ pattern: "a" }, { minLength: 3 }, { format: "date" }].map((rules) => ({
    code: "type",
    as: `of a string with ${Object.keys(rules).join()} or null`,
    schema: { type: ["string", "null"], ...rules },
    value: 1,
    expected: ["string", "null"],
    received: ["number", "1"] as const,
  })),
  ...[{ items: word, minItems: 1 }, { properties: { a: word } }].map((rules) => ({
    code: "type",
    as: `of a value with ${Object.keys(rules).join()} or null`,
    schema: { type: ["items" in rules ? "array" : "object", "null"], ...rules },
    value: 1,
    expected: ["items" in rules ? "array" : "object", "null"],
    received: ["number", "1"] as const,
  })),
  {
    code: "type",
    as: "of a branch where null is the other one",
    schema: { type: "object", properties: { a: { anyOf: [{ type: "integer" }, { type: "null" }] } } },
    value: { a: "" },
    path: ["a"],
    pointer: "/a",
    expected: ["integer", "null"],
    received: ["string", ""],
    at: "/properties/a",
  },
  {
    code: "enum",
    as: "of values and null",
    schema: { type: "object", properties: { a: { type: ["string", "null"], enum: ["b", null] } } },
    value: { a: 1 },
    path: ["a"],
    pointer: "/a",
    expected: ["b", null],
    received: ["number", "1"],
    at: "/properties/a",
  },
  {
    code: "type",
    as: "of an object in a tuple",
    schema: { type: "array", prefixItems: [word, { type: "object" }] },
    value: ["a", null],
    path: [1],
    pointer: "/1",
    expected: "object",
    received: ["null", "null"],
    at: "/prefixItems/1",
  },
  {
    code: "required",
    schema: { type: "object", required: ["a"], properties: { a: word } },
    value: {},
    path: ["a"],
    pointer: "/a",
    received: ["undefined", "undefined"],
  },
  {
    code: "required",
    as: "of a property that is not declared",
    schema: { type: "object", required: ["a"] },
    value: {},
    path: ["a"],
    pointer: "/a",
    received: ["undefined", "undefined"],
  },
  {
    code: "never",
    schema: { type: "object", properties: { a: false } },
    value: { a: true },
    path: ["a"],
    pointer: "/a",
    received: ["boolean", "true"],
    at: "/properties/a",
  },
  {
    code: "minLength",
    schema: { type: "object", properties: { a: { type: "string", minLength: 3 } } },
    value: { a: "😀😀" },
    path: ["a"],
    pointer: "/a",
    expected: 3,
    received: ["string", "😀😀"],
    at: "/properties/a",
  },
  {
    code: "maxLength",
    schema: { type: "array", items: { type: "string", maxLength: 5 } },
    value: ["abcdef"],
    path: [0],
    pointer: "/0",
    expected: 5,
    received: ["string", "abcd…"],
    at: "/items",
  },
  {
    code: "pattern",
    schema: { type: "object", additionalProperties: { type: "string", pattern: "^[a-z]+$" } },
    value: { "": "A" },
    path: [""],
    pointer: "/",
    expected: "^[a-z]+$",
    received: ["string", "A"],
    at: "/additionalProperties",
  },
  {
    code: "propertyNames",
    schema: { type: "object", propertyNames: { pattern: "^[a-z]+$" } },
    value: { Aa: 1 },
    path: ["Aa"],
    pointer: "/Aa",
    received: ["string", "Aa"],
    at: "/propertyNames",
  },
  {
    code: "format",
    schema: { type: "object", patternProperties: { "^at ~": { type: "string", format: "date" } } },
    value: { "at ~": "2023-02-29" },
    path: ["at ~"],
    pointer: "/at ~0",
    expected: "date",
    received: ["string", "2023…"],
    at: "/patternProperties/^at ~0",
  },
  {
    code: "format",
    as: "of a number",
    schema: { type: "integer", format: "int32" },
    value: 2 ** 31,
    expected: "int32",
    received: ["number", "2147483648"],
  },
  {
    code: "enum",
    schema: { enum: ["a", 1, null] },
    value: true,
    expected: ["a", 1, null],
    received: ["boolean", "true"],
  },
  {
    code: "enum",
    as: "of values with parts",
    schema: { enum: [{ a: [1] }, []] },
    value: { a: [2] },
    expected: [{ a: [1] }, []],
    received: ["object", ""],
  },
  {
    code: "const",
    schema: { allOf: [word, { const: "on" }] },
    value: "off",
    expected: "on",
    received: ["string", "off"],
    at: "/allOf/1",
  },
  {
    code: "const",
    as: "of a value with parts",
    schema: { const: [1, 2] },
    value: [2, 1],
    expected: [1, 2],
    received: ["array", ""],
  },
  {
    code: "minimum",
    schema: { type: "number", minimum: 1 },
    value: 0.5,
    expected: 1,
    received: ["number", "0.5"],
  },
  {
    code: "maximum",
    schema: { type: "number", maximum: 1 },
    value: 2,
    expected: 1,
    received: ["number", "2"],
  },
  {
    code: "exclusiveMinimum",
    schema: { type: "number", exclusiveMinimum: 1 },
    value: 1,
    expected: 1,
    received: ["number", "1"],
  },
  {
    code: "exclusiveMaximum",
    schema: { type: "number", exclusiveMaximum: 1 },
    value: 1,
    expected: 1,
    received: ["number", "1"],
  },
  {
    code: "multipleOf",
    schema: { type: "number", multipleOf: 0.1 },
    value: 0.25,
    expected: 0.1,
    received: ["number", "0.25"],
  },
  {
    code: "minItems",
    schema: { type: "array", minItems: 3 },
    value: [1, 2],
    expected: 3,
    received: ["array", ""],
  },
  {
    code: "maxItems",
    schema: { type: "array", maxItems: 1 },
    value: [1, 2],
    expected: 1,
    received: ["array", ""],
  },
  {
    code: "uniqueItems",
    schema: { type: "array", uniqueItems: true },
    value: [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    expected: true,
    received: ["array", ""],
  },
  {
    code: "contains",
    schema: { type: "array", contains: word },
    value: [1, 2],
    expected: 1,
    received: ["array", ""],
  },
  {
    code: "minContains",
    schema: { type: "array", contains: word, minContains: 2 },
    value: ["a", 2],
    expected: 2,
    received: ["array", ""],
  },
  {
    code: "maxContains",
    schema: { type: "array", contains: word, maxContains: 1 },
    value: ["a", "b"],
    expected: 1,
    received: ["array", ""],
  },
  {
    code: "unevaluatedItems",
    schema: { type: "array", prefixItems: [word], unevaluatedItems: false },
    value: ["a", "b"],
    path: [1],
    pointer: "/1",
    expected: false,
    received: ["string", "b"],
    at: "/unevaluatedItems",
  },
  {
    code: "additionalProperties",
    schema: { type: "object", properties: { a: word }, additionalProperties: false },
    value: { a: "a", b: "secret" },
    path: ["b"],
    pointer: "/b",
    expected: false,
    received: ["string", "secr…"],
    at: "/additionalProperties",
  },
  {
    code: "unevaluatedProperties",
    schema: { type: "object", properties: { a: word }, unevaluatedProperties: false },
    value: { a: "a", b: 1 },
    path: ["b"],
    pointer: "/b",
    expected: false,
    received: ["number", "1"],
    at: "/unevaluatedProperties",
  },
  {
    code: "minProperties",
    schema: { type: "object", minProperties: 3 },
    value: { a: 1, b: 2 },
    expected: 3,
    received: ["object", ""],
  },
  {
    code: "maxProperties",
    schema: { type: "object", maxProperties: 1 },
    value: { a: 1, b: 2 },
    expected: 1,
    received: ["object", ""],
  },
  {
    code: "dependentRequired",
    schema: { type: "object", dependentRequired: { "a/b": ["c"] } },
    value: { "a/b": 1 },
    path: ["c"],
    pointer: "/c",
    expected: "a/b",
    received: ["undefined", "undefined"],
    at: "/dependentRequired/a~1b",
  },
  {
    code: "type",
    as: "where another property is present",
    schema: { type: "object", dependentSchemas: { a: { type: "object", properties: { b: word } } } },
    value: { a: 1, b: 2 },
    path: ["b"],
    pointer: "/b",
    expected: "string",
    received: ["number", "2"],
    at: "/dependentSchemas/a/properties/b",
  },
  {
    code: "anyOf",
    schema: {
      anyOf: [
        { type: "number", maximum: 0 },
        { type: "integer", minimum: 9 },
      ],
    },
    value: 1,
    expected: 2,
    received: ["number", "1"],
  },
  {
    code: "oneOf",
    schema: {
      oneOf: [
        { type: "number", maximum: 0 },
        { type: "integer", minimum: 9 },
      ],
    },
    value: 1,
    expected: 2,
    received: ["number", "1"],
  },
  {
    code: "oneOf",
    as: "where several branches fit",
    schema: { oneOf: [{ type: "number" }, { type: "integer" }] },
    value: 1,
    expected: 1,
    received: ["number", "1"],
  },
  {
    code: "type",
    as: "of branches that types tell apart",
    schema: { anyOf: [word, { type: "null" }, { type: "object" }] },
    value: 1,
    expected: ["string", "object", "null"],
    received: ["number", "1"],
  },
  {
    code: "minLength",
    as: "of the branch that the type chooses",
    schema: {
      oneOf: [
        { type: "array", items: word },
        { type: "string", minLength: 2 },
      ],
    },
    value: "a",
    expected: 2,
    received: ["string", "a"],
    at: "/oneOf/1",
  },
  {
    code: "anyOf",
    as: "of those branches that have the type of the value",
    schema: { anyOf: [word, { type: "number", maximum: 0 }, { type: "number", minimum: 9 }] },
    value: 1,
    expected: 2,
    received: ["number", "1"],
  },
  { code: "not", schema: { not: word }, value: "secret", received: ["string", "secr…"] },
  {
    code: "maximum",
    as: "where a condition holds",
    schema: { if: { minimum: 10 }, then: { maximum: 20 } },
    value: 30,
    expected: 20,
    received: ["number", "30"],
    at: "/then",
  },
  {
    code: "maximum",
    as: "where a condition does not hold",
    schema: { if: { minimum: 10 }, else: { maximum: 5 } },
    value: 7,
    expected: 5,
    received: ["number", "7"],
    at: "/else",
  },
];

const titled = cases.map(
  (each) => [each.as === undefined ? each.code : `${each.code} ${each.as}`, each] as const,
);

describe("an issue says exactly what is wrong and where", () => {
  const validatorOf = described(
    Object.fromEntries(titled.map(([title, { schema }]) => [component(title), schema])),
  );

  test.each(titled)("%s", (title, { code, value, path = [], pointer = "", expected, received, at = "" }) => {
    const issues = validatorOf(component(title)).check(value);
    expect(issues.map(told)).toEqual([
      {
        path,
        pointer,
        code,
        keyword: code,
        expected,
        received: { type: received[0], preview: received[1] },
        schema: `#/components/schemas/${component(title)}${at}`,
      },
    ]);
  });

  test("discriminator", () => {
    const kind = (name: string): object => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: name }, size: { type: "integer" } },
    });
    const pet = {
      oneOf: [{ $ref: "#/components/schemas/cat" }, { $ref: "#/components/schemas/dog" }],
      discriminator: { propertyName: "kind" },
    };
    const { check } = described({ pet, cat: kind("cat"), dog: kind("dog") })("pet");
    expect(check({ kind: "giraffe" }).map(told)).toEqual([
      {
        path: ["kind"],
        pointer: "/kind",
        code: "discriminator",
        keyword: "discriminator",
        expected: ["cat", "dog"],
        received: { type: "string", preview: "gira…" },
        schema: "#/components/schemas/pet/discriminator",
      },
    ]);
    expect(check({}).map((each) => [each.code, each.expected, each.schema])).toEqual([
      ["required", undefined, "#/components/schemas/pet"],
    ]);
    expect(check({ kind: "dog", size: "S" }).map((each) => [each.pointer, each.schema])).toEqual([
      ["/size", "#/components/schemas/dog/properties/size"],
    ]);
  });
});

/** The name of the schema of a case. */
function component(title: string): string {
  return title.replaceAll(" ", "-");
}

/** An issue as plain data, without its message. */
function told({ path, pointer, code, keyword, expected, received, schema }: Issue): object {
  return { path, pointer, code, keyword, expected, received, schema };
}

describe("the place of the broken schema", () => {
  const schemas = {
    List: { type: "array", items: { $ref: "#/components/schemas/Item" } },
    Item: {
      allOf: [
        { $ref: "#/components/schemas/Named" },
        { type: "object", properties: { tags: { type: "array", items: { type: "array", items: word } } } },
      ],
    },
    Named: { type: "object", properties: { "the name": { $ref: "#/components/schemas/Name" } } },
    Name: { type: "string", minLength: 2 },
    Beside: { $ref: "#/components/schemas/Named", properties: { size: { type: "integer" } } },
    Maybe: {
      type: "object",
      properties: { list: { anyOf: [{ type: "array", items: word }, { type: "null" }] } },
    },
    Third: { anyOf: [{ type: "null" }, { type: "boolean" }, { type: "array", items: word }] },
    Slash: { type: "object", patternProperties: { "^a/b": word } },
  };
  const places = (name: string, value: unknown): readonly string[] =>
    described(schemas)(name)
      .check(value)
      .flatMap((each) => [each, ...each.causes])
      .map((each) => `${each.pointer} ${each.schema}`);

  test("is found through references, arrays and properties", () => {
    expect(places("List", [{}, { "the name": "a" }])).toEqual(["/1/the name #/components/schemas/Name"]);
  });

  test("is found through allOf and nested arrays", () => {
    expect(places("Item", { tags: [[], ["a", 1]] })).toEqual([
      "/tags/1/1 #/components/schemas/Item/allOf/1/properties/tags/items/items",
    ]);
  });

  test("is found beside a reference", () => {
    expect(places("Beside", { "the name": "", size: "S" })).toEqual(
      expect.arrayContaining([
        "/the name #/components/schemas/Name",
        "/size #/components/schemas/Beside/properties/size",
      ]),
    );
  });

  test("is that of the branch where null is the other one", () => {
    expect(places("Maybe", { list: [1] })).toEqual([
      "/list/0 #/components/schemas/Maybe/properties/list/anyOf/0/items",
    ]);
  });

  test("counts the branches as they are written", () => {
    expect(places("Third", [1])).toEqual(["/0 #/components/schemas/Third/anyOf/2/items"]);
  });

  test("has patterns as they are written", () => {
    expect(places("Slash", { "a/b": 1 })).toEqual([
      "/a~1b #/components/schemas/Slash/patternProperties/^a~1b",
    ]);
  });
});

describe("the causes of a union", () => {
  const circle = {
    type: "object",
    required: ["radius"],
    properties: { kind: { const: "circle" }, radius: { type: "number" } },
  };
  const group = {
    type: "object",
    required: ["parts"],
    properties: {
      kind: { const: "group" },
      parts: { type: "array", items: { $ref: "#/components/schemas/Shape" } },
    },
  };
  const { check } = described({
    Drawing: { type: "object", properties: { shape: { $ref: "#/components/schemas/Shape" } } },
    Shape: { anyOf: [circle, group] },
  })("Drawing");

  test("are the issues of the nearest branch, with paths from the root", () => {
    const [issue, ...more] = check({ shape: { kind: "group", parts: {} } });
    expect(more).toEqual([]);
    expect(issue?.causes.map(told)).toEqual([
      {
        path: ["shape", "parts"],
        pointer: "/shape/parts",
        code: "type",
        keyword: "type",
        expected: "array",
        received: { type: "object", preview: "" },
        schema: "#/components/schemas/Shape/anyOf/1/properties/parts",
      },
    ]);
  });

  test("have causes of their own where unions are nested", () => {
    const [outer] = check({
      shape: { kind: "group", parts: [{ kind: "circle", radius: 1 }, { kind: "circle" }] },
    });
    expect(outer).toMatchObject({ code: "anyOf", path: ["shape"], schema: "#/components/schemas/Shape" });
    const [inner] = outer?.causes ?? [];
    expect(inner).toMatchObject({
      code: "anyOf",
      path: ["shape", "parts", 1],
      schema: "#/components/schemas/Shape",
    });
    expect(inner?.causes).toHaveLength(1);
    expect(inner?.causes[0]).toMatchObject({ code: "required", path: ["shape", "parts", 1, "radius"] });
  });

  test("are none where several branches fit, and for every other keyword", () => {
    const one = described({ One: { oneOf: [{ type: "number" }, { type: "integer" }] } })("One");
    expect(one.check(1).map((each) => each.causes)).toEqual([[]]);
    expect(one.check("a").map((each) => each.causes.length)).toEqual([1]);
    expect(check({ shape: 5 })[0]?.causes.flatMap((each) => each.causes)).toEqual([]);
  });
});

test("the causes of a name that is not allowed are what is wrong with the name", () => {
  const { check } = described({
    It: { type: "array", items: { type: "object", propertyNames: { $ref: "#/components/schemas/Name" } } },
    Name: { allOf: [{ pattern: "^[a-z]+$" }] },
  })("It");
  const [issue, ...more] = check([{ a: 1 }, { "A/b": 1 }]);
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ code: "propertyNames", path: [1, "A/b"] });
  expect(issue?.causes.map(told)).toEqual([
    {
      path: [1, "A/b"],
      pointer: "/1/A~1b",
      code: "pattern",
      keyword: "pattern",
      expected: "^[a-z]+$",
      received: { type: "string", preview: "A/b" },
      schema: "#/components/schemas/Name/allOf/0",
    },
  ]);
});

describe("what was received", () => {
  const secret = "sup3r-s3cret";
  const rules = {
    minLength: { type: "string", minLength: 99 },
    maxLength: { type: "string", maxLength: 1 },
    pattern: { type: "string", pattern: "^$" },
    format: { type: "string", format: "date" },
    enum: { enum: ["a"] },
    const: { const: "a" },
    type: { type: "number" },
    not: { not: word },
    anyOf: { anyOf: [{ pattern: "^a$" }, { type: "string", pattern: "^$" }] },
    oneOf: { oneOf: [word, { minLength: 1 }] },
    contains: { type: "array", contains: { type: "number" } },
    uniqueItems: { type: "array", uniqueItems: true },
  };

  test.each(Object.keys(rules))("never has more than four characters of a string: %s", (code) => {
    const value = code === "contains" || code === "uniqueItems" ? [secret, secret] : secret;
    const issues = described(rules)(code).check(value);
    expect(issues.map((each) => each.code)).toEqual([code]);
    for (const each of [...issues, ...issues.flatMap((issue) => issue.causes)])
      expect(`${JSON.stringify(each)}${english(each)}`).not.toContain(secret.slice(0, 5));
    expect(new ValidationError(issues).message).not.toContain(secret.slice(0, 5));
  });

  test.each([
    [[], "array", ""],
    [{ a: 1, b: 2 }, "object", ""],
    [null, "null", "null"],
    [false, "boolean", "false"],
    [-1234.5678, "number", "-1234.5678"],
    [1e300, "number", "1e+300"],
    [Number.NaN, "number", "NaN"],
    [-Infinity, "number", "-Infinity"],
    [10n, "bigint", "10"],
    [Symbol("s"), "symbol", "Symbol(s)"],
  ])("is told by type and preview: %s", (value, type, preview) => {
    const [issue] = described({ It: { const: "never this" } })("It").check(value);
    expect(issue?.received).toEqual({ type, preview });
  });

  test.each([
    ["", ""],
    ["four", "four"],
    ["fives", "five…"],
    ["a\nb\n", "a\nb\n"],
    ["a\nb\nc", "a\nb\n…"],
    ["😀😀😀😀", "😀😀😀😀"],
    ["😀😀😀😀😀", "😀😀😀😀…"],
  ])("is the whole of a string of four characters, and says where there are more: %j", (value, preview) => {
    const [issue] = described({ It: { type: "number" } })("It").check(value);
    expect(issue?.received).toEqual({ type: "string", preview });
  });
});

describe("an issue", () => {
  const { check, parse } = described({
    It: {
      type: "object",
      required: ["a"],
      properties: { a: { anyOf: [{ type: "array", items: word }, { maxItems: 0 }] } },
    },
  })("It");

  afterEach(() => {
    setMessages(terse);
  });

  test("is plain data as JSON", () => {
    expect(JSON.parse(JSON.stringify(check({ a: [1] })))).toEqual([
      {
        path: ["a"],
        pointer: "/a",
        code: "anyOf",
        keyword: "anyOf",
        expected: 2,
        received: { type: "array", preview: "" },
        message: "must satisfy anyOf 2",
        schema: "#/components/schemas/It/properties/a",
        causes: [
          {
            path: ["a", 0],
            pointer: "/a/0",
            code: "type",
            keyword: "type",
            expected: "string",
            received: { type: "number", preview: "1" },
            message: "must satisfy type string",
            schema: "#/components/schemas/It/properties/a/anyOf/0/items",
            causes: [],
          },
        ],
      },
    ]);
  });

  test("has a terse message that names the keyword", () => {
    expect(check({}).map((each) => each.message)).toEqual(["must satisfy required"]);
    expect(check([]).map((each) => each.message)).toEqual(["must satisfy type object"]);
  });

  test("has the message that `setMessages` says, also when it was found before", () => {
    const [issue] = check({});
    setMessages(({ code, pointer }) => `${pointer}: ${code}!`);
    expect(issue?.message).toBe("/a: required!");
    expect(() => parse({})).toThrow(/^\/a \/a: required!$/);
    setMessages(terse);
    expect(issue?.message).toBe("must satisfy required");
  });

  test("names the root in words in the message of the error", () => {
    expect(() => parse(null)).toThrow(/^the value must satisfy type object$/);
  });
});

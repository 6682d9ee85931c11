import { afterEach, describe, expect, test } from "vitest";
import { type Issue, setMessages } from "../../../generator/runtime/issue.js";
import { english, terse } from "../../../generator/runtime/messages.js";
import { ValidationError } from "../../../generator/runtime/validator.js";
import { described } from "../../support/described.js";
import { word } from "./issue-case.js";
import { partIssueCases } from "./part-issue-cases.js";
import { valueIssueCases } from "./value-issue-cases.js";

const titled = [...valueIssueCases, ...partIssueCases].map(
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

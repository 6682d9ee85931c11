/** Descriptions that ask for more than anybody can have: nothing hangs, runs out of stack or of memory, and files stay small. */
import { describe, expect, test } from "vitest";
import { generateFrom } from "./generate-from.js";

const describing = (schemas: object): object => ({
  openapi: "3.1.0",
  info: { title: "Sizes", version: "1" },
  components: { schemas },
});

const codes = async (description: object | string): Promise<readonly string[]> =>
  (await generateFrom(description)).diagnostics.map((each) => each.code);

const nested = (levels: number, wrap: (inner: object) => object): object => {
  let schema: object = { type: "string" };
  for (let i = 0; i < levels; i++) schema = wrap(schema);
  return schema;
};

describe("schemas in schemas", () => {
  test.each<[what: string, wrap: (inner: object) => object]>([
    ["objects", (inner) => ({ type: "object", properties: { a: inner } })],
    ["arrays", (inner) => ({ type: "array", items: inner })],
    ["combinations", (inner) => ({ allOf: [inner] })],
  ])("200 levels deep make a package: %s", async (_, wrap) => {
    const { generated, diagnostics } = await generateFrom(describing({ Deep: nested(200, wrap) }));
    expect([generated, diagnostics]).toEqual([true, []]);
  });

  test.each([
    ["JSON", `{ "openapi": "3.1.0", "x": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`],
    ["YAML", `openapi: 3.1.0\nx: ${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["YAML in blocks", Array.from({ length: 3000 }, (__, i) => `${" ".repeat(i)}a:`).join("\n")],
  ])("100,000 levels deep are refused: %s", async (_, text) => {
    const found = await codes(text);
    expect(new Set(found)).toEqual(new Set(["input-too-deep"]));
  });
});

test.each([
  [
    "aliases of aliases",
    "a: &a [x, x, x]\n" +
      [..."bcdefghijklmnop"]
        .map(
          (each, i) => `${each}: &${each} [${"*".concat("abcdefghijklmnop"[i] ?? "a", ", ").repeat(9)}x]\n`,
        )
        .join(""),
  ],
  ["aliases that contain themselves", "a: &a [*a]\n"],
])("%s are refused", async (_, text) => {
  expect(await codes(`openapi: 3.1.0\ninfo: { title: x, version: "1" }\npaths: {}\n${text}`)).toEqual([
    "input-syntax",
  ]);
});

describe("limits that nobody can reach", () => {
  const most = 40_000;
  const enumeration = Array.from({ length: 20_000 }, (_, i) => `member${i}`);

  test.each<[rule: string, schema: object, code: string | undefined]>([
    ["minLength", { type: "string", minLength: 1e9 }, "fixture-unsupported"],
    ["maxLength", { type: "string", maxLength: 9e15 }, undefined],
    ["minItems", { type: "array", minItems: 1e8 }, "fixture-unsupported"],
    ["maxItems", { type: "array", items: { type: "string" }, maxItems: 9e15 }, undefined],
    ["minProperties", { type: "object", minProperties: 1e6 }, "fixture-unsupported"],
    ["maxProperties", { type: "object", maxProperties: 9e15 }, undefined],
    ["bounds", { type: "integer", minimum: -9e18, maximum: 9e18, multipleOf: 7 }, undefined],
    ["contains", { type: "array", contains: { type: "string" }, minContains: 1e8 }, "fixture-unsupported"],
  ])("%s: files stay small", async (_, schema, code) => {
    const { files, diagnostics } = await generateFrom(describing({ Big: schema }));
    expect(diagnostics.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
    for (const [path, text] of files)
      if (/(fixtures|validators|models)\/big\.ts$/.test(path)) expect(text.length, path).toBeLessThan(most);
  });

  test("an enum of 20,000 members has a fixture that is smaller than its type", async () => {
    const { files, diagnostics } = await generateFrom(describing({ Big: { enum: enumeration } }));
    expect(diagnostics).toEqual([]);
    const size = (path: string): number => files.get(path)?.length ?? 0;
    expect(size("src/models/big.ts")).toBeGreaterThan(200_000);
    expect(size("src/fixtures/big.ts")).toBeLessThan(size("src/models/big.ts") * 2);
  });
});

test("schemas that apply each other in more ways than can be counted are refused", async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => {
      const refs = [i + 1, i + 2]
        .filter((each) => each < 300)
        .map((each) => ({ $ref: `#/components/schemas/S${each}` }));
      return [`S${i}`, refs.length === 0 ? { type: "object" } : { allOf: refs }];
    }),
  );
  expect(new Set(await codes(describing(schemas)))).toEqual(new Set(["schema-explosion"]));
});

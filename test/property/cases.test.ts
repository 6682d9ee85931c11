import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyOverlays } from "../../generator/load/overlay.js";
import { loadSource } from "../../generator/load/source.js";
import { type SampleCase, readSamples } from "../support/sample-case.js";
import { problemsOf, requestProblems } from "./case-laws.js";
import { jsonSchemas } from "./described-schemas.js";
import { emitValues } from "./emit.js";
import { casesProblems, loadEmitted } from "./emitted.js";
import { oracle, oraclesOf } from "./oracle.js";
import { description, requestSubjects, schemaSubjects } from "./twilio-subjects.js";

describe("of the Twilio package, edges are valid, invalid cases have the one issue that they tell of", () => {
  const { judge } = oracle(description);

  test.each(schemaSubjects.map((each) => [each.title, each] as const))(
    "of the schema %s",
    (_, { factory, validator, pointer }) => {
      const judges = { check: validator.check, judge: (value: unknown) => judge(pointer, value).valid };
      expect(problemsOf({ factory, ...judges })).toEqual([]);
      expect([...factory.edges(), ...factory.invalid()]).not.toEqual([]);
    },
  );

  test.each(requestSubjects(judge).map((each) => [each.name, each] as const))(
    "of the requests of %s",
    (_, { request, parts }) => {
      expect(requestProblems(request, parts)).toEqual([]);
      const lacking = [...request.invalid()].filter(({ path }) => path.length === 1);
      const required = parts.filter((each) => each.required && each.name !== "body");
      expect(lacking.filter(({ code }) => code === "required").map(({ path }) => path[0])).toEqual(
        required.map((each) => each.name),
      );
    },
  );
});

/** A schema for each keyword, or two where it is broken under different names; the code of its invalid case. */
const alone: readonly (readonly [code: string, schema: object])[] = [
  ["type", { type: "string" }],
  ["type", { type: ["string", "null"] }],
  ["enum", { enum: ["a", "b"] }],
  ["const", { const: "a" }],
  ["minLength", { type: "string", minLength: 2 }],
  ["maxLength", { type: "string", maxLength: 5 }],
  ["pattern", { type: "string", pattern: "^[a-z]{3}$" }],
  ["format", { type: "string", format: "date" }],
  ["format", { type: "integer", format: "int32" }],
  ["minimum", { type: "number", minimum: 1 }],
  ["maximum", { type: "integer", maximum: 10 }],
  ["exclusiveMinimum", { type: "integer", exclusiveMinimum: 1 }],
  ["exclusiveMaximum", { type: "number", exclusiveMaximum: 10 }],
  ["multipleOf", { type: "number", multipleOf: 0.1 }],
  ["minItems", { type: "array", items: { type: "string" }, minItems: 2 }],
  ["maxItems", { type: "array", items: { type: "string" }, maxItems: 2 }],
  ["uniqueItems", { type: "array", items: { type: "string" }, uniqueItems: true }],
  ["contains", { type: "array", contains: { type: "integer" } }],
  ["minContains", { type: "array", contains: { type: "integer" }, minContains: 2 }],
  ["maxContains", { type: "array", contains: { type: "integer" }, maxContains: 2 }],
  ["never", { type: "array", prefixItems: [{ type: "string" }], items: false }],
  ["unevaluatedItems", { allOf: [{ prefixItems: [{ type: "string" }] }], unevaluatedItems: false }],
  ["required", { type: "object", properties: { a: { type: "string" } }, required: ["a"] }],
  ["minProperties", { type: "object", properties: { a: {}, b: {} }, minProperties: 1 }],
  ["maxProperties", { type: "object", properties: { a: {} }, maxProperties: 2 }],
  ["propertyNames", { type: "object", propertyNames: { pattern: "^[a-z]+$" } }],
  ["dependentRequired", { type: "object", properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } }],
  ["required", { type: "object", properties: { a: {} }, dependentSchemas: { a: { required: ["b"] } } }],
  ["additionalProperties", { type: "object", properties: { a: {} }, additionalProperties: false }],
  ["type", { type: "object", additionalProperties: { type: "integer" } }],
  ["type", { type: "object", patternProperties: { "^a": { type: "integer" } }, required: ["a1"] }],
  [
    "unevaluatedProperties",
    { type: "object", allOf: [{ properties: { a: { type: "string" } } }], unevaluatedProperties: false },
  ],
  ["not", { type: "string", not: { pattern: "^a" } }],
  ["not", { type: "object", properties: { a: {} }, not: { required: ["b"] } }],
  ["anyOf", { anyOf: [{ type: "string" }, { type: ["string", "integer"] }] }],
  [
    "oneOf",
    {
      oneOf: [
        { type: "number", maximum: 0 },
        { type: "integer", minimum: 9 },
      ],
    },
  ],
  ["type", { oneOf: [{ type: "string" }, { type: "integer" }] }],
  ["minimum", { type: "integer", if: { minimum: 10 }, then: { minimum: 20 }, else: { minimum: 5 } }],
];

describe("of a schema with one keyword, invalid cases break it", async () => {
  const name = (i: number): string => `Schema${i}`;
  const schemas = Object.fromEntries(alone.map(([, schema], i) => [name(i), schema]));
  const document = { openapi: "3.1.0", info: { title: "Keywords", version: "1" }, components: { schemas } };
  const emitted = await loadEmitted(await emitValues(document));

  test.each(alone.map(([code, schema], i) => [code, schema, i] as const))("%s: %j", (code, _, i) => {
    const found = emitted.schemas.find((each) => each.pointer.endsWith(`/${name(i)}`));
    expect([...(found?.factory?.invalid() ?? [])].map((each) => each.code)).toContain(code);
  });

  test("and no case of theirs is wrong", () => {
    expect(
      casesProblems(
        emitted,
        oraclesOf((direction) => jsonSchemas(document, direction)),
      ),
    ).toEqual([]);
  });
});

const branches = [
  { type: "object", required: ["a"], properties: { a: { type: "string", maxLength: 3 } } },
  { type: "object", required: ["b"], properties: { b: { type: "integer", minimum: 5 } } },
];
const sides = {
  if: { properties: { kind: { const: "a" } } },
  then: { properties: { code: { minLength: 4 } } },
  else: { properties: { code: { pattern: "^b" } } },
};

/** The rules of alternatives: of each the cause that tells of it, or the case itself. */
const alternatives: readonly (readonly [told: readonly string[], schema: object])[] = [
  [["anyOf required a", "anyOf maxLength a", "anyOf type a", 'anyOf {"b":4}'], { anyOf: branches }],
  [["oneOf required a", "oneOf maxLength a", 'oneOf {"b":4}'], { oneOf: branches }],
  [
    ["anyOf required a"],
    { type: "object", properties: { a: {}, b: {} }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
  ],
  [
    ["minLength code", "pattern code"],
    {
      type: "object",
      required: ["kind", "code"],
      properties: { kind: { enum: ["a", "b"] }, code: { type: "string" } },
      ...sides,
    },
  ],
];

describe("of a schema that leaves alternatives, invalid cases break the rules of each", async () => {
  const schemas = Object.fromEntries(alternatives.map(([, schema], i) => [`Schema${i}`, schema]));
  const document = { openapi: "3.1.0", info: { title: "Choices", version: "1" }, components: { schemas } };
  const emitted = await loadEmitted(await emitValues(document));

  test.each(alternatives.map(([told, schema], i) => [schema, told, i] as const))("%j", (_, told, i) => {
    const { factory } = emitted.schemas.find((each) => each.pointer.endsWith(`/Schema${i}`)) ?? {};
    const found = [...(factory?.invalid() ?? [])].map(({ code, path, cause, value }) =>
      cause === undefined
        ? `${code} ${/Of$/.test(code) ? JSON.stringify(value) : path.join()}`
        : `${code} ${cause.code} ${cause.path.join()}`,
    );
    expect(found).toEqual(expect.arrayContaining([...told]));
  });

  test("and no case of theirs is wrong", () => {
    const oracles = oraclesOf((direction) => jsonSchemas(document, direction));
    expect(casesProblems(emitted, oracles)).toEqual([]);
  });
});

/** Schemas, and the values that their edges must show. */
const limits: readonly (readonly [schema: object, values: readonly unknown[]])[] = [
  [{ type: "string", minLength: 2, maxLength: 4 }, ["aa", "aaaa"]],
  [{ type: "integer", minimum: -2, maximum: 7 }, [-2, 7]],
  [{ type: "integer", exclusiveMinimum: -2, exclusiveMaximum: 7 }, [-1, 6]],
  [{ type: "integer", format: "int32" }, [-2_147_483_648, 2_147_483_647, 0]],
  [{ type: ["string", "null"], enum: ["a", "b", null] }, ["a", "b", null]],
  [{ type: ["integer", "null"] }, [null, 0]],
  [{ type: "array", items: { const: 1 }, minItems: 1, maxItems: 3 }, [[1], [1, 1, 1]]],
  [{ type: "array", items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 3 }, []],
  [{ type: "object", required: ["a"], properties: { a: { const: 1 }, b: { const: 2 } } }, [{ a: 1 }]],
  [{ oneOf: [{ const: 1 }, { const: "a" }, { type: "array", maxItems: 0 }] }, [1, "a", []]],
  [{ anyOf: [{ const: 1 }, { const: "a" }, { type: "null" }] }, [1, "a", null]],
  [
    {
      type: "object",
      properties: { a: { const: 1 }, b: { const: 2 } },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    [{ a: 1 }],
  ],
  [
    {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: [1, 2] } },
      if: { properties: { kind: { const: 1 } } },
      then: { properties: { x: { const: 1 } }, required: ["x"] },
      else: { properties: { y: { const: 1 } }, required: ["y"] },
    },
    [
      { kind: 1, x: 1 },
      { kind: 2, y: 1 },
    ],
  ],
  [
    { type: "object", properties: { value: { const: 1 }, next: { $ref: "#/components/schemas/Schema13" } } },
    [{}, { value: 1, next: { value: 1 } }],
  ],
];

describe("of a schema, edges show the limits and each alternative", async () => {
  const schemas = Object.fromEntries(limits.map(([schema], i) => [`Schema${i}`, schema]));
  const document = { openapi: "3.1.0", info: { title: "Limits", version: "1" }, components: { schemas } };
  const emitted = await loadEmitted(await emitValues(document));

  test.each(limits.map(([schema, values], i) => [schema, values, i] as const))("%j", (_, values, i) => {
    const { factory } = emitted.schemas.find((each) => each.pointer.endsWith(`/Schema${i}`)) ?? {};
    const shown = [...(factory?.edges() ?? [])].map((each) => each.value);
    expect([factory?.(), ...shown]).toEqual(expect.arrayContaining([...values]));
  });

  test("and no edge of theirs is wrong", () => {
    const oracles = oraclesOf((direction) => jsonSchemas(document, direction));
    expect(casesProblems(emitted, oracles)).toEqual([]);
  });
});

/** The description of a sample with its overlay; undefined where it cannot be read. */
async function descriptionOf({ config }: SampleCase): Promise<object | undefined> {
  const loaded = await Promise.all([config.input, ...(config.overlays ?? [])].map(loadSource));
  const [base, ...overlays] = loaded.flatMap((each) => ("source" in each ? [each.source] : []));
  return base === undefined ? undefined : (applyOverlays(base, overlays).source.data as object);
}

describe("of the samples, edges are valid, and invalid cases have the one issue that they tell of", () => {
  const samples = readSamples().filter(({ folder }) => existsSync(`${folder}/expected`));

  test.each(samples.map((each) => [each.name, each] as const))("%s", async (_, sample) => {
    const data = await descriptionOf(sample);
    if (data === undefined) throw new Error("a sample with a package that cannot be read");
    const emitted = await loadEmitted(await emitValues(data));
    const oracles = oraclesOf((direction) => jsonSchemas(data, direction));
    expect(casesProblems(emitted, oracles)).toEqual([]);
  });
});

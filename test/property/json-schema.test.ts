import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as twilio from "../../generated/twilio/src/json-schemas/index.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { SchemaValidator } from "../../generator/runtime/schema-validator.js";
import { expectAgreement, near } from "./agreement.js";
import { emitJsonSchemas } from "./emit.js";
import { loadEmitted } from "./emitted.js";
import { dialects, judges, judgesOf } from "./json-schema-judges.js";

describe("the JSON Schemas of Twilio", () => {
  const exported: Readonly<Record<string, unknown>> = { ...twilio };
  const factories: Readonly<Record<string, unknown>> = { ...fixtures };
  const models = readdirSync(new URL("../../generated/twilio/src/models/", import.meta.url));
  const names = models
    .filter((each) => each !== "index.ts")
    .map((each) =>
      each.replace(/\.ts$/, "").replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase()),
    );

  test.each(names)("judge in every dialect as the validator does: %s", (name) => {
    const validator = exported[name] as SchemaValidator<unknown>;
    const make = factories[name.charAt(0).toLowerCase() + name.slice(1)] as Factory<unknown>;
    const by = judgesOf(validator, judges());
    expect([...by.keys()]).toEqual(dialects);
    for (const seed of [1, 2, 3])
      for (const value of near(make(undefined, { seed }))) expectAgreement(validator, by, value);
  });

  test("are those of bodies and answers as well", () => {
    expect(twilio.CreateCallBody).toBe(twilio.CallRequest);
    expect(twilio.CreateCallResponses[201]).toBe(twilio.Call);
  });

  test("tell what the description tells", () => {
    expect(twilio.CallRequest.schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      description: expect.stringContaining("A call to start.") as string,
      properties: {
        To: { type: "string", minLength: 1 },
        ApplicationSid: { $ref: "#/$defs/ApplicationSid" },
        Url: { type: "string", format: "uri" },
      },
      required: ["To", "From"],
      $defs: { ApplicationSid: { type: "string" } },
    });
  });
});

describe("the JSON Schemas of a description", () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

  /** The validators of some schemas, by name. */
  async function validatorsOf(schemas: object): Promise<Readonly<Record<string, SchemaValidator<unknown>>>> {
    const info = { title: "Things", version: "1" };
    const emission = await emitJsonSchemas({ openapi: "3.1.0", info, paths: {}, components: { schemas } });
    expect(emission.diagnostics.filter((each) => each.severity === "error")).toEqual([]);
    const emitted = await loadEmitted(emission);
    const validators = emitted.schemas.flatMap((each) => each.schemaValidator ?? []);
    return Object.fromEntries(validators.map((each) => [each.definition.name, each]));
  }

  function expectAgreements(
    validator: SchemaValidator<unknown> | undefined,
    values: readonly unknown[],
  ): void {
    if (validator === undefined) throw new Error("no such validator");
    const by = judgesOf(validator, judges());
    const verdicts = new Set(values.map((each) => expectAgreement(validator, by, each)));
    expect([...verdicts].sort()).toEqual([false, true]);
  }

  test("ask for what a discriminator asks for", async () => {
    const oneOf = [ref("Cat"), ref("Dog")];
    const validators = await validatorsOf({
      Cat: { type: "object", properties: { lives: { type: "integer" } } },
      Dog: { type: "object", properties: { tail: { type: "boolean" } } },
      Named: { oneOf, discriminator: { propertyName: "kind" } },
      Mapped: {
        oneOf,
        discriminator: {
          propertyName: "kind",
          mapping: { c: "#/components/schemas/Cat", d: "Dog", k: "Cat" },
        },
      },
      Own: {
        anyOf: [
          { properties: { kind: { const: "c" } } },
          { type: "object", properties: { kind: { enum: ["d", 1] } }, required: ["kind"] },
          { type: "null" },
        ],
        discriminator: { propertyName: "kind" },
      },
    });
    const kinds = ["Cat", "Dog", "c", "d", "k", 1, null];
    const values = [
      ...kinds.flatMap((kind) => [{ kind }, { kind, lives: 9 }, { kind, lives: "9", tail: true }]),
      ...[{}, { lives: 9 }, null, "Cat", [], 1],
    ];
    for (const name of ["Named", "Mapped", "Own"]) expectAgreements(validators[name], values);
    expect(validators["Named"]?.definition.schema).toEqual({
      oneOf: ["Cat", "Dog"].map((name) => ({
        $ref: `#/$defs/${name}`,
        type: "object",
        properties: { kind: { const: name } },
        required: ["kind"],
      })),
    });
  });

  test("leave a discriminator's property unevaluated that no branch declares", async () => {
    const validators = await validatorsOf({
      Cat: { type: "object", properties: { lives: { type: "integer" } } },
      Dog: { type: "object", properties: { kind: { type: "string" } } },
      Closed: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind" },
        unevaluatedProperties: false,
      },
      Open: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind" },
        properties: { kind: {} },
        unevaluatedProperties: false,
      },
    });
    const values = [{ kind: "Cat" }, { kind: "Cat", lives: 9 }, { kind: "Dog" }, { kind: "d" }, {}, null, []];
    for (const name of ["Closed", "Open"]) expectAgreements(validators[name], values);
    expect(validators["Closed"]?.is({ kind: "Cat" })).toBe(false);
    expect(validators["Open"]?.is({ kind: "Cat" })).toBe(true);
  });

  test("leave a discriminator out that says nothing new", async () => {
    const branch = (kind: string): object => ({
      type: "object",
      properties: { kind: { const: kind } },
      required: ["kind"],
    });
    const oneOf = [branch("a"), branch("b")];
    const { Thing } = await validatorsOf({ Thing: { oneOf, discriminator: { propertyName: "kind" } } });
    expect(Thing?.definition.schema).toEqual({ oneOf });
  });

  test("refer to themselves and to names that need an odd spelling", async () => {
    const { Tree } = await validatorsOf({
      Tree: {
        type: "object",
        properties: { left: ref("Tree"), a: ref("a-b"), b: ref("a.b"), c: ref("a_b") },
      },
      "a-b": { type: "string" },
      "a.b": { type: "boolean" },
      a_b: { type: "integer" },
    });
    expectAgreements(Tree, [
      { left: { left: { a: "1", b: true, c: 1 } } },
      ...[{ a: 1 }, { b: 1 }, { c: "1" }, {}].map((left) => ({ left: { left } })),
    ]);
    expect(Object.keys(Tree?.schema.$defs ?? {}).sort()).toEqual(["AB", "ABSchema", "Tree", "a$5fb"]);
  });

  test("are there for schemas that allow nothing, alone and inside of others", async () => {
    const { Nothing, Without, Listed } = await validatorsOf({
      Nothing: false,
      Without: { properties: { a: false, b: ref("Nothing"), c: { description: "Gone.", enum: [] } } },
      Listed: { type: "array", items: { type: "string", enum: [1] } },
    });
    expect(Nothing?.definition.schema).toEqual({ not: {} });
    expect(Without?.definition.schema).toEqual({
      properties: { a: false, b: { $ref: "#/$defs/Nothing" }, c: { description: "Gone.", not: {} } },
    });
    expectAgreements(Without, [{}, { a: 1 }, { b: 1 }, { c: 1 }]);
    expectAgreements(Listed, [[], ["a"], [1]]);
  });

  test("join what older keywords say of the same property", async () => {
    const { Thing } = await validatorsOf({
      Thing: {
        dependentRequired: { a: ["b"] },
        dependentSchemas: { c: { maxProperties: 2 } },
        dependencies: { a: ["b", "d"], c: { minProperties: 2 } },
      },
    });
    expect(Thing?.definition.schema).toEqual({
      dependentRequired: { a: ["b", "d"] },
      dependentSchemas: { c: { allOf: [{ maxProperties: 2 }, { minProperties: 2 }] } },
    });
    const names = ["a", "b", "c", "d"];
    const subsets = [...Array(16).keys()].map((bits) => names.filter((_, i) => (bits >> i) % 2 === 1));
    expectAgreements(Thing, [
      ...subsets.map((each) => Object.fromEntries(each.map((name) => [name, 1]))),
      "a",
    ]);
  });

  test("show each direction its own properties", async () => {
    const { Thing, ThingRequest } = await validatorsOf({
      Thing: {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, key: { type: "string", writeOnly: true } },
        required: ["id", "key", "other"],
        additionalProperties: false,
      },
    });
    expect(Thing?.schema).toMatchObject({
      properties: { id: { type: "string" } },
      required: ["id", "other"],
    });
    expect(ThingRequest?.schema).toMatchObject({
      properties: { key: { type: "string" } },
      required: ["key", "other"],
    });
  });

  test("hold every annotation", async () => {
    const annotations = {
      title: "A `title`",
      description: "Ends */ here.\n</script>\u2028",
      deprecated: true,
      default: { ["__proto__"]: [null, -0.5] },
      examples: ["a", { b: 1 }],
      format: "nobody-knows",
    };
    const { Thing } = await validatorsOf({ Thing: { type: ["string", "null"], ...annotations } });
    expect(Thing?.definition.schema).toEqual({ type: ["string", "null"], ...annotations });
  });
});

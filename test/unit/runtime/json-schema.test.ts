import { describe, expect, expectTypeOf, test } from "vitest";
import type { JsonSchema } from "../../../generator/runtime/json-schema.js";
import { type SchemaValidator, schemaValidator } from "../../../generator/runtime/schema-validator.js";
import { type Validator, validator } from "../../../generator/runtime/validator.js";

const anything: Validator<unknown> = validator("#/thing", () => {});

/** A validator with a schema and the schemas that it names. */
function thing(
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>> = {},
): SchemaValidator<unknown> {
  const all = Object.entries(named).map(([name, each]): SchemaValidator<unknown> =>
    schemaValidator(name, anything, each, () => all),
  );
  return schemaValidator("Thing", anything, schema, () => all);
}

const convert = (target: string, ...given: Parameters<typeof thing>): unknown =>
  thing(...given)["~standard"].jsonSchema.input({ target });

const draft07 = (...given: Parameters<typeof thing>): unknown => convert("draft-07", ...given);
const openApi30 = (...given: Parameters<typeof thing>): unknown => convert("openapi-3.0", ...given);

describe("a validator with a schema", () => {
  const word: Validator<string> = validator("#/word", () => {});
  const Word: SchemaValidator<string> = schemaValidator("Word", word, { type: "string" });

  test("is the validator that it was, and tells its schema besides", () => {
    expect(Word).toMatchObject({ is: word.is, parse: word.parse, check: word.check, run: word.run });
    expect(Word["~standard"]).toMatchObject({
      version: 1,
      vendor: "specwright",
      validate: word["~standard"].validate,
    });
    expect(Word.schema).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "string",
    });
    expectTypeOf(Word.parse).returns.toEqualTypeOf<string>();
    expectTypeOf(Word.schema).toEqualTypeOf<JsonSchema>();
  });

  test("tells the same schema for input and for output", () => {
    const { input, output } = Word["~standard"].jsonSchema;
    expect(output({ target: "draft-2020-12" })).toEqual(input({ target: "draft-2020-12" }));
    expect(input({ target: "draft-2020-12", libraryOptions: { any: 1 } })).toEqual(Word.schema);
  });

  test.each(["draft-2020-12", "draft-07", "openapi-3.0"])("gives away a copy as %s", (target) => {
    const Listed = schemaValidator("Listed", word, { enum: ["a", { b: 1 }], properties: { a: {} } });
    const { input } = Listed["~standard"].jsonSchema;
    const untouched = structuredClone(Listed.schema);
    const copy = input({ target }) as { enum: { b: number }[]; properties: Record<string, unknown> };
    (copy.enum[1] as { b: number }).b = 2;
    copy.properties["b"] = true;
    expect(Listed.schema).toEqual(untouched);
  });

  test.each(["draft-04", "draft-2019-09", "", "constructor"])(
    "throws for the unknown dialect %j",
    (target) => {
      expect(() => Word["~standard"].jsonSchema.input({ target })).toThrow(
        new Error(`${target} is not supported: draft-2020-12, draft-07 and openapi-3.0 are`),
      );
    },
  );

  test("makes its schema once", () => {
    expect(Word.schema).toBe(Word.schema);
  });
});

describe("a schema that refers to others", () => {
  const Leaf: SchemaValidator<unknown> = schemaValidator("Leaf", anything, { type: "string" });
  const Tree: SchemaValidator<unknown> = schemaValidator(
    "Tree",
    anything,
    { properties: { left: { $ref: "#/$defs/Tree" }, top: { $ref: "#/$defs/Branch" } } },
    () => [Tree, Branch],
  );
  const Branch: SchemaValidator<unknown> = schemaValidator(
    "Branch",
    anything,
    { anyOf: [{ $ref: "#/$defs/Leaf" }, { $ref: "#/$defs/Tree" }] },
    () => [Leaf, Tree],
  );

  test("holds those that are reached by way of others, and itself where it is one of them", () => {
    expect(Tree.schema).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      ...Tree.definition.schema,
      $defs: {
        Tree: Tree.definition.schema,
        Branch: Branch.definition.schema,
        Leaf: Leaf.definition.schema,
      },
    });
    expect(Object.keys(Branch.schema.$defs ?? {}).sort()).toEqual(["Branch", "Leaf", "Tree"]);
    expect(Leaf.schema.$defs).toBeUndefined();
  });

  test("refers to definitions in draft-07", () => {
    expect(Tree["~standard"].jsonSchema.input({ target: "draft-07" })).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      properties: { left: { $ref: "#/definitions/Tree" }, top: { $ref: "#/definitions/Branch" } },
      definitions: {
        Tree: {
          properties: { left: { $ref: "#/definitions/Tree" }, top: { $ref: "#/definitions/Branch" } },
        },
        Branch: { anyOf: [{ $ref: "#/definitions/Leaf" }, { $ref: "#/definitions/Tree" }] },
        Leaf: { type: "string" },
      },
    });
  });

  test("cannot be said in OpenAPI 3.0 where it contains itself", () => {
    expect(() => Branch["~standard"].jsonSchema.input({ target: "openapi-3.0" })).toThrow(
      new Error("Branch has no equivalent in openapi-3.0: Tree contains itself"),
    );
  });
});

describe("in draft-07", () => {
  const $schema = "http://json-schema.org/draft-07/schema#";
  const Word: JsonSchema = { type: "string" };

  test.each<[string, JsonSchema, object]>([
    ["true and false stay", { items: true, not: false }, { items: true, not: false }],
    [
      "rules stay as they are",
      { type: ["string", "null"], exclusiveMinimum: 1, const: [1], examples: [1], if: {}, then: false },
      { type: ["string", "null"], exclusiveMinimum: 1, const: [1], examples: [1], if: {}, then: false },
    ],
    ["a tuple is a list of items", { prefixItems: [Word, {}] }, { items: [Word, {}] }],
    [
      "items after a tuple are additional",
      { prefixItems: [{ prefixItems: [] }], items: false },
      { items: [{ items: [] }], additionalItems: false },
    ],
    ["items without a tuple stay", { items: { prefixItems: [Word] } }, { items: { items: [Word] } }],
    [
      "dependencies are of one kind or the other",
      { dependentRequired: { a: ["b"], c: ["d"] }, dependentSchemas: { c: { prefixItems: [] }, e: false } },
      { dependencies: { a: ["b"], c: { allOf: [{ required: ["d"] }, { items: [] }] }, e: false } },
    ],
    ["contains that asks for nothing is dropped", { contains: Word, minContains: 0 }, {}],
    ["contains once stays", { contains: Word, minContains: 1 }, { contains: Word }],
    [
      "schemas by name are converted",
      {
        properties: { items: { prefixItems: [] } },
        patternProperties: { "^a": { prefixItems: [] } },
        additionalProperties: { prefixItems: [] },
      },
      {
        properties: { items: { items: [] } },
        patternProperties: { "^a": { items: [] } },
        additionalProperties: { items: [] },
      },
    ],
  ])("%s", (_, schema, expected) => {
    expect(draft07(schema)).toEqual({ $schema, ...expected });
  });

  test("a reference stands alone, because what stands beside it would be ignored", () => {
    const { definitions, ...rest } = draft07(
      {
        $ref: "#/$defs/Word",
        description: "A word.",
        allOf: [{ $ref: "#/$defs/Word" }],
        items: { $ref: "#/$defs/Word", maxLength: 3 },
      },
      { Word },
    ) as Record<string, unknown>;
    expect(definitions).toEqual({ Word });
    expect(rest).toEqual({
      $schema,
      description: "A word.",
      allOf: [{ $ref: "#/definitions/Word" }, { $ref: "#/definitions/Word" }],
      items: { allOf: [{ $ref: "#/definitions/Word" }], maxLength: 3 },
    });
  });

  test("a schema that is nothing but a reference keeps what it refers to", () => {
    expect(draft07({ $ref: "#/$defs/Word" }, { Word })).toEqual({
      $schema,
      allOf: [{ $ref: "#/definitions/Word" }],
      definitions: { Word },
    });
  });

  test.each<[string, JsonSchema]>([
    ["unevaluatedProperties", { allOf: [{ unevaluatedProperties: false }] }],
    ["unevaluatedItems", { unevaluatedItems: {} }],
    ["minContains", { contains: {}, minContains: 2 }],
    ["maxContains", { contains: {}, minContains: 0, maxContains: 2 }],
  ])("%s cannot be said", (keyword, schema) => {
    expect(() => draft07(schema)).toThrow(new Error(`Thing has no equivalent in draft-07: ${keyword}`));
  });
});

describe("in OpenAPI 3.0", () => {
  const Word: JsonSchema = { type: "string", minLength: 1 };

  test.each<[string, JsonSchema, object]>([
    ["a list of one type is the type", { type: ["string"] }, { type: "string" }],
    ["null beside a type is a mark", { type: ["string", "null"] }, { type: "string", nullable: true }],
    [
      "null is not allowed where values are listed without it",
      { type: ["string", "null"], enum: ["a"] },
      { type: "string", enum: ["a"] },
    ],
    [
      "null is allowed where it is listed",
      { type: ["string", "null"], enum: ["a", null] },
      { type: "string", nullable: true, enum: ["a", null] },
    ],
    ["null alone is a value", { type: "null" }, { enum: [null] }],
    ["a constant is a list of one", { const: { a: [1] } }, { enum: [{ a: [1] }] }],
    [
      "a constant null",
      { type: ["string", "null"], const: null },
      { type: "string", nullable: true, enum: [null] },
    ],
    [
      "several types are branches",
      { type: ["string", "array", "null"], maxLength: 3 },
      {
        anyOf: [
          { type: "string", nullable: true },
          { type: "array", items: {} },
        ],
        maxLength: 3,
      },
    ],
    [
      "several types stand beside branches",
      { type: ["string", "number"], anyOf: [Word, {}] },
      { anyOf: [Word, {}], allOf: [{ anyOf: [{ type: "string" }, { type: "number" }] }] },
    ],
    [
      "an array says what its items are",
      { type: "array", maxItems: 2 },
      { type: "array", items: {}, maxItems: 2 },
    ],
    ["items are said once", { type: "array", items: Word }, { type: "array", items: Word }],
    ["true and false are schemas", { items: true, not: false }, { items: {}, not: { not: {} } }],
    ["but not for additional properties", { additionalProperties: false }, { additionalProperties: false }],
    [
      "additional properties may have a schema",
      { additionalProperties: { type: ["string", "null"] } },
      { additionalProperties: { type: "string", nullable: true } },
    ],
    [
      "exclusive bounds are marks",
      { exclusiveMinimum: 1, exclusiveMaximum: 3 },
      { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
    ],
    [
      "the tighter bound counts where it is exclusive",
      { minimum: 1, exclusiveMinimum: 1, maximum: 4, exclusiveMaximum: 3 },
      { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
    ],
    [
      "the tighter bound counts where it is inclusive",
      { minimum: 2, exclusiveMinimum: 1, maximum: 3, exclusiveMaximum: 4 },
      { minimum: 2, maximum: 3 },
    ],
    ["one example is shown", { examples: [{ a: 1 }, 2] }, { example: { a: 1 } }],
    [
      "annotations stay",
      { title: "T", description: "D", deprecated: true, default: null, format: "date" },
      { title: "T", description: "D", deprecated: true, default: null, format: "date" },
    ],
    [
      "a condition is said by branches",
      { if: Word, then: false, else: { type: "null" } },
      {
        allOf: [{ anyOf: [{ not: Word }, { not: {} }] }, { anyOf: [Word, { enum: [null] }] }],
      },
    ],
    [
      "a condition may lack a branch",
      { if: Word, else: Word },
      { allOf: [{ anyOf: [{ not: Word }, {}] }, { anyOf: [Word, Word] }] },
    ],
    [
      "dependencies are said by branches",
      { dependentRequired: { a: ["b"] }, dependentSchemas: { c: Word } },
      {
        allOf: [
          { anyOf: [{ not: { type: "object", required: ["a"] } }, { required: ["b"] }] },
          { anyOf: [{ not: { type: "object", required: ["c"] } }, Word] },
        ],
      },
    ],
    [
      "contains is said by its opposite",
      { contains: Word },
      { allOf: [{ not: { type: "array", items: { not: Word } } }] },
    ],
    ["contains that asks for nothing is dropped", { contains: Word, minContains: 0 }, {}],
  ])("%s", (_, schema, expected) => {
    expect(openApi30(schema)).toEqual(expected);
  });

  test("references are written out", () => {
    const Pair: JsonSchema = { items: { $ref: "#/$defs/Word" }, description: "Two." };
    const schema: JsonSchema = {
      $ref: "#/$defs/Pair",
      description: "A pair.",
      allOf: [{ $ref: "#/$defs/Pair" }],
      properties: { a: { $ref: "#/$defs/Word" }, b: { $ref: "#/$defs/Words" } },
    };
    expect(openApi30(schema, { Word, Pair, Words: { items: { $ref: "#/$defs/Word" } } })).toEqual({
      description: "A pair.",
      properties: { a: Word, b: { items: Word } },
      allOf: [
        { items: Word, description: "Two." },
        { items: Word, description: "Two." },
      ],
    });
  });

  test.each<[string, JsonSchema]>([
    ["prefixItems", { prefixItems: [] }],
    ["patternProperties", { not: { patternProperties: {} } }],
    ["propertyNames", { propertyNames: {} }],
    ["minContains", { contains: {}, minContains: 2 }],
    ["maxContains", { contains: {}, maxContains: 2 }],
    ["unevaluatedItems", { unevaluatedItems: false }],
    ["unevaluatedProperties", { items: { unevaluatedProperties: false } }],
  ])("%s cannot be said", (keyword, schema) => {
    expect(() => openApi30(schema)).toThrow(new Error(`Thing has no equivalent in openapi-3.0: ${keyword}`));
  });
});

test.each(["draft-2020-12", "draft-07", "openapi-3.0"])(
  "%s keeps properties with inherited names",
  (target) => {
    const properties = { ["__proto__"]: { type: "string" }, constructor: { minLength: 1 } } as const;
    const converted = convert(target, { properties, required: ["__proto__"] }) as JsonSchema;
    expect(Object.entries(converted.properties ?? {})).toEqual(Object.entries(properties));
  },
);

import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import { application } from "../../generated/twilio/src/fixtures/index.js";
import { Application as Described } from "../../generated/twilio/src/json-schemas/index.js";
import type { Application as Model } from "../../generated/twilio/src/models/index.js";
import { Application } from "../../generated/twilio/src/validators/index.js";

describe("a validator", () => {
  test("is a Standard Schema, by the types of the standard", async () => {
    const standard: StandardSchemaV1<Model> = Application;
    expectTypeOf<StandardSchemaV1.InferInput<typeof Application>>().toEqualTypeOf<Model>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof Application>>().toEqualTypeOf<Model>();
    const value = application();
    expect(await standard["~standard"].validate(value)).toEqual({ value });
    const { issues } = await standard["~standard"].validate({ sid: 1 });
    expect(issues).toMatchObject([{ path: ["sid"], message: expect.any(String) as string }]);
  });

  test("without its JSON Schema is no Standard JSON Schema", () => {
    expectTypeOf(Application).not.toExtend<StandardJSONSchemaV1>();
    expect(Application["~standard"]).not.toHaveProperty("jsonSchema");
  });
});

describe("a validator with its JSON Schema", () => {
  test("is a Standard Schema and a Standard JSON Schema, by the types of the standard", async () => {
    const both: StandardSchemaV1<Model> & StandardJSONSchemaV1<Model> = Described;
    expectTypeOf<StandardSchemaV1.InferOutput<typeof Described>>().toEqualTypeOf<Model>();
    expectTypeOf<StandardJSONSchemaV1.InferInput<typeof Described>>().toEqualTypeOf<Model>();
    expectTypeOf<StandardJSONSchemaV1.InferOutput<typeof Described>>().toEqualTypeOf<Model>();
    const value = application();
    expect(await both["~standard"].validate(value)).toEqual({ value });
  });

  test("gives its schema to whoever takes Standard JSON Schemas", () => {
    const schemaFor = (
      schema: StandardJSONSchemaV1,
      target: StandardJSONSchemaV1.Target,
    ): Record<string, unknown> => schema["~standard"].jsonSchema.output({ target });
    expect(schemaFor(Described, "draft-2020-12")).toEqual(Described.schema);
    expect(schemaFor(Described, "draft-07")).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      definitions: { CallbackUrl: expect.any(Object) as object },
    });
    expect(schemaFor(Described, "openapi-3.0")).toMatchObject({
      type: "object",
      properties: { sid: { type: "string", nullable: true } },
    });
    expect(() => schemaFor(Described, "draft-04")).toThrow("draft-04 is not supported");
  });
});

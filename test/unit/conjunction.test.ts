/** Which properties are judged by the one schema that speaks of them. */
import { expect, test } from "vitest";
import type { Json } from "../../generator/json.js";
import { named } from "../../generator/model/schema.js";
import { solelyDescribed } from "../../generator/sample/conjunction.js";
import { lowered } from "../names/lowering.js";

const text: Json = { type: "string" };
const base: Json = { type: "object", required: ["id"], properties: { id: text, name: text } };

/** The properties of `Whole` that one schema alone describes. */
function solely(whole: Record<string, Json>): readonly string[] {
  const { api } = lowered({ components: { schemas: { Base: base, Whole: whole } } });
  const { schema } = named(api.schemas, "/components/schemas/Whole");
  return [...solelyDescribed(schema, api.schemas)].sort();
}

const both = (own: Record<string, Json>): Record<string, Json> => ({
  allOf: [
    { $ref: "#/components/schemas/Base" },
    { type: "object", properties: { name: text, age: text }, ...own },
  ],
});

test("of schemas that stand side by side, those that no other one describes", () => {
  expect(solely(both({}))).toEqual(["age", "id"]);
  // What is required beside its description is described there as well.
  expect(solely(both({ required: ["age", "id"] }))).toEqual(["age"]);
});

test.each<[what: string, own: Record<string, Json>]>([
  ["chooses", { anyOf: [{ required: ["age"] }, { required: ["name"] }] }],
  ["excludes", { not: { required: ["age"] } }],
  ["depends", { if: { required: ["age"] }, then: { required: ["name"] } }],
  ["depends on a property", { dependentSchemas: { age: { required: ["name"] } } }],
  ["closes the object", { additionalProperties: false }],
  ["speaks of patterns", { patternProperties: { "^i": text } }],
  ["speaks of all names", { propertyNames: { maxLength: 3 } }],
  ["lists values", { enum: [{ id: "a" }] }],
])("none where one %s", (_, own) => {
  expect(solely(both(own))).toEqual([]);
});

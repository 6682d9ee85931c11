/** Which JSON types a schema allows, and which it means where it allows all. */
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.js";
import { allowedTypes, isOpen, meantTypes, shownTypes } from "../../generator/model/allowed-types.js";
import { canonical, lower } from "../../generator/model/lower.js";
import { unwritable } from "../../generator/model/parameter-values.js";
import { type Schema, type SchemaTable, named } from "../../generator/model/schema.js";

function tableOf(schemas: object): SchemaTable {
  const document = { openapi: "3.1.0", paths: {}, components: { schemas } } as unknown as JsonObject;
  return lower(canonical(document), "3.1", () => {}).schemas;
}

const schemaIn = (table: SchemaTable, name: string): Schema =>
  named(table, `/components/schemas/${name}`).schema;

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const inTable = <T>(schema: object, of: (schema: Schema, table: SchemaTable) => T): T => {
  const table = tableOf({ A: schema, Text: { type: "string" }, Thing: { type: "object" } });
  return of(schemaIn(table, "A"), table);
};

describe("the types that a schema allows", () => {
  test.each<readonly [string, object, readonly string[]]>([
    ["are those that it names", { type: ["string", "null"] }, ["string", "null"]],
    ["are those of the values that it lists", { enum: [1, "a"] }, ["number", "string"]],
    ["are those that a reference allows as well", { type: ["object", "string"], ...ref("Text") }, ["string"]],
    ["are those of some branch", { anyOf: [ref("Text"), ref("Thing")] }, ["string", "object"]],
    ["are those of all parts", { allOf: [{ type: "integer" }, { type: "number" }] }, ["integer"]],
    ["are none where parts have none in common", { allOf: [ref("Text"), ref("Thing")] }, []],
  ])("%s", (_, schema, types) => {
    expect(shownTypes(inTable(schema, allowedTypes))).toEqual(types);
  });

  test("are all where it names none", () => {
    expect(isOpen(inTable({ maxLength: 2, not: ref("Text") }, allowedTypes))).toBe(true);
  });
});

describe("the types that a schema means", () => {
  test.each<readonly [string, object, readonly string[]]>([
    ["are those that its rules speak of", { maxLength: 2, minItems: 1 }, ["string", "array"]],
    ["are not those of what it forbids", { not: { required: ["a"] } }, []],
    [
      "are not those of a condition, but those of what follows",
      { if: { minItems: 1 }, then: { maxLength: 2 } },
      ["string"],
    ],
  ])("%s", (_, schema, types) => {
    expect(shownTypes(inTable(schema, meantTypes))).toEqual(types);
  });
});

/** Each schema refers to the next one twice: there are more ways to the last than anyone can go. */
const levels = 60;
const diamonds = Object.fromEntries(
  Array.from({ length: levels }, (_, i) => [
    `D${i}`,
    i === levels - 1 ? { type: "string" } : { anyOf: [ref(`D${i + 1}`), ref(`D${i + 1}`)] },
  ]),
);

test("unions that share their branches, level by level, are gone through once", () => {
  const table = tableOf(diamonds);
  const top = schemaIn(table, "D0");
  expect([...allowedTypes(top, table)]).toEqual(["string"]);
  expect([...meantTypes(top, table)]).toEqual(["string"]);
  expect(
    unwritable({ style: "form", explode: true, allowReserved: false, json: false }, top, table),
  ).toBeUndefined();
});

test("a schema that contains itself is nested without end, and one that stands in two places is not", () => {
  const deepObject = { style: "deepObject", explode: true, allowReserved: false, json: false } as const;
  const table = tableOf({
    Tree: { type: "object", properties: { inner: ref("Tree") } },
    Leaf: { type: "object", properties: { text: { type: "string" } } },
    Twice: { type: "object", properties: { a: ref("Leaf"), b: ref("Leaf") } },
  });
  expect(unwritable(deepObject, schemaIn(table, "Tree"), table)).toContain("nested deeper");
  expect(unwritable(deepObject, schemaIn(table, "Twice"), table)).toBeUndefined();
});

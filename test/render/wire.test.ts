/** `schema.ts`, printed part by part. */
import { expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.js";
import { type Memo, unremembered } from "../../generator/memo.js";
import { printWire } from "../../generator/render/wire.js";

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const parent: JsonObject = {
  type: "object",
  properties: { id: { type: "string" }, name: { type: "string" } },
};

const description: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Parts", version: "1" },
  paths: {
    "/a": { get: { operationId: "getA", responses: { 200: { description: "It." } } } },
    "/b": { get: { operationId: "getB", responses: { 200: { description: "It." } } } },
  },
  components: {
    schemas: {
      Parent: parent,
      Child: { allOf: [reference("Parent")], required: ["id"] },
      Other: { allOf: [reference("Parent")], required: ["name"] },
    },
  },
};

/** Remembers everything, and counts what was made anew. */
function counting(): Memo & { readonly made: () => number } {
  const known = new Map<string, string>();
  let count = 0;
  return {
    get: (kind, source) => known.get(`${kind} ${source}`),
    set: (kind, source, text) => {
      known.set(`${kind} ${source}`, text);
      count++;
    },
    made: () => count,
  };
}

const print = (data: JsonObject, memo: Memo = unremembered): Promise<string> =>
  printWire(data, () => undefined, memo);

test("has what openapi-typescript declares for the use of parts, once", async () => {
  const text = await print(description);
  expect(text.match(/^type WithRequired</gm)).toHaveLength(1);
  expect(text.match(/WithRequired<components/g)).toHaveLength(2);
});

test("has the sections in their order", async () => {
  const names = [...(await print(description)).matchAll(/^(?:export )?(?:interface|type) (\S+?)[ <]/gm)];
  expect(names.map((each) => each[1])).toEqual([
    ...["paths", "webhooks", "components", "$defs", "operations", "WithRequired"],
  ]);
});

test("prints of a change the parts that lead to it", async () => {
  const memo = counting();
  await print(description, memo);
  expect(memo.made()).toBe(5);
  const changed = structuredClone(description) as { components: { schemas: { Parent: object } } };
  changed.components.schemas.Parent = { ...parent, description: "Of others." };
  const text = await print(changed as object as JsonObject, memo);
  expect(memo.made()).toBe(8);
  expect(text).toBe(await print(changed as object as JsonObject));
});

test("is printed where what looks like discriminators and lists of schemas is data, or stands where nobody refers to", async () => {
  const like = { allOf: ["a"], oneOf: ["b"], discriminator: { propertyName: "x", mapping: { a: 5 } } };
  const text = await print({
    ...description,
    components: {
      schemas: {
        Any: { allOf: [true, { type: "string" }] },
        None: { oneOf: [false, { type: "integer" }], discriminator: { propertyName: "x" } },
        Data: { type: "object", example: like, "x-like": like },
      },
      misspelled: { Vehicle: { ...like, required: "x", properties: [] }, Car: { allOf: "x" } },
    } as unknown as JsonObject,
  });
  expect(text).toContain("Any: unknown & string;");
  expect(text).toContain("None: never | number;");
  expect(text).toMatch(/"discriminator": \{\s+\*\s+"propertyName": "x"/);
});

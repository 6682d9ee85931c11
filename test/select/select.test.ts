/** `include` and `exclude`: which operations are left, and which components with them. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Selection } from "../../generator/config.js";
import { type Config, SpecError, check } from "../../generator/index.js";
import { type Json, isObject, member } from "../../generator/json.js";
import { select } from "../../generator/select/select.js";
import { folderOf } from "../load/files.js";
import { described } from "../load/lowered-documents.js";

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const answer = (name: string): string =>
  `responses: { "200": { description: It., content: { application/json: { schema: ${ref(name)} } } } }`;
const description = `openapi: 3.2.0
info: { title: Zoo, version: "1" }
paths:
  /cats/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get: { operationId: fetchCat, tags: [cats], ${answer("Cat")} }
    delete: { operationId: deleteCat, tags: [cats, admin], deprecated: true, security: [{ key: [] }], responses: {} }
  /dogs:
    get: { operationId: listDogs, tags: [dogs], ${answer("Dog")} }
    additionalOperations: { LINK: { operationId: linkDogs, tags: [dogs], responses: {} } }
  /dogs/food/all: { $ref: "food.yaml" }
webhooks:
  born: { post: { operationId: onBorn, tags: [news], requestBody: { content: { application/json: { schema: ${ref("Animal")} } } } } }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Animal: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
    Cat: { allOf: [${ref("Animal")}], properties: { claws: ${ref("Claws")} } }
    Dog: { type: object, properties: { best: ${ref("Dog")} } }
    Claws: { type: integer }
    Food: { type: string }
`;
const food = `get: { operationId: listFood, tags: [food], responses: { "200": { $ref: "#/x-answer" } } }
post: { operationId: addFood, tags: [food, admin], responses: {} }
x-answer: { description: It., content: { application/json: { schema: { $ref: "openapi.yaml#/components/schemas/Food" } } } }
`;
const files = { "openapi.yaml": description, "food.yaml": food };

interface Left {
  readonly operations: readonly string[];
  readonly components: readonly string[];
  readonly unmatched: readonly string[];
}

async function left(wanted: { readonly include?: Selection; readonly exclude?: Selection }): Promise<Left> {
  const { description, diagnostics } = select(await described(files), wanted);
  const { data } = description;
  const names = (value: Json | undefined): readonly string[] => Object.keys(Object(value) as object);
  const items = [member(data, "paths"), member(data, "webhooks")].flatMap((each) =>
    isObject(each) ? Object.values(each) : [],
  );
  return {
    operations: items
      .flatMap((item) => [
        ...(member(item, "$ref") === undefined ? [] : ["whole item"]),
        ...Object.values(Object(item) as object).flatMap((each: Json) => member(each, "operationId") ?? []),
        ...Object.values(Object(member(item, "additionalOperations")) as object).flatMap(
          (each: Json) => member(each, "operationId") ?? [],
        ),
      ])
      .map(String),
    components: ["parameters", "schemas", "securitySchemes"].flatMap((kind) =>
      names(member(member(data, "components"), kind)),
    ),
    unmatched: diagnostics.map((each) => `${each.code} ${each.message.replace(/^.*?: /, "")}`),
  };
}

const animals = ["Animal", "Cat", "Claws"];

test.each<[what: string, include: Selection, exclude: Selection, operations: string[], components: string[]]>(
  [
    ["an operation by its id", { operations: ["fetchCat"] }, {}, ["fetchCat"], ["Id", ...animals]],
    ["operations by a pattern", { operations: ["*Dogs"] }, {}, ["listDogs", "linkDogs"], ["Dog"]],
    ["an operation by method and path", { operations: ["GET /dogs"] }, {}, ["listDogs"], ["Dog"]],
    ["a method of all paths", { operations: ["LINK /**"] }, {}, ["linkDogs"], []],
    [
      "paths with braces",
      { paths: ["/cats/{id}"] },
      {},
      ["fetchCat", "deleteCat"],
      ["Id", ...animals, "key"],
    ],
    [
      "paths below another",
      { paths: ["/dogs/**"] },
      {},
      ["listDogs", "linkDogs", "whole item"],
      ["Dog", "Food"],
    ],
    ["paths of one level", { paths: ["/*"] }, {}, ["listDogs", "linkDogs"], ["Dog"]],
    ["tags", { tags: ["news"] }, {}, ["onBorn"], animals],
    ["all that is said", { tags: ["cats"], deprecated: false }, {}, ["fetchCat"], ["Id", ...animals]],
    [
      "nothing of what is excluded",
      {},
      { tags: ["admin", "news"], operations: ["linkDogs"] },
      ["fetchCat", "listDogs", "listFood"],
      ["Id", "Animal", "Cat", "Dog", "Claws", "Food"],
    ],
    ["what is deprecated", { deprecated: true }, {}, ["deleteCat"], ["Id", "key"]],
    ["but what is excluded", { tags: ["food"] }, { operations: ["add*"] }, ["listFood"], ["Food"]],
  ],
)("%s", async (_, include, exclude, operations, components) => {
  const found = await left({ include, exclude });
  expect({ ...found, components: [...found.components].sort() }).toEqual({
    operations,
    components: [...components].sort(),
    unmatched: [],
  });
});

test("patterns that match nothing are told of", async () => {
  const found = await left({
    include: { operations: ["fetchCat", "fetchCow"] },
    exclude: { tags: ["cow*"] },
  });
  expect(found.unmatched).toEqual([
    "selection-no-match include.operations: fetchCow",
    "selection-no-match exclude.tags: cow*",
  ]);
});

test("an item of another document is still where it was written", async () => {
  const { description } = select(await described(files), { include: { operations: ["listFood"] } });
  const { file, line } = description.locate("/paths/~1dogs~1food~1all/get/operationId");
  expect([file.replace(/^.*\//, ""), line]).toEqual(["food.yaml", 1]);
});

test("what is left out is not even looked at", async () => {
  const broken = description.replace("Claws: { type: integer }", "Claws: { type: integr }");
  const folder = await folderOf({ ...files, "openapi.yaml": broken });
  const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out") };
  await expect(check(config)).rejects.toThrow(SpecError);
  const { changed } = await check({ ...config, include: { tags: ["dogs"] } });
  expect(changed.filter((each) => each.startsWith("src/models/"))).toEqual([
    "src/models/dog.ts",
    "src/models/index.ts",
  ]);
});

test.each([
  [{ tags: "a" }, "include.tags must be a list of texts"],
  [{ deprecated: 1 }, "include.deprecated must be true or false"],
  [{ tag: ["a"] }, "include.tag is unknown"],
  ["a", "include must be an object"],
])("%j is no selection", async (include, problem) => {
  const config = { input: "a.yaml", output: "out", include } as unknown as Config;
  await expect(check(config)).rejects.toThrow(problem);
});

test("paths that are written elsewhere are chosen from like others, and their references still lead there", async () => {
  const parts = {
    "openapi.yaml": 'openapi: 3.1.0\ninfo: { title: Zoo, version: "1" }\npaths: { $ref: "in/paths.yaml" }\n',
    "in/paths.yaml": '/a: { $ref: "a.yaml" }\n/b: { get: { operationId: getB, responses: {} } }\n',
    "in/a.yaml": 'get: { operationId: getA, responses: { "200": { $ref: "answer.yaml" } } }\n',
    "in/answer.yaml": "description: It.\n",
  };
  const { description } = select(await described(parts), { include: { operations: ["getA"] } });
  expect(Object.keys(member(description.data, "paths") as object)).toEqual(["/a"]);
  const item = member(member(description.data, "paths"), "/a");
  expect(member(item, "$ref")).toMatch(/^file:.*\/in\/a\.yaml$/);
  const { file, line } = description.locate("/paths/~1a/$ref");
  expect([file.replace(/^.*\/in\//, ""), line]).toEqual(["paths.yaml", 1]);
});

test("examples keep what looks like a reference", async () => {
  const parts = {
    "openapi.yaml": 'openapi: 3.1.0\ninfo: { title: Zoo, version: "1" }\npaths: { /a: { $ref: "a.yaml" } }\n',
    "a.yaml": `get: { operationId: getA, responses: {} }
post:
  operationId: postA
  requestBody: { content: { application/json: { example: { $ref: b.yaml }, schema: { properties: { $ref: { type: string } } } } } }
  responses: {}
`,
  };
  const { description } = select(await described(parts), { include: { operations: ["postA"] } });
  const text = JSON.stringify(member(description.data, "paths"));
  expect(text).toContain('"example":{"$ref":"b.yaml"}');
  expect(text).not.toContain("getA");
});

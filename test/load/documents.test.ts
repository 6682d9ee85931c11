/** What a description refers to in other documents: what is read, what is refused, and where everything stands. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, check } from "../../generator/index.js";
import { folderOf } from "./files.js";
import { described, lowered, names, problems, schema, start } from "./lowered-documents.js";

describe("references lead", () => {
  test.each([
    ["into a file", "pets.yaml#/Pet", { "pets.yaml": "Pet: { type: string }" }],
    ["to a whole file", "pet.yaml", { "pet.yaml": "type: string" }],
    ["to a whole file with an empty fragment", "pet.yaml#", { "pet.yaml": "type: string" }],
    [
      "to JSON",
      "pet.json#/definitions/Pet",
      { "pet.json": '{ "definitions": { "Pet": { "type": "string" } } }' },
    ],
    [
      "to names with slashes and tildes",
      "a.yaml#/a~1b/c~0d",
      { "a.yaml": '"a/b": { c~d: { type: string } }' },
    ],
    ["to names in percent-encoding", "a.yaml#/%C3%A4%20b", { "a.yaml": '"ä b": { type: string }' }],
    ["to files of odd names", "a%20b/%23%C3%A4.yaml", { "a b/#ä.yaml": "type: string" }],
    ["up and down", "./x/../y/./a.yaml", { "y/a.yaml": "type: string" }],
    [
      "through chains",
      "a.yaml",
      { "a.yaml": '$ref: "b.yaml#/x"', "b.yaml": 'x: { $ref: "#/y" }\ny: { type: string }' },
    ],
    [
      "back to the description",
      "a.yaml",
      { "a.yaml": '$ref: "openapi.yaml#/x-types/B"' },
      "x-types: { B: { type: string } }",
    ],
    [
      "into schemas of schemas",
      "a.yaml#/properties/b/items",
      { "a.yaml": "properties: { b: { items: { type: string } } }" },
    ],
    ["to anchors", "a.yaml#here", { "a.yaml": "$defs: { x: { $anchor: here, type: string } }" }],
    [
      "to identifiers",
      "a.yaml",
      { "a.yaml": '$id: "https://example.com/a"\n$ref: "b"\n$defs: { b: { $id: "b", type: string } }' },
    ],
    [
      "to identifiers of other files",
      "a.yaml",
      {
        "a.yaml": 'allOf: [{ $ref: "https://example.com/b" }, { $ref: "b.yaml" }]',
        "b.yaml": '$id: "https://example.com/b"\ntype: string',
      },
    ],
    ["to what is true", "a.yaml#/x", { "a.yaml": "x: true" }],
  ])("%s", async (_, ref, files, more = "") => {
    const { api, reported } = await lowered({ "openapi.yaml": `${schema(ref)}\n${more}`, ...files });
    expect(reported).toEqual([]);
    expect(names(api)).toContain("A");
  });

  test("to all that OpenAPI has objects for, and to lists, maps and texts", async () => {
    const { api, reported } = await lowered({
      "openapi.yaml": `${start}tags: []
paths: { $ref: "paths.yaml" }
components:
  schemas: { $ref: "types.yaml" }`,
      "paths.yaml": '/pets/{id}: { $ref: "pet/item.yaml" }',
      "pet/item.yaml": `parameters: [{ $ref: "../parts.yaml#/parameters/0" }]
post:
  operationId: setPet
  description: { $ref: "set.md" }
  requestBody: { $ref: "../parts.yaml#/body" }
  responses: { "200": { $ref: "../parts.yaml#/answer" } }`,
      "pet/set.md": "Sets a pet.",
      "parts.yaml": `parameters:
- { name: id, in: path, required: true, schema: { type: integer } }
body: { content: { application/json: { schema: { $ref: "types.yaml#/Pet" } } } }
answer: { description: It., headers: { X-Count: { $ref: "#/count" } }, content: { application/json: { schema: { type: string } } } }
count: { schema: { type: integer } }`,
      "types.yaml": `Pet: { type: object, required: { $ref: "#/names" }, properties: { kind: { enum: { $ref: "#/kinds" } } } }
names: [kind]
kinds: [cat, dog]`,
    });
    expect(reported).toEqual(["types.yaml:2:1 wrong-type", "types.yaml:3:1 wrong-type"]);
    const operation = api.resources[0]?.operations[0];
    expect(operation).toMatchObject({ name: "setPet", path: "/pets/{id}", description: "Sets a pet." });
    expect(operation?.parameters.map((each) => each.name)).toEqual(["id"]);
    expect(names(api)).toEqual(["AnswerContent", "Kinds", "Names", "Pet"]);
  });

  test("around in circles of files", async () => {
    const { api, reported } = await lowered({
      "openapi.yaml": schema("a.yaml"),
      "a.yaml": 'properties: { b: { $ref: "b.yaml" } }',
      "b.yaml": 'properties: { a: { $ref: "a.yaml" }, b: { $ref: "#" } }',
    });
    expect(reported).toEqual([]);
    expect(names(api)).toEqual(["A", "B"]);
  });
});

describe("names", () => {
  test("come from components, from collections, and from files that are one schema", async () => {
    const ref = (text: string): string => `{ $ref: "${text}" }`;
    const { api } = await lowered({
      "openapi.yaml": `${start}components:
  schemas:
    All: { prefixItems: [${["a.yaml#/components/schemas/Pet", "b.yaml#/Cat", "types/dog.v1.json", "types/dog.v1.json#/properties/name", "c.yaml#/$defs/cow"].map(ref).join(", ")}] }`,
      "a.yaml": "components: { schemas: { Pet: { type: object } } }",
      "b.yaml": "Cat: { type: object }",
      "types/dog.v1.json": '{ "properties": { "name": { "minLength": 1 } } }',
      "c.yaml": "$defs: { cow: { type: object } }",
    });
    expect(names(api)).toEqual(["All", "Cat", "Cow", "DogV1", "DogV1Name", "Pet"]);
  });

  test("that are taken say where they come from, whatever is met first", async () => {
    const files = { "a.yaml": "Pet: { type: object }", "b.yaml": "Pet: { type: string }" };
    const both = async (first: string, second: string): Promise<readonly string[]> => {
      const { api } = await lowered({
        ...files,
        "openapi.yaml": `${start}components: { schemas: { X: { properties: { x: { $ref: "${first}#/Pet" }, y: { $ref: "${second}#/Pet" } } } } }`,
      });
      return [...api.schemas.values()].map((each) => `${each.name} ${each.schema.pointer}`).sort();
    };
    const one = await both("a.yaml", "b.yaml");
    expect(one).toEqual(await both("b.yaml", "a.yaml"));
    expect(one).toMatchSnapshot();
  });
});

test("discriminators name schemas of their own document, of the description, and whole files", async () => {
  const { api, reported } = await lowered({
    "openapi.yaml": `${start}components: { schemas: { A: { $ref: "animals.yaml#/components/schemas/Animal" }, Cow: { properties: { k: { type: string } } } } }`,
    "animals.yaml": `components:
  schemas:
    Animal:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "dog.yaml" }, { $ref: "openapi.yaml#/components/schemas/Cow" }]
      discriminator: { propertyName: k, mapping: { meow: Cat, woof: dog.yaml } }
    Cat: { properties: { k: { type: string } } }`,
    "dog.yaml": "properties: { k: { type: string } }",
  });
  expect(reported).toEqual([]);
  const animal = [...api.schemas.values()].find((each) => each.name === "A");
  expect(animal?.schema.discriminator?.tags).toEqual([["meow"], ["woof"], ["Cow"]]);
});

describe("what is wrong", () => {
  test("in another document is told of at its place there", async () => {
    const { reported } = await lowered({
      "openapi.yaml": schema("x/a.yaml"),
      "x/a.yaml":
        "type: object\nproperties:\n  b: { type: strin }\n  c: { $ref: '#/nowhere' }\n  d: { $ref: '../openapi.yaml#/no' }",
    });
    expect(reported).toEqual([
      "x/a.yaml:3:8 schema-type",
      "x/a.yaml:4:8 ref-unresolved",
      "x/a.yaml:5:8 ref-unresolved",
    ]);
  });

  test("are all files that cannot be read, at the references to them", async () => {
    const files = {
      "openapi.yaml": `${start}components: { schemas: { A: { $ref: "no.yaml" }, B: { $ref: "no.yaml" }, C: { $ref: "bad.json" }, D: { $ref: "." } } }`,
      "bad.json": "{ ]",
    };
    const found = await problems(described(files));
    expect(found.map((each) => each.split(" ")[0]).sort()).toEqual([
      "input-syntax",
      "ref-denied",
      "ref-unreadable",
    ]);
  });

  test("are identifiers that nothing has, also beside files that cannot be read", async () => {
    const files = {
      "openapi.yaml": `${start}components: { schemas: { A: { $ref: "no.yaml" }, B: { $ref: "urn:a" }, C: { $ref: "urn:b#/x" }, D: { $id: "urn:a" } } }`,
    };
    expect(await problems(described(files))).toMatchObject([
      expect.stringMatching(/^ref-unreadable /),
      expect.stringMatching(/^ref-unresolved .*urn:b#\/x/),
    ]);
  });

  test.each(["../secret.yaml", "/etc/hostname", "file:///etc/hostname", "link.yaml", "link/a.yaml"])(
    "is a reference out of the folder: %s",
    async (ref) => {
      const outside = await folderOf({ "a.yaml": "type: string" });
      const folder = await folderOf({ "openapi.yaml": schema(ref) });
      await symlink(join(outside, "a.yaml"), join(folder, "link.yaml"));
      await symlink(outside, join(folder, "link"));
      const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out") };
      expect(await problems(check(config))).toMatchObject([expect.stringMatching(/^ref-denied /)]);
    },
  );

  test("is no reference to a folder that the configuration allows", async () => {
    const outside = await folderOf({ "a.yaml": "type: string" });
    const folder = await folderOf({ "openapi.yaml": schema(join(outside, "a.yaml")) });
    const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out") };
    expect((await check({ ...config, references: { folders: [outside] } })).diagnostics).toEqual([]);
  });

  test("is not what only looks like a reference", async () => {
    const { documents } = await described({
      "openapi.yaml": `${start}x-a: { $ref: no.yaml }
components:
  schemas:
    A:
      example: { $ref: no.yaml }
      default: { $ref: no.yaml }
      enum: [{ $ref: no.yaml }]
      examples: [{ $ref: no.yaml }]
      properties: { $ref: { type: string } }
  examples: { E: { value: { $ref: no.yaml } } }`,
    });
    expect(documents).toHaveLength(1);
  });

  test("is not a name that means something elsewhere", async () => {
    const { documents } = await described({
      "openapi.yaml": `${start}components:
  schemas: { default: { properties: { example: { $ref: "a.yaml" }, value: { $ref: "b.yaml" } } } }
  responses: { default: { $ref: "c.yaml" } }`,
      ...Object.fromEntries(["a.yaml", "b.yaml", "c.yaml"].map((each) => [each, "{}"])),
    });
    expect(documents.map((each) => each.pointer)).toEqual([
      "",
      "/$documents/a.yaml",
      "/$documents/b.yaml",
      "/$documents/c.yaml",
    ]);
  });
});

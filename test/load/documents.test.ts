/** What a description refers to in other documents: what is read, what is refused, and where everything stands. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, SpecError, check } from "../../generator/index.js";
import { type Access, type Description, loadDocuments } from "../../generator/load/documents.js";
import { loadSource } from "../../generator/load/source.js";
import { canonical, lower } from "../../generator/model/lower.js";
import type { JsonObject } from "../../generator/json.js";
import type { Api } from "../../generator/model/api.js";
import { eachTestHasAServer } from "../support/server.js";
import { folderOf } from "./files.js";

const start = 'openapi: 3.1.0\ninfo: { title: Zoo, version: "1" }\n';

const closed: Access = { folders: [], hosts: new Set(), headers: {}, origin: undefined, offline: false };

/** The description `openapi.yaml` among some files. */
async function described(
  files: Readonly<Record<string, string>>,
  access: Partial<Access> = {},
): Promise<Description> {
  const folder = await folderOf(files);
  const loaded = await loadSource(join(folder, "openapi.yaml"));
  if ("diagnostics" in loaded) throw new SpecError(loaded.diagnostics);
  const result = await loadDocuments(loaded.source, { ...closed, folders: [folder], ...access });
  if ("diagnostics" in result) throw new SpecError(result.diagnostics);
  return result.description;
}

/** What lowering makes of it, and what it reports as `file:line:column code`, without the folder. */
async function lowered(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly api: Api; readonly reported: readonly string[] }> {
  const { data, documents, locate } = await described(files);
  const reported: string[] = [];
  const api = lower(
    canonical(data as JsonObject),
    "3.1",
    (code, pointer) => {
      const { file, line, column } = locate(pointer);
      reported.push(`${file.replace(/^.*specwright-load-\w+\//, "")}:${line}:${column} ${code}`);
    },
    { documents },
  );
  return { api, reported };
}

const names = ({ schemas }: Api): readonly string[] => [...schemas.values()].map((each) => each.name);

/** The codes and messages of what is wrong. */
async function problems(work: Promise<unknown>): Promise<readonly string[]> {
  const failure: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof SpecError)) throw new Error("nothing is wrong");
  return failure.diagnostics.map((each) => `${each.code} ${each.message.replace(/^.*?: /, "")}`);
}

const schema = (ref: string): string => `${start}components: { schemas: { A: { $ref: "${ref}" } } }`;

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

describe("over the network", () => {
  const server = eachTestHasAServer();
  const host = (): string => new URL(server().origin).host;
  const serve = (texts: Readonly<Record<string, string>>): void =>
    server().answer(({ target }) => {
      const body = texts[target];
      return body === undefined ? { status: 404 } : { body };
    });
  const output = async (): Promise<string> => join(await folderOf({}), "out");

  test("a description is read with its headers, and so is what it refers to", async () => {
    serve({ "/v1/openapi.yaml": schema("types/a.yaml#/A"), "/v1/types/a.yaml": "A: { type: string }" });
    const input = `${server().origin}/v1/openapi.yaml`;
    const { diagnostics } = await check({ input, output: await output(), headers: { "X-Key": "k" } });
    expect(diagnostics).toEqual([]);
    expect(server().requests.map((each) => [each.target, each.headers["x-key"]])).toEqual([
      ["/v1/openapi.yaml", "k"],
      ["/v1/types/a.yaml", "k"],
    ]);
  });

  test("diagnostics show URLs", async () => {
    serve({ "/openapi.yaml": schema("a.yaml#/No"), "/a.yaml": "{}" });
    const input = `${server().origin}/openapi.yaml`;
    await expect(check({ input, output: await output() })).rejects.toThrow(
      `${input}:3:31 error ref-unresolved`,
    );
  });

  test("no file is read", async () => {
    serve({ "/openapi.yaml": schema("file:///etc/hostname") });
    const input = `${server().origin}/openapi.yaml`;
    expect(await problems(check({ input, output: await output() }))).toEqual([
      "ref-denied file:///etc/hostname",
    ]);
  });

  test("a file refers to the hosts that are allowed, without headers", async () => {
    serve({ "/a.yaml": "type: string" });
    const folder = await folderOf({ "openapi.yaml": schema(`${server().origin}/a.yaml`) });
    const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out") };
    expect(await problems(check(config))).toEqual([`ref-denied ${server().origin}/a.yaml`]);
    expect(server().requests).toEqual([]);
    const allowing: Config = { ...config, references: { hosts: [host()] }, headers: { "X-Key": "k" } };
    expect((await check(allowing)).diagnostics).toEqual([]);
    expect(server().requests[0]?.headers["x-key"]).toBeUndefined();
    expect(await problems(check({ ...allowing, offline: true }))).toEqual([
      `ref-offline ${server().origin}/a.yaml`,
    ]);
  });

  test.each<[what: string, answer: () => object, problem: RegExp]>([
    ["is not there", () => ({ status: 404 }), /status 404/],
    [
      "is elsewhere",
      () => ({ status: 302, headers: { location: "http://127.0.0.2:1/" } }),
      /redirected to 127/,
    ],
    ["goes in circles", () => ({ status: 302, headers: { location: "/openapi.yaml" } }), /more than 5 times/],
    ["hangs up", () => ({ hangUp: true }), /./],
  ])("a description that %s is told of", async (_, answer, problem) => {
    server().answer(answer);
    const input = `${server().origin}/openapi.yaml`;
    const [found = ""] = await problems(check({ input, output: await output() }));
    expect(found).toMatch(/^input-unreadable /);
    expect(found).toMatch(problem);
  });

  test("offline, nothing is fetched", async () => {
    const input = `${server().origin}/openapi.yaml`;
    expect(await problems(check({ input, output: await output(), offline: true }))).toEqual([
      "input-unreadable nothing is fetched offline",
    ]);
    expect(server().requests).toEqual([]);
  });
});

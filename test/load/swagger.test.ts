/** Swagger 2.0: what its other parts are in OpenAPI 3.0, where everything was written, and what is refused. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type SpecError, check } from "../../generator/index.js";
import { converted } from "./converted-swagger.js";
import { folderOf } from "./files.js";

test("schemas have their discriminators, null and references where 3.0 has them", async () => {
  const A = {
    discriminator: "kind",
    properties: {
      kind: { type: "string", "x-nullable": true },
      $ref: { $ref: "#/definitions/B" },
      discriminator: { type: "string" },
    },
    example: { $ref: "#/definitions/B" },
  };
  expect((await converted({ definitions: { A, B: {} } })).data["components"]).toEqual({
    schemas: {
      A: {
        discriminator: { propertyName: "kind" },
        properties: {
          kind: { type: "string", nullable: true },
          $ref: { $ref: "#/components/schemas/B" },
          discriminator: { type: "string" },
        },
        example: { $ref: "#/definitions/B" },
      },
      B: {},
    },
  });
});

test.each([
  [{ type: "basic" }, { type: "http", scheme: "basic" }],
  [
    { type: "apiKey", in: "query", name: "k" },
    { type: "apiKey", in: "query", name: "k" },
  ],
  [
    { type: "oauth2", flow: "accessCode", authorizationUrl: "a", tokenUrl: "t", scopes: { s: "S." } },
    {
      type: "oauth2",
      flows: { authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes: { s: "S." } } },
    },
  ],
  [
    { type: "oauth2", flow: "application", tokenUrl: "t" },
    { type: "oauth2", flows: { clientCredentials: { tokenUrl: "t", scopes: {} } } },
  ],
])("the security definition %j", async (given, wanted) => {
  expect((await converted({ securityDefinitions: { it: given } })).data["components"]).toEqual({
    securitySchemes: { it: wanted },
  });
});

describe("references", () => {
  const files = {
    "parts.json":
      '{\n"parameters": {\n"Pet": { "name": "pet", "in": "body", "schema": {\n"$ref": "pet.json" } } },\n"responses": {\n"Bad": { "description": "Bad.", "schema": { "$ref": "openapi.json#/definitions/Error" } } } }',
    "pet.json":
      '{ "type": "object", "properties": { "error": { "$ref": "openapi.json#/definitions/Error" } } }',
    "item.json": '{ "get": { "responses": {\n"200": { "$ref": "parts.json#/responses/Bad" } } } }',
  };
  const definitions = { Error: { type: "object" } };

  test("bring parameters, answers and path items of other documents here", async () => {
    const post = {
      parameters: [{ $ref: "parts.json#/parameters/Pet" }],
      responses: { 400: { $ref: "parts.json#/responses/Bad" } },
    };
    const paths = { "/a": { post }, "/b": { $ref: "item.json" } };
    const { data, place } = await converted({ paths, definitions }, files);
    const bad = {
      description: "Bad.",
      content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
    };
    expect(data["paths"]).toMatchObject({
      "/a": {
        post: {
          requestBody: {
            content: {
              "application/json": { schema: { $ref: expect.stringMatching(/^file:.*pet\.json$/) as string } },
            },
          },
          responses: { 400: bad },
        },
      },
      "/b": { get: { responses: { 200: bad } } },
    });
    expect(data["$documents"]).toMatchObject({
      "pet.json": {
        properties: {
          error: { $ref: expect.stringMatching(/openapi\.json#\/components\/schemas\/Error$/) as string },
        },
      },
    });
    expect(place("/paths/~1a/post/responses/400/content/application~1json/schema")).toBe(
      '"Bad": { "description": "Bad.", "schema": { "$ref": "openapi.json#/definitions/Error" } } } }',
    );
  });
});

test("everything is where it was written", async () => {
  const parameters = [
    { name: "b", in: "body", schema: { type: "object", properties: { x: { type: "string" } } } },
    { name: "q", in: "query", type: "integer" },
  ];
  const responses = { 200: { description: "It.", schema: { type: "boolean" } } };
  const { place } = await converted({
    host: "a.example",
    definitions: { A: { type: "null" } },
    paths: { "/a": { post: { parameters, responses } } },
  });
  expect(
    [
      "/servers/0",
      "/components/schemas/A/type",
      "/paths/~1a/post/parameters/0/schema/type",
      "/paths/~1a/post/requestBody/content/application~1json/schema/properties/x/type",
      "/paths/~1a/post/responses/200/content/application~1json/schema/type",
    ].map(place),
  ).toEqual([
    '"host": "a.example"',
    '"type": "null"',
    '"type": "integer"',
    '"type": "string"',
    '"type": "boolean"',
  ]);
});

describe("what has no equivalent is refused", () => {
  const array = { type: "array", items: { type: "string" } };

  test.each<[what: string, operation: object, code: string]>([
    [
      "tabs",
      { parameters: [{ ...array, name: "a", in: "query", collectionFormat: "tsv" }] },
      "parameter-style",
    ],
    [
      "one part for an array",
      {
        consumes: ["multipart/form-data"],
        parameters: [{ ...array, name: "a", in: "formData", collectionFormat: "csv" }],
      },
      "parameter-style",
    ],
    [
      "pipes in headers",
      { responses: { 200: { description: "", headers: { A: { ...array, collectionFormat: "pipes" } } } } },
      "parameter-style",
    ],
    ["a reference that is no URI", { parameters: [{ $ref: "#/parameters/a%zz" }] }, "ref-unresolved"],
  ])("%s", async (_, operation, code) => {
    const { reported } = await converted({ paths: { "/a": { post: { responses: {}, ...operation } } } });
    expect(reported.map((each) => each.split(" ")[1])).toEqual([code]);
  });
});

test.each(["1.2", "2.1", 3, null])("the version %j is refused", async (swagger) => {
  expect((await converted({ swagger })).reported).toEqual(["2:2 input-version"]);
});

test("a version without quotes is the number that YAML makes of it", async () => {
  expect((await converted({ swagger: 2 })).reported).toEqual([]);
});

test("a path item of another folder has references that are relative to it", async () => {
  const files = {
    "sub/item.json":
      '{ "post": { "parameters": [{ "name": "it", "in": "body", "schema": { "$ref": "pet.json" } }] } }',
    "sub/pet.json": "{}",
  };
  const { data } = await converted({ paths: { "/a": { $ref: "sub/item.json" } } }, files);
  expect(JSON.stringify(data["paths"])).toMatch(/"file:[^"]*\/sub\/pet\.json"/);
});

describe("documents of Swagger 2.0 that a description of OpenAPI refers to", () => {
  const openapi = (ref: string): string => `openapi: 3.0.3
info: { title: A, version: "1" }
paths: { /a: { get: { parameters: [{ $ref: "zoo.yaml#/parameters/${ref}" }], responses: { "204": { description: Done. } } } } }`;
  const zoo = (parameters: string): string => `swagger: "2.0"\nparameters:\n${parameters}`;

  const saying = async (parameters: string): Promise<readonly string[]> => {
    const folder = await folderOf({ "openapi.yaml": openapi("It"), "zoo.yaml": zoo(parameters) });
    const found = await check({ input: join(folder, "openapi.yaml"), output: join(folder, "out") }).catch(
      (cause: unknown) => cause,
    );
    const { diagnostics } = found as SpecError;
    return diagnostics.map(({ file, line, code }) => `${file.replace(/^.*\//, "")}:${line} ${code}`);
  };

  test("have no bodies and forms that could be parameters", async () => {
    expect(await saying("  It: { name: it, in: body, schema: {} }")).toEqual(["zoo.yaml:3 wrong-type"]);
  });

  test("are told of at their places", async () => {
    const lines =
      "  It:\n    name: it\n    in: query\n    type: array\n    items: {}\n    collectionFormat: tsv";
    expect(await saying(lines)).toEqual(["zoo.yaml:8 parameter-style"]);
  });
});

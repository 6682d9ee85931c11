/** Swagger 2.0: what it is in OpenAPI 3.0, and where everything was written. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.js";
import { loadDocuments } from "../../generator/load/documents.js";
import { loadSource } from "../../generator/load/source.js";
import { fromSwagger } from "../../generator/load/swagger.js";
import { folderOf } from "./files.js";

interface Converted {
  readonly data: JsonObject;
  /** Where a pointer of the result was written: `line:column`, with the file where it is another. */
  readonly place: (pointer: string) => string;
  /** `line:column code` each. */
  readonly reported: readonly string[];
}

async function converted(
  description: object,
  files: Readonly<Record<string, string>> = {},
): Promise<Converted> {
  const text = JSON.stringify({ swagger: "2.0", info: {}, ...description }, null, 1);
  const folder = await folderOf({ "openapi.json": text, ...files });
  const loaded = await loadSource(join(folder, "openapi.json"));
  if ("diagnostics" in loaded) throw new Error("bug: JSON that does not parse");
  const access = {
    folders: [folder],
    hosts: new Set<string>(),
    headers: {},
    origin: undefined,
    offline: true,
  };
  const whole = await loadDocuments(loaded.source, access);
  if ("diagnostics" in whole) throw new Error(whole.diagnostics.map((each) => each.message).join());
  const { description: result, diagnostics } = fromSwagger(whole.description);
  return {
    data: result.data as JsonObject,
    place: (pointer) => {
      const { file, line } = result.locate(pointer);
      const lines = (files[file.replace(/^.*\//, "")] ?? text).split("\n");
      return (lines[line - 1] ?? "").trim().replace(/,$/, "");
    },
    reported: diagnostics.map((each) => `${each.line}:${each.column} ${each.code}`),
  };
}

/** What becomes of the parameters of an operation. */
async function operation(...parameters: readonly object[]): Promise<Json> {
  return (await operationOf({ parameters })) as Json;
}

async function operationOf(fields: object, more: object = {}): Promise<unknown> {
  const { data } = await converted({ ...more, paths: { "/a": { post: { responses: {}, ...fields } } } });
  return (data["paths"] as { readonly "/a": { readonly post: object } })["/a"].post;
}

describe("servers", () => {
  test.each([
    [{ host: "a.example" }, ["https://a.example"]],
    [
      { host: "a.example:8080", basePath: "/v1/", schemes: ["http", "https"] },
      ["http://a.example:8080/v1", "https://a.example:8080/v1"],
    ],
    [{ basePath: "/v1" }, ["/v1"]],
    [{}, ["/"]],
  ])("%j", async (fields, urls) => {
    expect((await converted({ ...fields, paths: {} })).data["servers"]).toEqual(urls.map((url) => ({ url })));
  });

  test("of an operation have its schemes", async () => {
    expect(await operationOf({ schemes: ["http"] }, { host: "a.example" })).toMatchObject({
      servers: [{ url: "http://a.example" }],
    });
  });
});

describe("arrays in parameters", () => {
  const array = (place: string, collectionFormat?: string): object => ({
    ...{ name: "x", in: place, type: "array", items: { type: "string" } },
    ...(collectionFormat === undefined ? {} : { collectionFormat }),
  });

  test.each([
    ["query", undefined, { style: "form", explode: false }],
    ["query", "csv", { style: "form", explode: false }],
    ["query", "multi", { style: "form", explode: true }],
    ["query", "ssv", { style: "spaceDelimited", explode: false }],
    ["query", "pipes", { style: "pipeDelimited", explode: false }],
    ["header", undefined, {}],
    ["path", "csv", {}],
  ])("in the %s, by %s", async (place, format, style) => {
    expect(await operation(array(place, format))).toEqual({
      responses: {},
      parameters: [{ name: "x", in: place, ...style, schema: { type: "array", items: { type: "string" } } }],
    });
  });
});

describe("bodies", () => {
  const body = { name: "b", in: "body", description: "It.", required: true, schema: { type: "object" } };

  test.each([
    ["JSON where nothing is said", {}, {}, ["application/json"]],
    ["what the description consumes", {}, { consumes: ["application/xml"] }, ["application/xml"]],
    [
      "what the operation consumes",
      { consumes: ["text/plain", "a/b"] },
      { consumes: ["c/d"] },
      ["text/plain", "a/b"],
    ],
  ])("are %s", async (_, fields, more, types) => {
    expect(await operationOf({ parameters: [body], ...fields }, more)).toMatchObject({
      parameters: [],
      requestBody: {
        description: "It.",
        required: true,
        content: Object.fromEntries(types.map((each) => [each, { schema: { type: "object" } }])),
      },
    });
  });

  test("are forms of fields, whose arrays are joined unless they say otherwise", async () => {
    const list = { in: "formData", type: "array", items: { type: "string" } };
    const fields = [
      { name: "a", in: "formData", type: "string", required: true, description: "A." },
      { ...list, name: "b" },
      { ...list, name: "c", collectionFormat: "multi" },
    ];
    expect(await operation(...fields)).toMatchObject({
      requestBody: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              required: ["a"],
              properties: {
                a: { type: "string", description: "A." },
                b: { type: "array" },
                c: { type: "array" },
              },
            },
            encoding: { b: { style: "form", explode: false }, c: { style: "form", explode: true } },
          },
        },
      },
    });
  });

  test("have parts where a field is a file", async () => {
    expect(await operation({ name: "f", in: "formData", type: "file" })).toMatchObject({
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { f: { type: "string", format: "binary" } } },
          },
        },
      },
    });
  });

  test("of a path are those of its operations, unless these have their own", async () => {
    const own = { ...body, name: "c", schema: { type: "string" } };
    const paths = {
      "/a": { parameters: [body], post: { responses: {} }, put: { responses: {}, parameters: [own] } },
    };
    expect((await converted({ paths })).data["paths"]).toMatchObject({
      "/a": {
        post: { requestBody: { content: { "application/json": { schema: { type: "object" } } } } },
        put: { requestBody: { content: { "application/json": { schema: { type: "string" } } } } },
      },
    });
  });
});

test("answers have what the operation produces, with examples and typed headers", async () => {
  const responses = {
    200: {
      description: "It.",
      schema: { $ref: "#/definitions/A" },
      examples: { "application/json": { a: 1 } },
      headers: { "X-Count": { type: "integer", description: "How many." } },
    },
    201: { description: "A file.", schema: { type: "file" } },
    204: { description: "Nothing." },
  };
  expect(
    await operationOf({ responses }, { produces: ["application/json", "text/csv"], definitions: { A: {} } }),
  ).toEqual({
    parameters: [],
    responses: {
      200: {
        description: "It.",
        headers: { "X-Count": { description: "How many.", schema: { type: "integer" } } },
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/A" }, example: { a: 1 } },
          "text/csv": { schema: { $ref: "#/components/schemas/A" } },
        },
      },
      201: {
        description: "A file.",
        content: {
          "application/json": { schema: { type: "string", format: "binary" } },
          "text/csv": { schema: { type: "string", format: "binary" } },
        },
      },
      204: { description: "Nothing." },
    },
  });
});

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

test("a shared answer has what its operation produces", async () => {
  const R = { description: "R.", schema: { type: "object" } };
  const fields = { produces: ["application/xml"], responses: { 200: { $ref: "#/responses/R" } } };
  expect(await operationOf(fields, { produces: ["application/json"], responses: { R } })).toMatchObject({
    responses: { 200: { content: { "application/xml": { schema: { type: "object" } } } } },
  });
  expect(await operationOf({ responses: fields.responses }, { responses: { R } })).toMatchObject({
    responses: { 200: { $ref: "#/components/responses/R" } },
  });
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

/** Operations of Swagger 2.0: their servers, parameters, bodies and answers in OpenAPI 3.0. */
import { describe, expect, test } from "vitest";
import { converted, operation, operationOf } from "./converted-swagger.js";

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

  test("keep their extensions on the body, and on the properties of a form", async () => {
    const body = { name: "b", in: "body", schema: {}, "x-note": { type: "file" } };
    expect(await operation(body)).toMatchObject({ requestBody: { "x-note": { type: "file" } } });
    const field = { name: "a", in: "formData", type: "string", "x-pii": true, "x-nullable": true };
    const schema = { properties: { a: { type: "string", nullable: true, "x-pii": true } } };
    expect(await operation(field)).toMatchObject({
      requestBody: { content: { "application/x-www-form-urlencoded": { schema } } },
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

/** A description with parameters, bodies and answers of every kind. */

const parameter = (where: string, name: string, schema: object, more: object = {}): object => ({
  in: where,
  name,
  schema,
  ...(where === "path" ? { required: true } : {}),
  ...more,
});

const string = { type: "string" };
const integer = { type: "integer" };
const numbers = { type: "array", items: integer };
const content = (type: string, schema?: object): object => ({
  content: { [type]: schema ? { schema } : {} },
});
const body = (type: string, schema?: object, required: boolean = true): object => ({
  requestBody: { required, ...content(type, schema) },
});
const answers = (...statuses: readonly string[]): object =>
  Object.fromEntries(statuses.map((each) => [each, { description: "" }]));

/** An operation of the resource `all`. */
const operation = (operationId: string, more: object = {}): object => ({
  operationId,
  tags: ["all"],
  responses: answers("204"),
  ...more,
});

export const document = {
  openapi: "3.1.0",
  info: { title: "Kinds", version: "1" },
  servers: [{ url: "https://api.test/v1" }],
  paths: {
    "/places/{id}/{names}": {
      get: operation("place", {
        parameters: [
          parameter("path", "id", { type: ["integer", "string"] }),
          parameter("path", "names", { type: "array", items: string }),
          parameter("query", "id", integer),
          parameter("query", "on", { type: "boolean" }),
          parameter("query", "repeated", numbers),
          parameter("query", "joined", numbers, { explode: false }),
          parameter("query", "one-or-many", {
            anyOf: [string, { type: "array", items: string, minItems: 2 }],
          }),
          parameter("query", "nothing", { type: ["integer", "null"] }),
          parameter("query", "any", {}),
          parameter("query", "listed", { enum: [1, "one", true] }),
          parameter("query", "__proto__", string),
          parameter("header", "X-Numbers", numbers),
          parameter("header", "X-Needed", string, { required: true }),
          parameter("cookie", "session", string),
          parameter("cookie", "seen", numbers),
        ],
      }),
    },
    "/form": {
      post: operation("form", {
        ...body("application/x-www-form-urlencoded", { $ref: "#/components/schemas/Form" }),
      }),
    },
    "/json": {
      put: operation("json", body("application/json", { $ref: "#/components/schemas/Form" }, false)),
    },
    "/problem": { post: operation("problem", body("application/problem+json", string)) },
    "/text": { post: operation("text", body("text/csv", { type: "string", maxLength: 5 })) },
    "/number": { post: operation("number", body("text/plain", integer)) },
    "/flag": { post: operation("flag", body("text/plain", { type: ["boolean", "null"] })) },
    "/bytes": { post: operation("bytes", body("image/*")) },
    "/parts": {
      post: operation("parts", body("multipart/form-data", { $ref: "#/components/schemas/Parts" })),
    },
    "/nested": {
      post: operation(
        "nested",
        body("application/x-www-form-urlencoded", { $ref: "#/components/schemas/Nested" }),
      ),
    },
    "/lines": {
      post: operation("lines", body("application/jsonl", { $ref: "#/components/schemas/Nested" })),
    },
    "/several": {
      post: operation("several", {
        requestBody: {
          content: {
            "text/plain": { schema: string },
            "application/json": { schema: integer },
            "image/*": {},
          },
        },
      }),
      get: operation("series", {
        responses: {
          200: { description: "", ...content("application/jsonl", integer) },
          400: { description: "", ...content("text/event-stream", { $ref: "#/components/schemas/List" }) },
        },
      }),
    },
    "/readings": {
      get: operation("reading", {
        responses: { 200: { description: "", ...content("text/plain", integer) } },
      }),
      put: operation("holds", {
        responses: { 200: { description: "", ...content("text/*", { type: "boolean" }) } },
      }),
      post: operation("film", { responses: { 200: { description: "", ...content("video/*") } } }),
    },
    "/looks": {
      head: operation("looked", {
        responses: { 200: { description: "", ...content("application/json", string) } },
      }),
    },
    "/users/me": { get: operation("me") },
    "/users/{id}": { get: operation("user", { parameters: [parameter("path", "id", string)] }) },
    "/answers": {
      get: operation("ranges", {
        responses: {
          "2XX": { description: "", ...content("application/json", integer) },
          404: { description: "", ...content("text/plain", { type: "string", minLength: 1 }) },
          "4XX": { description: "", ...content("application/problem+json", { const: "range" }) },
          default: { description: "", ...content("application/json", { const: "rest" }) },
        },
      }),
      post: operation("moved", { responses: answers("303") }),
      put: operation("bare", { responses: { default: { description: "" } } }),
      delete: operation("blob", { responses: { 200: { description: "", ...content("image/*") } } }),
      patch: operation("impossible", {
        responses: { 200: { description: "", ...content("application/json", { not: {} }) } },
      }),
    },
  },
  components: {
    schemas: {
      Form: {
        type: "object",
        properties: {
          count: integer,
          on: { type: "boolean" },
          name: { type: ["string", "null"], minLength: 1 },
          code: { type: ["string", "integer"], maxLength: 2 },
          list: { $ref: "#/components/schemas/List" },
          one: { anyOf: [{ type: "number" }, { type: "null" }] },
          more: {},
        },
        allOf: [
          { properties: { more: numbers } },
          { anyOf: [{ required: ["on"] }, { properties: { on: false } }] },
        ],
        additionalProperties: { type: "boolean" },
      },
      Nested: {
        type: "object",
        properties: {
          inner: { type: "object", properties: { a: integer } },
          list: { type: "array", items: { type: "object" } },
          text: string,
        },
      },
      Parts: {
        type: "object",
        required: ["photo"],
        properties: {
          photo: { type: "string", format: "binary" },
          more: { type: "array", items: { type: "string", format: "binary" } },
          count: integer,
          tags: { type: "array", items: string },
          inner: { $ref: "#/components/schemas/Nested" },
        },
      },
      List: { type: "array", items: { type: ["boolean", "string"] } },
    },
  },
};

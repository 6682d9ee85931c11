/** An API with a value of each kind at each place. */
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const dateTime = { type: "string", format: "date-time" };
const int64 = { type: "integer", format: "int64" };
const byte = { type: "string", format: "byte" };

const answer = { description: "The transfer", ...json(ref("Transfer")) };

export const description = {
  openapi: "3.1.0",
  info: { title: "Transfers", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/transfers/{id}": {
      get: {
        operationId: "findTransfer",
        tags: ["transfers"],
        parameters: [
          { name: "id", in: "path", required: true, schema: int64 },
          { name: "since", in: "query", schema: dateTime },
          { name: "on", in: "query", schema: { type: "array", items: dateTime } },
          { name: "x-key", in: "header", schema: byte },
          { name: "seen", in: "cookie", schema: { type: "string", format: "date-time-rfc-2822" } },
        ],
        responses: { 200: answer },
      },
    },
    "/transfers": {
      put: {
        operationId: "sendTransfer",
        tags: ["transfers"],
        requestBody: { required: true, ...json(ref("Transfer")) },
        responses: {
          200: answer,
          202: { description: "Later", ...json({ type: "object" }) },
          default: { description: "Busy", ...json(ref("Busy")) },
        },
      },
      post: {
        operationId: "postTransfer",
        tags: ["transfers"],
        requestBody: {
          required: true,
          content: { "application/x-www-form-urlencoded": { schema: ref("Flat") } },
        },
        responses: { 200: answer },
      },
    },
  },
  components: {
    schemas: {
      Busy: { type: "object", properties: { until: dateTime } },
      Flat: { type: "object", required: ["id"], properties: { id: int64, at: dateTime, key: byte } },
      Tree: { type: "object", properties: { at: dateTime, next: ref("Tree") } },
      Transfer: {
        type: "object",
        required: ["id"],
        properties: {
          id: int64,
          at: dateTime,
          key: byte,
          lines: {
            type: "array",
            items: {
              anyOf: [
                { type: "object", required: ["at"], properties: { at: dateTime } },
                { type: "object", required: ["note"], properties: { note: { type: "string" } } },
              ],
            },
          },
        },
      },
    },
  },
};

/** Operations of methods that only OpenAPI 3.2 can describe, and the whole query as one value. */
import { expect, test } from "vitest";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import { emittedPackage } from "../support/emitted-package.js";
import { eachTestHasAServer, json } from "../support/server.js";

const form = "application/x-www-form-urlencoded";
const filter = { type: "object", properties: { color: { type: "string" }, size: { type: "integer" } } };
const { index } = await emittedPackage(
  {
    openapi: "3.2.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        query: {
          operationId: "search",
          requestBody: { content: { "application/json": { schema: { type: "object" } } } },
          responses: { 200: { content: { "application/json": { schema: { type: "array" } } } } },
        },
        additionalOperations: {
          LINK: {
            operationId: "link",
            parameters: [{ name: "filter", in: "querystring", content: { [form]: { schema: filter } } }],
            responses: { 204: {} },
          },
        },
      },
    },
  },
  ["index"],
);
type Call = (client: ApiClient, params: object) => Promise<unknown>;
const { createClient, search, link } = index as {
  readonly createClient: (options: ClientOptions) => ApiClient;
} & Readonly<Record<"search" | "link", Call>>;

const server = eachTestHasAServer();

test("QUERY has a body", async () => {
  server().answer(() => json([1]));
  expect(await search(createClient({ baseUrl: server().origin }), { body: { a: 1 } })).toEqual([1]);
  const [request] = server().requests;
  expect([request?.method, request?.target, String(request?.body)]).toEqual(["QUERY", "/things", '{"a":1}']);
});

test("a method of its own, and a query that is a form", async () => {
  server().answer(() => ({ status: 204 }));
  await link(createClient({ baseUrl: server().origin }), { filter: { color: "light blue", size: 2 } });
  const [request] = server().requests;
  expect([request?.method, request?.target]).toEqual(["LINK", "/things?color=light%20blue&size=2"]);
});

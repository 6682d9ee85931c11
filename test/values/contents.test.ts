/** Converted values in all the ways that parameters, bodies and answers are written: what a client sends and reads, and a server. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiCall } from "../../generator/runtime/call.js";
import type { ApiClient } from "../../generator/runtime/client.js";
import type { Answering, HandlerOptions } from "../../generator/runtime/handle.js";
import type { OperationChecks, Route } from "../../generator/runtime/route.js";
import type { ValidationOptions } from "../../generator/runtime/validation.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { eachTestHasAServer } from "../support/server.js";

const schema = (name: string): object => ({ schema: { $ref: `#/components/schemas/${name}` } });
const dateTime = { type: "string", format: "date-time" };
const int64 = { type: "integer", format: "int64" };

const put = (operationId: string, types: readonly string[], answers: readonly string[]): object => ({
  operationId,
  tags: ["moments"],
  requestBody: {
    required: true,
    content: Object.fromEntries(types.map((each) => [each, schema("Moment")])),
  },
  responses: {
    200: { description: "OK", content: Object.fromEntries(answers.map((each) => [each, schema("Moment")])) },
  },
});

const description = {
  openapi: "3.1.0",
  info: { title: "Moments", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/parts": { put: put("sendParts", ["multipart/form-data"], ["application/json"]) },
    "/lines": { put: put("sendLines", ["application/jsonl"], ["application/jsonl"]) },
    "/either": {
      put: put(
        "sendEither",
        ["application/json", "application/x-www-form-urlencoded"],
        ["application/json", "application/vnd.moment+json"],
      ),
    },
    "/events": {
      get: {
        operationId: "watch",
        tags: ["moments"],
        responses: {
          200: {
            description: "OK",
            headers: {
              "x-until": { schema: dateTime },
              "x-counts": { schema: { type: "array", items: int64 } },
              "x-last": { content: { "application/json": schema("Moment") } },
            },
            content: { "text/event-stream": schema("Moment") },
          },
        },
      },
    },
    "/search": {
      get: {
        operationId: "search",
        tags: ["moments"],
        parameters: [
          { name: "range", in: "query", style: "deepObject", ...schema("Moment") },
          { name: "filter", in: "query", content: { "application/json": schema("Moment") } },
          { name: "x-filter", in: "header", content: { "application/json": schema("Moment") } },
          { name: "days", in: "query", explode: false, schema: { type: "array", items: dateTime } },
        ],
        responses: { 200: { description: "OK", content: { "application/json": schema("Moment") } } },
      },
    },
    "/pages": {
      get: {
        operationId: "list",
        tags: ["moments"],
        "x-specwright": {
          paging: { strategy: "cursor", items: "moments", parameter: "after", last: "at" },
        },
        parameters: [{ name: "after", in: "query", schema: dateTime }],
        responses: { 200: { description: "OK", content: { "application/json": schema("Page") } } },
      },
    },
  },
  components: {
    schemas: {
      Moment: {
        type: "object",
        required: ["id"],
        properties: { id: int64, at: dateTime, inner: { type: "object", properties: { id: int64 } } },
      },
      Page: {
        type: "object",
        required: ["moments"],
        properties: { moments: { type: "array", items: { $ref: "#/components/schemas/Moment" } } },
      },
    },
  },
};

type Operation = (client: ApiClient, params: object, options?: object) => ApiCall<{ 200: unknown }>;

const server = eachTestHasAServer();
let loaded: Namespace;
let routes: Namespace;
let handle: (
  route: Route<unknown, unknown>,
  request: Request,
  answering?: Answering<unknown, unknown>,
  options?: HandlerOptions,
) => Promise<Response>;
let createClient: (options: object) => ApiClient;
let validation: (checks: readonly OperationChecks[], options?: ValidationOptions) => unknown;
let checks: readonly OperationChecks[];

beforeAll(async () => {
  const { files = [], diagnostics } = await emit(description, { "date-time": "Date", int64: "bigint" });
  expect(diagnostics).toEqual([]);
  const modules = await loadPackage(files, [
    "create-client",
    "operations/index",
    "handlers/moments",
    "checks/moments",
    "runtime/handle",
    "runtime/validation",
  ]);
  loaded = modules["operations/index"];
  routes = modules["handlers/moments"];
  checks = Object.values(modules["checks/moments"]) as readonly OperationChecks[];
  createClient = modules["create-client"]["createClient"] as typeof createClient;
  handle = modules["runtime/handle"]["handle"] as typeof handle;
  validation = modules["runtime/validation"]["validation"] as typeof validation;
});

const operation = (name: string): Operation => loaded[name] as Operation;

const moment = {
  id: 9223372036854775807n,
  at: new Date("2024-02-29T12:00:00.250Z"),
  inner: { id: -9007199254740993n },
};
const text = '{"id":9223372036854775807,"at":"2024-02-29T12:00:00.250Z","inner":{"id":-9007199254740993}}';

/** A client whose requests a handler of the package answers; what it was asked with. */
function served(
  name: string,
  answer: unknown,
  options: object = {},
): { readonly client: ApiClient; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const client = createClient({
    baseUrl: "https://api.example.com",
    ...options,
    fetch: (url: URL, init: RequestInit) =>
      handle(routes[`${name}Route`] as Route<unknown, unknown>, new Request(url, init), ({ params }) => {
        asked.push(params);
        return answer as never;
      }),
  });
  return { client, asked };
}

async function all(series: unknown): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const each of series as AsyncIterable<unknown>) items.push(each);
  return items;
}

describe("converted values", () => {
  test("are parts of a body, nested ones without losing a digit", async () => {
    server().answer(() => ({ headers: { "content-type": "application/json" }, body: text }));
    const client = createClient({ baseUrl: server().origin });
    expect(await operation("sendParts")(client, { body: moment })).toEqual(moment);
    const sent = server().requests[0]?.body ?? "";
    expect(sent).toContain("9223372036854775807");
    expect(sent).toContain("2024-02-29T12:00:00.250Z");
    expect(sent).toContain('{"id":-9007199254740993}');
  });

  test("are parts of a body that a server reads", async () => {
    const body = { id: moment.id, at: moment.at };
    const { client, asked } = served("sendParts", { status: 200, body: moment });
    expect(await operation("sendParts")(client, { body })).toEqual(moment);
    expect(asked).toEqual([{ body }]);
  });

  test("are items of a series, in both directions", async () => {
    const { client, asked } = served("sendLines", { status: 200, body: [moment, { id: 1n }] });
    const answer = await operation("sendLines")(client, { body: [moment, { id: 2n }] });
    expect(await all(answer)).toEqual([moment, { id: 1n }]);
    expect(asked).toEqual([{ body: [moment, { id: 2n }] }]);
  });

  test("are items of a series that comes bit by bit", async () => {
    server().answer(() => ({ headers: { "content-type": "application/jsonl" }, body: `${text}\n` }));
    async function* series(): AsyncGenerator<object> {
      yield await Promise.resolve(moment);
    }
    const answer = await operation("sendLines")(createClient({ baseUrl: server().origin }), {
      body: series(),
    });
    expect(await all(answer)).toEqual([moment]);
    expect(server().requests[0]?.body).toBe(`${text}\n`);
  });

  test("are written as whichever media type is chosen, and read of whichever comes", async () => {
    const flat = { id: moment.id, at: moment.at };
    for (const contentType of ["application/json", "application/x-www-form-urlencoded"]) {
      const headers = { "content-type": "application/vnd.moment+json" };
      const { client, asked } = served("sendEither", { status: 200, body: moment, headers });
      expect(await operation("sendEither")(client, { body: flat, contentType })).toEqual(moment);
      expect(asked).toEqual([{ body: flat, contentType }]);
    }
  });

  test("are the data of events, and headers of answers", async () => {
    server().answer(() => ({
      headers: {
        "content-type": "text/event-stream",
        "x-until": "1970-01-01T00:00:00Z",
        "x-counts": "1, 9007199254740993",
        "x-last": text,
      },
      body: `data: ${text}\n\n`,
    }));
    const result = await operation("watch")(createClient({ baseUrl: server().origin }), {}).result();
    expect(await all(result.body)).toEqual([{ event: "message", data: moment, id: "" }]);
    expect((result as { readonly headerValues?: unknown }).headerValues).toEqual({
      "x-until": new Date(0),
      "x-counts": [1n, 9007199254740993n],
      "x-last": moment,
    });
    const { client } = served("watch", { status: 200, body: [moment] });
    expect(await all(await operation("watch")(client, {}))).toMatchObject([{ data: moment }]);
  });

  test("are members of objects, items of lists and JSON in parameters", async () => {
    const params = {
      range: { id: 9007199254740993n, at: moment.at },
      filter: moment,
      "x-filter": moment,
      days: [moment.at, new Date(0)],
    };
    const { client, asked } = served("search", { status: 200, body: moment });
    expect(await operation("search")(client, params)).toEqual(moment);
    expect(asked).toEqual([params]);
  });

  test("are cursors", async () => {
    const pages = [{ moments: [{ id: 1n, at: new Date(0) }] }, { moments: [] }];
    const asked: unknown[] = [];
    const client = createClient({
      baseUrl: "https://api.example.com",
      fetch: (url: URL, init: RequestInit) =>
        handle(routes["listRoute"] as Route<unknown, unknown>, new Request(url, init), ({ params }) => {
          asked.push(params);
          return { status: 200, body: pages[asked.length - 1] } as never;
        }),
    });
    const call = operation("list")(client, {}) as unknown as AsyncIterable<unknown>;
    expect(await all(call)).toEqual([{ id: 1n, at: new Date(0) }]);
    expect(asked).toEqual([{}, { after: new Date(0) }]);
  });

  test("are what is judged at the edge", async () => {
    const edge = validation(checks, { response: "strict" });
    const { client, asked } = served("sendEither", { status: 200, body: moment }, { validation: edge });
    expect(await operation("sendEither")(client, { body: moment })).toEqual(moment);
    expect(asked).toHaveLength(1);
    await expect(operation("sendEither")(client, { body: { id: 1 } })).rejects.toMatchObject({
      issues: [{ code: "type", path: ["body", "id"] }],
    });
    server().answer(() => ({ headers: { "content-type": "application/json" }, body: '{"id":0.5}' }));
    const other = createClient({ baseUrl: server().origin, validation: edge });
    await expect(operation("sendEither")(other, { body: moment })).rejects.toMatchObject({
      issues: [{ path: ["id"] }],
    });
  });
});

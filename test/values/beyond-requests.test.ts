/** Converted values where the API speaks: webhooks, callbacks, pages, headers, and answers beside those that are text. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiCall } from "../../generator/runtime/call.js";
import type { ApiClient } from "../../generator/runtime/client.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Validator } from "../../generator/runtime/validator.js";
import type { Webhook } from "../../generator/runtime/webhook.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { eachTestHasAServer } from "../support/server.js";

const ref = (name: string): object => ({ schema: { $ref: `#/components/schemas/${name}` } });
const json = (name: string): object => ({ "application/json": ref(name) });
const int64 = { type: "integer", format: "int64" };
const dateTime = { type: "string", format: "date-time" };

const list = (operationId: string, paging: object, parameter: string): object => ({
  get: {
    operationId,
    tags: ["all"],
    "x-specwright": { paging: { items: "rows", ...paging } },
    parameters: [{ name: parameter, in: "query", schema: int64 }],
    responses: { 200: { description: "OK", content: json("Page") } },
  },
});

const description = {
  openapi: "3.1.0",
  info: { title: "All", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  webhooks: {
    asked: {
      get: {
        parameters: [
          { name: "ids", in: "query", schema: { type: "array", items: int64 } },
          { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
        ],
        responses: { 204: { description: "Seen" } },
      },
    },
    told: {
      post: {
        requestBody: { content: json("Row") },
        responses: { 200: { description: "Seen", content: json("Row") } },
      },
    },
  },
  paths: {
    "/cursor": list("listByCursor", { strategy: "cursor", parameter: "after", next: "next" }, "after"),
    "/last": list("listByLast", { strategy: "cursor", parameter: "after", last: "id" }, "after"),
    "/offset": list("listByOffset", { strategy: "offset", parameter: "skip", total: "total" }, "skip"),
    "/number": list("listByNumber", { strategy: "page-number", parameter: "page", total: "total" }, "page"),
    "/mixed": {
      post: {
        operationId: "mixed",
        tags: ["all"],
        callbacks: {
          done: {
            "{$request.body#/url}": {
              post: {
                requestBody: { content: { "application/x-www-form-urlencoded": ref("Row") } },
                responses: { 204: { description: "Seen" } },
              },
            },
          },
        },
        responses: {
          200: {
            description: "OK",
            headers: {
              "x-key": { schema: { type: "string", format: "byte" } },
              "x-at": { schema: { type: ["string", "null"], format: "date-time" } },
            },
            content: json("Row"),
          },
          409: { description: "Refused", content: { "application/json": { schema: { type: "object" } } } },
          default: { description: "Text", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Row: {
        type: "object",
        required: ["id"],
        properties: { id: int64, at: dateTime, inner: { type: "object", properties: { id: int64 } } },
        additionalProperties: false,
      },
      Page: {
        type: "object",
        required: ["rows"],
        properties: {
          rows: { type: "array", items: { $ref: "#/components/schemas/Row" } },
          next: int64,
          total: int64,
        },
      },
      Set: { type: "array", uniqueItems: true, items: { oneOf: [dateTime, int64] } },
    },
  },
};

const long = 9007199254740993n;
const row = { id: long, at: new Date(250), inner: { id: -long } };
const text = `{"id":${long},"at":"1970-01-01T00:00:00.250Z","inner":{"id":-${long}}}`;

const server = eachTestHasAServer();
let loaded: Readonly<Record<string, Namespace>>;

beforeAll(async () => {
  const { files = [], diagnostics } = await emit(description, {
    int64: "bigint",
    "date-time": "Date",
    byte: "Uint8Array",
  });
  expect(diagnostics).toEqual([]);
  loaded = await loadPackage(files, [
    "webhooks/index",
    "create-client",
    "operations/index",
    "validators/index",
    "fixtures/index",
  ]);
});

const webhook = (name: string): Webhook<unknown, { readonly 200: unknown }> =>
  loaded["webhooks/index"]?.[name] as never;

function call(name: string): ApiCall<{ 200: unknown }> {
  const create = loaded["create-client"]?.["createClient"] as (options: object) => ApiClient;
  const operation = loaded["operations/index"]?.[name] as (client: ApiClient) => never;
  return operation(create({ baseUrl: server().origin }));
}

const request = (type: string, body: string): Request =>
  new Request("https://example.com", { method: "POST", body, headers: { "content-type": type } });

describe("a payload with converted values", () => {
  test("is received to the last digit, as JSON and as a form", async () => {
    expect(await webhook("told").receive(request("application/json", text))).toEqual(row);
    const form = new URLSearchParams({
      id: String(long),
      at: "1970-01-01T00:00:00.250Z",
      inner: `{"id":-${long}}`,
    });
    const type = "application/x-www-form-urlencoded";
    expect(await webhook("mixedDone").receive(request(type, form.toString()))).toEqual(row);
  });

  test("comes with parameters that are converted as well", async () => {
    const given = new Request(`https://example.com/?ids=${long}&ids=1&since=1970-01-01T00:00:00.250Z`);
    expect(await webhook("asked").receive(given)).toEqual({ ids: [long, 1n], since: new Date(250) });
  });

  test("is refused where it cannot be read", async () => {
    const given = request("application/json", '{"id":0.5,"at":"soon"}');
    await expect(webhook("told").receive(given)).rejects.toMatchObject({
      issues: [{ path: ["id"] }, { path: ["at"] }],
    });
  });

  test("has a validator of its answers that reads, and a fixture of values", () => {
    expect(webhook("told").answers[200].parse({ id: 1 })).toEqual({ id: 1n });
    const made = (loaded["webhooks/index"]?.["toldFixture"] as Factory<object>)();
    expect(webhook("told").is(made)).toBe(true);
    expect(made).toMatchObject({ id: expect.any(BigInt) as bigint });
  });
});

describe("pages with converted values", () => {
  async function asked(name: string, pages: readonly string[]): Promise<readonly (string | undefined)[]> {
    let page = 0;
    server().answer(() => ({
      headers: { "content-type": "application/json" },
      body: pages[page++] ?? '{"rows":[]}',
    }));
    const found: unknown[] = [];
    for await (const each of call(name) as unknown as AsyncIterable<unknown>) found.push(each);
    expect(found).toEqual([row, { id: 2n }]);
    return server().requests.map(({ target }) => target);
  }

  test("follow a cursor that no number holds", async () => {
    const pages = [`{"rows":[${text}],"next":${long}}`, '{"rows":[{"id":2}]}'];
    expect(await asked("listByCursor", pages)).toEqual(["/cursor", `/cursor?after=${long}`]);
  });

  test("follow the last item, whose cursor no number holds", async () => {
    const targets = await asked("listByLast", [`{"rows":[${text}]}`, '{"rows":[{"id":2}]}']);
    expect(targets).toEqual(["/last", `/last?after=${long}`, "/last?after=2"]);
  });

  test.each(["Offset", "Number"])("end with a total that is a bigint, by %s", async (by) => {
    const targets = await asked(`listBy${by}`, [
      `{"rows":[${text}],"total":2}`,
      '{"rows":[{"id":2}],"total":2}',
    ]);
    expect(targets).toHaveLength(2);
  });
});

test("items that differ on the wire differ, and only those", () => {
  const { is } = loaded["validators/index"]?.["Set"] as Validator<unknown>;
  expect(is([new Date(0), new Date(1), 1n, 2n])).toBe(true);
  expect(is([new Date(0), new Date(0)])).toBe(false);
  expect(is([long, long])).toBe(false);
});

describe("an answer", () => {
  test.each([
    [200, row],
    [409, JSON.parse(text)],
  ])("of %i that is JSON is read as such beside one for all others that is text", async (status, body) => {
    const headers = { "content-type": "application/json", "x-key": "AP8+", "x-at": "1970-01-01T00:00:00Z" };
    server().answer(() => ({ status, headers, body: text }));
    const result = (await call("mixed").result()) as {
      readonly body: unknown;
      readonly headerValues?: unknown;
    };
    expect(result.body).toEqual(body);
    if (status === 200)
      expect(result.headerValues).toEqual({ "x-key": new Uint8Array([0, 255, 62]), "x-at": new Date(0) });
  });

  test("for all others is text, whatever it looks like", async () => {
    server().answer(() => ({ status: 500, headers: { "content-type": "text/plain" }, body: text }));
    await expect(call("mixed")).rejects.toMatchObject({ status: 500, body: text });
  });
});

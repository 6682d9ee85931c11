import { describe, expect, test } from "vitest";
import { hasErrors } from "../../generator/diagnostics.js";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import type { PagedApiCall, PagedCallOptions } from "../../generator/runtime/paging.js";
import { emit } from "../property/emit.js";
import { describing, taking } from "../support/emitted-package.js";
import { loadPackage } from "../support/load-package.js";
import { type Answer, eachTestHasAServer, json } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const item = {
  type: "object",
  properties: { id: { type: "integer", format: "int64" }, at: { type: "string", format: "date-time" } },
};
const page = {
  type: "object",
  properties: {
    data: { type: "array", items: item },
    next: { type: ["string", "null"] },
    total: { type: "integer" },
  },
};
const search = {
  type: "object",
  properties: {
    query: { type: "string" },
    after: { type: "string" },
    since: { type: "string", format: "date-time" },
    page: {
      type: "object",
      properties: {
        "n.o": { type: "integer", default: 0 },
        skip: { type: "integer" },
        long: { type: "integer", format: "int64" },
        size: { type: "integer" },
      },
    },
  },
};

function searching(name: string, paging: object, more: object = {}): Readonly<Record<string, object>> {
  const extension = { "x-specwright": { name, paging: { items: "data", ...paging } } };
  return { [`/v1/${name}`]: { post: { ...taking(name, search, page), ...extension, ...more } } };
}

const form = { requestBody: { content: { "application/x-www-form-urlencoded": { schema: search } } } };
const limit = { parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }] };

const description = describing({
  ...searching("after", { strategy: "cursor", parameter: "after", next: "next" }),
  ...searching("since", { strategy: "cursor", parameter: "since", last: "at" }),
  ...searching("skipping", { strategy: "offset", parameter: "page.skip", size: "/page/size" }),
  ...searching("long", { strategy: "offset", parameter: "page.long", total: "total" }),
  ...searching("counting", { strategy: "page-number", parameter: "/page/n.o", size: "limit" }, limit),
  ...searching("filling", { strategy: "cursor", parameter: "after", next: "next" }, form),
});

const { files, diagnostics } = await emit(description, { "date-time": "Date", int64: "bigint" });
if (files === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
const { index } = await loadPackage(files, ["index"]);

interface Item {
  readonly id: bigint;
}
type List = (client: ApiClient, params?: object, options?: PagedCallOptions) => PagedApiCall<unknown, Item>;
const createClient = index["createClient"] as (options: ClientOptions) => ApiClient;
const lists = index as Readonly<Record<string, List>>;
const listOf = (name: string): List => lists[name] as List;

const server = eachTestHasAServer();
const bodies = (): readonly string[] => server().requests.map((each) => each.body);

function clientOf(...answers: readonly object[]): ApiClient {
  const left = [...answers];
  server().answer((): Answer => json(left.shift() ?? { data: [] }));
  return createClient({ baseUrl: server().origin });
}

async function ids(items: AsyncIterable<Item>): Promise<number[]> {
  const all: number[] = [];
  for await (const { id } of items) all.push(Number(id));
  return all;
}

const body = { query: "a" };
const two = { data: [{ id: 1 }, { id: 2 }] };

describe("a list whose pages are asked for in the body", () => {
  test("begins after the cursor that the page before gave, and keeps all that the caller gave", async () => {
    const given = structuredClone(body);
    const client = clientOf({ ...two, next: 'x"y' }, { data: [{ id: 3 }], next: null });
    expect(await ids(listOf("after")(client, { body: given }))).toEqual([1, 2, 3]);
    expect(bodies()).toEqual(['{"query":"a"}', '{"query":"a","after":"x\\"y"}']);
    expect(server().requests.map((each) => each.target)).toEqual(["/v1/after", "/v1/after"]);
    expect(given).toEqual(body);
  });

  test("begins where the caller says", async () => {
    await ids(listOf("skipping")(clientOf(two), { body: { page: { skip: 5, size: 9 }, query: "a" } }));
    await ids(listOf("skipping")(clientOf(two), { body: { page: { skip: 5, size: 2 } } }));
    expect(bodies()).toEqual([
      '{"page":{"skip":5,"size":9},"query":"a"}',
      '{"page":{"skip":5,"size":2}}',
      '{"page":{"skip":7,"size":2}}',
    ]);
  });

  test("makes the objects that its parameter stands in", async () => {
    expect(await ids(listOf("skipping")(clientOf(two, { data: [{ id: 3 }] }), { body }))).toEqual([1, 2, 3]);
    expect(bodies()).toEqual([
      '{"query":"a"}',
      '{"query":"a","page":{"skip":2}}',
      '{"query":"a","page":{"skip":3}}',
    ]);
  });

  test("counts from the default, while the size stands in the query", async () => {
    expect(await ids(listOf("counting")(clientOf(two, { data: [{ id: 3 }] }), { body, limit: 2 }))).toEqual([
      1, 2, 3,
    ]);
    expect(bodies()).toEqual(['{"query":"a"}', '{"query":"a","page":{"n.o":1}}']);
    expect(server().requests.map((each) => each.target)).toEqual(Array(2).fill("/v1/counting?limit=2"));
  });

  test("writes converted values as the body has them", async () => {
    const at = "2024-01-02T03:04:05Z";
    await ids(listOf("since")(clientOf({ data: [{ id: 1, at }] }), { body }));
    expect(bodies()).toEqual(['{"query":"a"}', `{"query":"a","since":"${at}"}`]);
    const paged = { body: { page: { long: 10n } } };
    await ids(listOf("long")(clientOf({ ...two, total: 13 }, { data: [{ id: 3 }], total: 13 }), paged));
    expect(bodies().slice(2)).toEqual(['{"page":{"long":10}}', '{"page":{"long":12}}']);
  });

  test("asks by a form as well", async () => {
    await ids(listOf("filling")(clientOf({ ...two, next: "a&b" }), { body }));
    expect(bodies()).toEqual(["query=a", "query=a&after=a%26b"]);
  });

  test("asks for no page beyond a limit", async () => {
    const all = listOf("after")(
      clientOf({ ...two, next: "2" }, { ...two, next: "3" }),
      { body },
      { limit: 2 },
    );
    expect(await ids(all)).toEqual([1, 2]);
    expect(bodies()).toHaveLength(1);
  });

  test("is refused where a cursor leads back", async () => {
    const pages = [1, 2, 3, 4].map((id) => ({ data: [{ id }], next: id % 2 ? "a" : "b" }));
    expect(await failureOf(ids(listOf("after")(clientOf(...pages), { body })))).toMatchObject({
      message: "the pages go round in a circle: /v1/after",
    });
    expect(bodies()).toHaveLength(3);
  });
});

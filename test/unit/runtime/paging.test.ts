import { describe, expect, expectTypeOf, test } from "vitest";
import { queryKey } from "../../../generator/runtime/auth.js";
import { byLink } from "../../../generator/runtime/by-link.js";
import { isApiError } from "../../../generator/runtime/call.js";
import type { ApiClient, CallOptions, OperationRequest } from "../../../generator/runtime/client.js";
import { json as asJson, loose } from "../../../generator/runtime/decode.js";
import { ApiError } from "../../../generator/runtime/errors.js";
import { type PagedApiCall, paged } from "../../../generator/runtime/paging.js";
import { eachTestHasAServer, json, startServer } from "../../support/server.js";
import { type Problem, clientOf, failureOf } from "./thing.js";

interface Page {
  readonly items?: readonly number[] | null;
  readonly next?: string | null;
}

interface ListResponses {
  200: Page;
  404: Problem;
}

function listThings(
  client: ApiClient,
  options?: CallOptions,
  request: Partial<OperationRequest> = {},
): PagedApiCall<ListResponses, number> {
  return paged(client, options, listThings, {}, () => ({
    method: "GET",
    path: "/v1/things",
    query: "?size=2",
    answers: { 200: asJson, 404: asJson, default: loose },
    ...request,
    items: (page) => page.items,
    next: byLink((page) => page.next),
  }));
}

const server = eachTestHasAServer();
const targets = (): string[] => server().requests.map((each) => each.target);

/** Lets the server answer with these pages, one after the other. */
function serve(...pages: readonly Page[]): ApiClient {
  server().answer((_, index) =>
    json(pages[index] ?? { message: "no such page" }, index < pages.length ? 200 : 404),
  );
  return clientOf(server().origin);
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of list) all.push(each);
  return all;
}

const three = (next: (page: number) => string): readonly Page[] => [
  { items: [1, 2], next: next(2) },
  { items: [3, 4], next: next(3) },
  { items: [5], next: null },
];

describe("a list in pages", () => {
  test.each<[what: string, next: (page: number) => string]>([
    ["relative to the server", (page) => `/v1/things?page=${page}`],
    ["relative to the page", (page) => `things?page=${page}`],
    ["that hold a query alone", (page) => `?page=${page}`],
    ["in full", (page) => `${server().origin}/v1/things?page=${page}`],
  ])("gives the items of all pages through links %s", async (_, next) => {
    const items = await collect(listThings(serve(...three(next))));
    expect(items).toEqual([1, 2, 3, 4, 5]);
    expect(targets()).toEqual(["/v1/things?size=2", "/v1/things?page=2", "/v1/things?page=3"]);
    expectTypeOf(items).toEqualTypeOf<number[]>();
  });

  test("keeps a link as it was written", async () => {
    await collect(listThings(serve({ next: "/v1/things?token=a%2Bb+c&x=%C3%BC" }, {})));
    expect(targets()[1]).toBe("/v1/things?token=a%2Bb+c&x=%C3%BC");
  });

  test("gives the pages whole as well", async () => {
    const pages = await collect(listThings(serve(...three((page) => `?page=${page}`))).pages());
    expect(pages.map((each) => each.items)).toEqual([[1, 2], [3, 4], [5]]);
    expectTypeOf(pages).toEqualTypeOf<Page[]>();
  });

  test("is its first page when it is awaited, and asks for it once", async () => {
    const list = listThings(serve(...three((page) => `?page=${page}`)));
    const first = await list;
    expectTypeOf(first).toEqualTypeOf<Page>();
    expect(first.items).toEqual([1, 2]);
    expect(targets()).toHaveLength(1);
    expect(await collect(list)).toEqual([1, 2, 3, 4, 5]);
    expect(targets()).toHaveLength(3);
  });

  test.each<[what: string, pages: readonly Page[]]>([
    ["no link", [{ items: [1] }]],
    ["an empty link", [{ items: [1], next: "" }]],
    ["a link that is null", [{ items: [1], next: null }]],
    [
      "pages without items",
      [{ next: "?page=2" }, { items: null, next: "?page=3" }, { items: [], next: "?page=4" }, { items: [1] }],
    ],
  ])("ends after %s", async (_, pages) => {
    expect(await collect(listThings(serve(...pages)))).toEqual([1]);
    expect(targets()).toHaveLength(pages.length);
  });

  test("asks for no page before its items are wanted", async () => {
    const client = serve(...three((page) => `?page=${page}`));
    for await (const item of listThings(client)) if (item === 2) break;
    expect(targets()).toHaveLength(1);
  });

  test("asks for the next page when the items of the last one are used up", async () => {
    const items = listThings(serve(...three((page) => `?page=${page}`)))[Symbol.asyncIterator]();
    for (const expected of [1, 1, 2, 2, 3]) {
      await items.next();
      expect(targets()).toHaveLength(expected);
    }
  });

  test("sends headers, credentials and options with every page", async () => {
    const client = {
      ...serve(...three((page) => `?page=${page}`)),
      credentials: { a: queryKey("key", "k1") },
    };
    const request = { security: [["a"]], headers: { "x-a": "1" } };
    await collect(listThings(client, { headers: { "x-b": "2" } }, request));
    expect(targets()).toEqual([
      "/v1/things?size=2&key=k1",
      "/v1/things?page=2&key=k1",
      "/v1/things?page=3&key=k1",
    ]);
    for (const { headers, method } of server().requests)
      expect([method, headers["x-a"], headers["x-b"]]).toEqual(["GET", "1", "2"]);
  });

  test("stops between two pages when the signal says so", async () => {
    const controller = new AbortController();
    const items: number[] = [];
    const reading = async (): Promise<void> => {
      const client = serve(...three((page) => `?page=${page}`));
      for await (const item of listThings(client, { signal: controller.signal })) {
        items.push(item);
        controller.abort();
      }
    };
    expect(await failureOf(reading())).toMatchObject({ name: "AbortError" });
    expect(items).toEqual([1, 2]);
  });
});

describe("a link to the next page", () => {
  test("on another origin is refused before anything is sent there", async () => {
    const stranger = await startServer();
    try {
      const list = listThings(serve({ items: [1], next: `${stranger.origin}/v1/things?page=2` }));
      const items: number[] = [];
      const reading = (async () => {
        for await (const item of list) items.push(item);
      })();
      await expect(reading).rejects.toThrow(`another origin: ${stranger.origin}`);
      expect(items).toEqual([1]);
      expect(stranger.requests).toEqual([]);
    } finally {
      await stranger.close();
    }
  });

  test.each([
    "//evil.example/v1/things",
    "https://127.0.0.1/v1/things",
    "file:///etc/passwd",
    "data:,1",
    "javascript:1",
  ])("%s is refused", async (next) => {
    await expect(collect(listThings(serve({ next })))).rejects.toThrow(/another origin/);
    expect(targets()).toHaveLength(1);
  });

  test("to the same host by another protocol is refused", async () => {
    const next = server().origin.replace("http:", "https:");
    await expect(collect(listThings(serve({ next })))).rejects.toThrow(`another origin: ${next}`);
    expect(targets()).toHaveLength(1);
  });

  test.each<[what: string, pages: readonly Page[], requests: number]>([
    ["itself", [{ next: "?size=2" }], 1],
    ["the first page", [{ next: "?page=2" }, { next: "?size=2" }], 2],
    ["a page in the middle", [{ next: "?page=2" }, { next: "?page=3" }, { next: "?page=2" }], 3],
  ])("back to %s is refused", async (_, pages, requests) => {
    await expect(collect(listThings(serve(...pages)))).rejects.toThrow(/circle/);
    expect(targets()).toHaveLength(requests);
  });

  test("that leads to an error throws it as an error of the operation", async () => {
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of listThings(serve({ items: [1], next: "?page=2" }))) items.push(item);
    })();
    const error = await failureOf(reading);
    expect(items).toEqual([1]);
    expect(isApiError(error, listThings)).toBe(true);
    expect(error).toMatchObject({ status: 404, body: { message: "no such page" } });
  });
});

describe("a list whose first page fails", () => {
  test("throws where it is iterated, and has a result", async () => {
    const list = listThings(serve());
    expect(await failureOf(collect(list))).toBeInstanceOf(ApiError);
    const answer = await list.result();
    expect(answer.status).toBe(404);
    if (answer.status === 404) expectTypeOf(answer.body).toEqualTypeOf<Problem>();
  });

  test("leaves no rejection unhandled", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    try {
      const refused = { path: "/{x}", values: { x: ".." } };
      await expect(collect(listThings(clientOf(server().origin), {}, refused))).rejects.toThrow(
        /parameter x/,
      );
      await expect(collect(listThings(clientOf("no URL")))).rejects.toThrow(TypeError);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off("unhandledRejection", listen);
    }
    expect(unhandled).toEqual([]);
  });
});

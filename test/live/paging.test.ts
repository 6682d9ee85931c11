import { describe, expect, test } from "vitest";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import type { PagedApiCall, PagedCallOptions } from "../../generator/runtime/paging.js";
import { describing, emittedPackage, getting } from "../support/emitted-package.js";
import {
  type Answer,
  type RecordedRequest,
  eachTestHasAServer,
  json,
  startServer,
} from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const item = { type: "object", properties: { id: { type: "integer" } } };
const list = { type: "array", items: item };
const page = (properties: object = {}): object => ({
  type: "object",
  properties: { data: list, ...properties },
});
const numbers = { type: "object", properties: { total: { type: "integer" } } };

/** A list of an operation's own, at a path after its name. */
function listing(name: string, schema: object, paging: object): Readonly<Record<string, object>> {
  const parameters = ["limit", "offset", "page", "after", "q"].map((each) => ({
    name: each,
    in: "query",
    schema: { type: each === "after" || each === "q" ? "string" : "integer" },
  }));
  const extension = { "x-specwright": { resource: "lists", name, paging: { items: "data", ...paging } } };
  return { [`/v1/${name}`]: { get: getting(name, schema, { parameters, ...extension }) } };
}

const { index } = await emittedPackage(
  describing({
    ...listing("linked", page({ next: { type: "string" } }), { strategy: "next-link", next: "next" }),
    ...listing("headed", list, { strategy: "link-header", items: "" }),
    ...listing(
      "pointed",
      page({
        meta: {
          anyOf: [{ type: "null" }, { properties: { "next.cursor": { type: ["string", "integer"] } } }],
        },
      }),
      { strategy: "cursor", next: "/meta/next.cursor", parameter: "after" },
    ),
    ...listing("following", page({ has_more: { type: "boolean" } }), {
      strategy: "cursor",
      last: "id",
      more: "has_more",
      parameter: "after",
    }),
    ...listing("skipping", page(), { strategy: "offset", parameter: "offset", size: "limit" }),
    ...listing("summing", page({ meta: numbers }), {
      strategy: "offset",
      parameter: "offset",
      total: "meta.total",
    }),
    ...listing("counting", page(), { strategy: "page-number", parameter: "page", size: "limit" }),
    ...listing("knowing", page({ meta: numbers }), {
      strategy: "page-number",
      parameter: "page",
      total: "meta.total",
    }),
    ...listing(
      "deep",
      { type: "object", properties: { a: { type: "object", properties: { "b.c": page() } } } },
      {
        strategy: "page-number",
        items: "/a/b.c/data",
        parameter: "page",
      },
    ),
  }),
  ["index"],
);

interface Item {
  readonly id: number;
}
type List = (client: ApiClient, params?: object, options?: PagedCallOptions) => PagedApiCall<unknown, Item>;
const createClient = index["createClient"] as (options: ClientOptions) => ApiClient;
const lists = index as Readonly<Record<string, List>>;
const listOf = (name: string): List => lists[name] as List;

const server = eachTestHasAServer();
const targets = (): readonly string[] => server().requests.map((each) => each.target);

type Reply = (request: URL, index: number) => Answer;

function clientOf(reply: Reply): ApiClient {
  server().answer(({ target }: RecordedRequest, index) => reply(new URL(target, server().origin), index));
  return createClient({ baseUrl: server().origin });
}

async function ids(items: AsyncIterable<Item>): Promise<number[]> {
  const all: number[] = [];
  for await (const { id } of items) all.push(id);
  return all;
}

async function count(pages: AsyncIterable<unknown>): Promise<number> {
  let all = 0;
  for await (const _ of pages) all += _ === undefined ? 0 : 1;
  return all;
}

const five = [1, 2, 3, 4, 5].map((id) => ({ id }));
const number = (url: URL, name: string, otherwise: number): number =>
  Number(url.searchParams.get(name) ?? otherwise);

/** Two items a page, from those after some number of items. */
const from = (start: number): readonly Item[] => five.slice(start, start + 2);

/** What a server answers that pages in each of the ways. */
const replies: Readonly<Record<string, Reply>> = {
  linked: (url) => {
    const start = number(url, "start", 0);
    return json({ data: from(start), ...(start < 4 ? { next: `?start=${start + 2}` } : {}) });
  },
  headed: (url) => {
    const start = number(url, "start", 0);
    const next = start < 4 ? `<?start=${start + 2}>; rel="next", ` : "";
    return {
      headers: { "content-type": "application/json", link: `${next}<?start=0>; rel="first"` },
      body: JSON.stringify(from(start)),
    };
  },
  pointed: (url) => {
    const start = number(url, "after", 0);
    return json({ data: from(start), meta: start < 4 ? { "next.cursor": `0${start + 2}` } : null });
  },
  following: (url) => {
    const start = number(url, "after", 0);
    return json({ data: from(start), has_more: start < 4 });
  },
  skipping: (url) => json({ data: from(number(url, "offset", 0)) }),
  summing: (url) => json({ data: from(number(url, "offset", 0)), meta: { total: 5 } }),
  counting: (url) => json({ data: from(2 * number(url, "page", 1) - 2) }),
  knowing: (url) => json({ data: from(2 * number(url, "page", 1) - 2), meta: { total: 3 } }),
  deep: (url) => json({ a: { "b.c": { data: from(2 * number(url, "page", 1) - 2) } } }),
};
const replying = (name: string): Reply => replies[name] as Reply;

describe.each(Object.keys(replies))("a list whose pages are found as in %s", (name) => {
  test("gives all items, each once and in order", async () => {
    expect(await ids(listOf(name)(clientOf(replying(name))))).toEqual([1, 2, 3, 4, 5]);
  });

  test("gives its pages", async () => {
    expect(await count(listOf(name)(clientOf(replying(name))).pages())).toBeGreaterThanOrEqual(3);
  });

  test.each([0, 1, 2, 3, 4, 5, 9])(
    "gives no more than %i items, and asks for no page beyond",
    async (limit) => {
      const items = await ids(listOf(name)(clientOf(replying(name)), {}, { limit }));
      expect(items).toEqual([1, 2, 3, 4, 5].slice(0, limit));
      if (limit <= 4) expect(targets()).toHaveLength(Math.max(1, Math.ceil(limit / 2)));
    },
  );
});

describe("the query of the pages", () => {
  test.each<[name: string, last: string]>([
    ["pointed", "?q=a%2Bb%2Fc&after=04"],
    ["following", "?q=a%2Bb%2Fc&after=4"],
    ["summing", "?q=a%2Bb%2Fc&offset=4"],
    ["knowing", "?q=a%2Bb%2Fc&page=3"],
  ])("keeps all that the caller gave: %s", async (name, last) => {
    await ids(listOf(name)(clientOf(replying(name)), { q: "a+b/c" }));
    expect(targets()[0]).toBe(`/v1/${name}?q=a%2Bb%2Fc`);
    expect(targets()).toHaveLength(3);
    expect(targets()[2]).toBe(`/v1/${name}${last}`);
  });

  test.each<[name: string, params: object, items: readonly number[]]>([
    ["summing", { offset: 3 }, [4, 5]],
    ["knowing", { page: 2 }, [3, 4, 5]],
    ["pointed", { after: "04" }, [5]],
  ])("begins where the caller says: %s", async (name, params, items) => {
    expect(await ids(listOf(name)(clientOf(replying(name)), params))).toEqual(items);
  });

  test("escapes a cursor", async () => {
    const client = clientOf((_, index) =>
      json({ data: [{ id: index }], meta: { "next.cursor": index ? "" : "a&b=c#ü" } }),
    );
    await ids(listOf("pointed")(client));
    expect(targets()[1]).toBe("/v1/pointed?after=a%26b%3Dc%23%C3%BC");
  });
});

describe("the last page", () => {
  test.each(["skipping", "counting"])("is one without items: %s", async (name) => {
    await ids(listOf(name)(clientOf(replying(name))));
    expect(targets()).toHaveLength(4);
  });

  test.each(["skipping", "counting"])("is one that is smaller than was asked for: %s", async (name) => {
    await ids(listOf(name)(clientOf(replying(name)), { limit: 2 }));
    expect(targets()).toHaveLength(3);
  });

  test.each(["summing", "knowing", "pointed", "following", "linked", "headed"])(
    "is known where the server says so: %s",
    async (name) => {
      await ids(listOf(name)(clientOf(replying(name))));
      expect(targets()).toHaveLength(3);
    },
  );

  test("is an empty one where a server always says that there are more", async () => {
    const client = clientOf((url) => json({ data: from(number(url, "after", 0)), has_more: true }));
    expect(await ids(listOf("following")(client))).toEqual([1, 2, 3, 4, 5]);
  });

  test("is the first one where the answer has nothing of what its description says", async () => {
    for (const name of Object.keys(replies).filter((each) => each !== "headed"))
      expect(await ids(listOf(name)(clientOf(() => json({}))))).toEqual([]);
  });
});

describe("a link in a header", () => {
  const linkedBy = (link: string): ApiClient =>
    clientOf((_, index) => ({
      headers: { "content-type": "application/json", ...(index === 0 ? { link } : {}) },
      body: JSON.stringify([{ id: index }]),
    }));

  test.each([
    '<?p=2>; rel="next"',
    "<?p=2>;rel=next",
    '<?p=2> ; REL = "NEXT"',
    '<?p=2>; title="a, <?p=3>; rel=\\"prev\\""; rel="next"',
    '<?p=0>; rel="prev", <?p=2>; rel="last next"',
    '<?p=9>; rel="next"; anchor="/other", <?p=2>; rel="next"',
    '<?p=9>; rel="prev"; rel="next", <?p=2>; rel="next"',
    '<?p=1>; rel="nextish",<?p=2>; rel=next; type="a/b"',
  ])("%s is followed", async (link) => {
    await ids(listOf("headed")(linkedBy(link)));
    expect(targets()).toEqual(["/v1/headed", "/v1/headed?p=2"]);
  });

  test.each(['<?p=2>; rel="prev"', "?p=2; rel=next", '<?p=2; rel="next"', "<?p=2>; rev=next", ""])(
    "%o is none to the next page",
    async (link) => {
      await ids(listOf("headed")(linkedBy(link)));
      expect(targets()).toEqual(["/v1/headed"]);
    },
  );

  test("to another origin is refused before anything is sent there", async () => {
    const stranger = await startServer();
    try {
      const client = linkedBy(`<${stranger.origin}/v1/headed?p=2>; rel="next"`);
      expect(await failureOf(ids(listOf("headed")(client)))).toMatchObject({
        message: `the next page is on another origin: ${stranger.origin}`,
      });
      expect(stranger.requests).toEqual([]);
    } finally {
      await stranger.close();
    }
  });
});

describe("a list without an end is refused", () => {
  const endless: Readonly<Record<string, [reply: Reply, problem: RegExp]>> = {
    linked: [(_, index) => json({ data: [{ id: 1 }], next: `?p=${index}` }), /repeat the same items/],
    pointed: [
      (_, index) => json({ data: [{ id: index }], meta: { "next.cursor": "same" } }),
      /round in a circle/,
    ],
    following: [() => json({ data: [{ id: 1 }], has_more: true }), /repeat the same items/],
    skipping: [() => json({ data: [{ id: 1 }, { id: 2 }] }), /repeat the same items/],
    counting: [() => json({ data: [{ id: 1 }, { id: 2 }] }), /repeat the same items/],
  };

  test.each(Object.entries(endless))("as in %s", async (name, [reply, problem]) => {
    expect(await failureOf(ids(listOf(name)(clientOf(reply))))).toMatchObject({
      message: expect.stringMatching(problem) as string,
    });
    expect(targets().length).toBeLessThanOrEqual(3);
  });

  test("but pages of the same size that differ are not", async () => {
    const client = clientOf((_, index) => json({ data: index < 4 ? [{ id: index }] : [] }));
    expect(await ids(listOf("skipping")(client))).toEqual([0, 1, 2, 3]);
  });
});

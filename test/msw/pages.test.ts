/** The usual answers to lists lead no further: whoever iterates one gets the items of a fixture, and comes to an end. */
import { expect, test } from "vitest";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { emit } from "../property/emit.js";
import { loadPackage } from "../support/load-package.js";

const pet = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const pets = { type: "array", minItems: 1, items: pet };
const none = { type: "array", items: pet };

const pageOf = (properties: object): object => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const uri = { type: "string", format: "uri-reference" };

const query = (name: string, schema: object): object => ({ in: "query", name, schema });
const listing = (
  operationId: string,
  paging: object,
  schema: object,
  parameters: readonly object[] = [],
): object => ({
  [`/${operationId}`]: {
    get: {
      operationId,
      tags: ["all"],
      parameters,
      responses: { "200": { description: "", content: { "application/json": { schema } } } },
      "x-specwright": { paging },
    },
  },
});

const after = query("after", { type: "string" });
const page = query("page", { type: "integer", default: 3 });
const skip = query("skip", { type: "integer" });
const nextLink = { strategy: "next-link", items: "data", next: "meta.next" };

/** The lists, and whether items are left. */
const lists: Readonly<Record<string, readonly object[]>> = {
  nullableLink: [
    nextLink,
    pageOf({ data: pets, meta: pageOf({ next: { ...uri, type: ["string", "null"] } }) }),
  ],
  optionalLink: [nextLink, pageOf({ data: pets, meta: { type: "object", properties: { next: uri } } })],
  textLink: [nextLink, pageOf({ data: pets, meta: pageOf({ next: { type: "string" } }) })],
  header: [{ strategy: "link-header", items: "" }, pets],
  more: [
    { strategy: "cursor", parameter: "after", items: "data", last: "id", more: "more" },
    pageOf({ data: pets, more: { type: "boolean" } }),
    [after],
  ],
  cursor: [
    { strategy: "cursor", parameter: "after", items: "data", next: "next" },
    pageOf({ data: pets, next: { type: ["string", "null"] } }),
    [after],
  ],
  lastItem: [{ strategy: "cursor", parameter: "after", items: "", last: "id" }, none, [after]],
  counted: [
    { strategy: "page-number", parameter: "page", items: "data", total: "pages" },
    pageOf({ data: none, pages: { type: "integer", minimum: 40 } }),
    [page],
  ],
  skipped: [{ strategy: "offset", parameter: "skip", items: "data" }, pageOf({ data: none }), [skip]],
};

const { files, diagnostics } = await emit({
  openapi: "3.1.0",
  info: { title: "Pages", version: "1" },
  servers: [{ url: "https://api.test" }],
  paths: Object.assign(
    {},
    ...Object.entries(lists).map(([name, [paging, schema, parameters]]) =>
      listing(name, paging as object, schema as object, parameters as readonly object[]),
    ),
  ) as object,
});
if (files === undefined) throw new Error(JSON.stringify(diagnostics));
const all = await loadPackage(files, ["handlers/all", "operations/all", "create-client", "runtime/handle"]);
const handle = all["runtime/handle"]["handle"] as typeof Handle;

test.each(Object.keys(lists))("%s", async (name) => {
  const route = all["handlers/all"][`${name}Route`] as Route<unknown, Readonly<Record<number, unknown>>>;
  const judge = route.responses?.["200"] as Validator<unknown>;
  for (let seed = 0; seed < 20; seed++) {
    const client = (all["create-client"]["createClient"] as (options: object) => object)({
      fetch: async (url: URL, init: RequestInit) => {
        const answer = await handle(route, new Request(url, init), undefined, { seed });
        expect(judge.check(await answer.clone().json())).toEqual([]);
        return answer;
      },
    });
    const list = all["operations/all"][name] as (client: object) => AsyncIterable<unknown> & Promise<unknown>;
    const items: unknown[] = [];
    for await (const each of list(client)) items.push(each);
    const first = (await list(client)) as { readonly data?: readonly unknown[] } | readonly unknown[];
    expect(items).toEqual("data" in first ? first.data : first);
  }
});

test("there are items to be iterated", async () => {
  const route = all["handlers/all"]["countedRoute"] as Route<unknown, Readonly<Record<number, unknown>>>;
  const { data } = (await (await handle(route, new Request("https://api.test/counted?page=3"))).json()) as {
    readonly data: readonly unknown[];
  };
  expect(data.length).toBeGreaterThan(0);
});

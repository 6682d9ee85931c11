/** The whole query as JSON: what is sent for it, and what a handler reads of that. */
import { expect, test } from "vitest";
import type { ApiClient, ClientOptions } from "../../generator/runtime/client.js";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { logging as Logging } from "../../generator/runtime/logging.js";
import type { Route } from "../../generator/runtime/route.js";
import { emittedPackage } from "../support/emitted-package.js";

const filter = { type: "object", properties: { text: { type: "string" }, size: { type: "integer" } } };
const modules = await emittedPackage(
  {
    openapi: "3.2.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        get: {
          operationId: "find",
          parameters: [
            { name: "filter", in: "querystring", content: { "application/json": { schema: filter } } },
          ],
          responses: { 204: { description: "Done." } },
        },
      },
      ...asText("search", "application/jsonpath", { type: "string" }, true),
      ...asText("count", "text/plain", { type: ["integer", "null"] }, false),
    },
  },
  ["index", "handlers/things", "handlers/search", "handlers/count", "logging", "runtime/handle"],
);

function asText(operationId: string, type: string, schema: object, required: boolean): object {
  const parameters = [{ name: "query", in: "querystring", required, content: { [type]: { schema } } }];
  return {
    [`/${operationId}`]: { get: { operationId, parameters, responses: { 204: { description: "" } } } },
  };
}

type Find = (client: ApiClient, params: object) => Promise<unknown>;
const { createClient, ...operations } = modules.index as unknown as {
  readonly createClient: (options: ClientOptions) => ApiClient;
} & Readonly<Record<"find" | "search" | "count", Find>>;
const { find } = operations;
type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;
const route = modules["handlers/things"]["findRoute"] as AnyRoute;
const routes = {
  find: route,
  search: modules["handlers/search"]["searchRoute"] as AnyRoute,
  count: modules["handlers/count"]["countRoute"] as AnyRoute,
};
const handle = modules["runtime/handle"]["handle"] as typeof Handle<
  unknown,
  Readonly<Record<number, unknown>>
>;

/** The URL of a call, and the parameters that a handler reads of it. */
async function sent(
  params: object,
  name: keyof typeof routes = "find",
): Promise<readonly [url: string, read: unknown]> {
  const seen: [string, unknown][] = [];
  const fetch = (url: URL, init: RequestInit): Promise<Response> =>
    handle(
      routes[name],
      new Request(url, init),
      (request) => {
        seen.push([url.href, request.params]);
        return { status: 204, body: undefined };
      },
      { baseUrl: "https://api.test" },
    );
  await operations[name](createClient({ baseUrl: "https://api.test", fetch } as ClientOptions), params);
  return seen[0] as [string, unknown];
}

test("is JSON in percent-encoding, and comes back as it was", async () => {
  const given = { filter: { text: "a&b=c +%ü?#", size: 2 } };
  const [url, read] = await sent(given);
  expect(url).toBe(`https://api.test/things?${encodeURIComponent(JSON.stringify(given.filter))}`);
  expect(read).toEqual(given);
});

test.each<[name: "search" | "count", query: unknown, text: string]>([
  ["search", "$.a.b[1:1]", "?%24.a.b%5B1%3A1%5D"],
  ["search", "a&b=c +%ü?#", `?${encodeURIComponent("a&b=c +%ü?#")}`],
  ["search", "", "?"],
  ["count", -7, "?-7"],
])("is a text of %s in percent-encoding, and comes back as it was: %j", async (name, query, text) => {
  const [url, read] = await sent({ query }, name);
  expect(url).toBe(`https://api.test/${name}${text}`);
  expect(read).toEqual({ query });
});

test("that is a text is nothing where it is not given", async () => {
  expect(await sent({}, "count")).toEqual(["https://api.test/count", {}]);
});

test("is a value to a log", async () => {
  const urls: (string | undefined)[] = [];
  const logging = modules["logging"]["logging"] as typeof Logging;
  const fetch = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));
  const middleware = [logging(({ url }) => void urls.push(url))];
  const client = createClient({ baseUrl: "https://api.test", fetch, middleware } as ClientOptions);
  await find(client, { filter: { text: "secret" } });
  expect(urls).toEqual(["https://api.test/things?…"]);
});

test("is nothing where it is not given", async () => {
  expect(await sent({})).toEqual(["https://api.test/things", {}]);
});

test.each([
  ["?nonsense", "filter contentMediaType"],
  ["?%7B%22size%22%3A%22x%22%7D", "filter/size type"],
  ["?%7B%22size%22%3A%E0%A4%A", "filter contentMediaType"],
])("is refused where it is not valid: %s", async (query, told) => {
  const answer = await handle(route, new Request(`https://api.test/things${query}`), undefined, {
    baseUrl: "https://api.test",
  });
  const { issues } = (await answer.json()) as {
    readonly issues: readonly { readonly path: readonly string[]; readonly code: string }[];
  };
  expect(issues.map(({ path, code }) => `${path.join("/")} ${code}`)).toEqual([told]);
});

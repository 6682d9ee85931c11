/** Requests and answers of every kind, between an emitted client and `handle`, without a library between them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import { urlPattern } from "../../generator/runtime/url-pattern.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { document } from "./kinds-description.js";

type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;
type Answering = Parameters<typeof Handle<unknown, Readonly<Record<number, unknown>>>>[2];
type Call = Promise<unknown> & {
  result(): Promise<{ readonly status: number; readonly body: unknown }>;
  response(): Promise<Response>;
};

let loaded: Readonly<Record<"routes" | "operations" | "root" | "handle", Namespace>>;

beforeAll(async () => {
  const { files, diagnostics } = await emit(document);
  if (files === undefined) throw new Error(JSON.stringify(diagnostics));
  const all = await loadPackage(files, ["handlers/all", "operations/all", "create-client", "runtime/handle"]);
  loaded = {
    routes: all["handlers/all"],
    operations: all["operations/all"],
    root: all["create-client"],
    handle: all["runtime/handle"],
  };
});

const route = (name: string): AnyRoute => loaded.routes[`${name}Route`] as AnyRoute;
const handle = (name: string, request: Request, answering?: Answering): Promise<Response> =>
  (loaded.handle["handle"] as typeof Handle)(route(name), request, answering);

/** Calls an operation; whatever is sent goes to its route. */
function call(name: string, params: object, answering?: Answering): Call {
  const createClient = loaded.root["createClient"] as (options: object) => object;
  const client = createClient({
    fetch: (url: URL, init: RequestInit) => handle(name, new Request(url, init), answering),
  });
  return (loaded.operations[name] as (client: object, params: object) => Call)(client, params);
}

/** What a function that answers is told of the parameters of a call; the issues where there are any. */
async function seen(name: string, params: object): Promise<unknown> {
  let found: unknown;
  const answering: Answering = ({ params: read }) => {
    found = read;
    return new Response(null, { status: 204 });
  };
  const { status, body: refusal } = await call(name, params, answering).result();
  return status === 400 ? refusal : found;
}

const place = { id: 7, names: ["a"], "X-Needed": "x" };

describe("a parameter is read as what it was", () => {
  test.each<readonly [string, object]>([
    ["a number in the path", { id: 7 }],
    ["a text in the path that is no number", { id: "07" }],
    ["an array in the path", { names: ["a,b", "ü", "."] }],
    ["a number in the query under another name", { queryId: -3 }],
    ["a flag", { on: false }],
    ["an array of pairs", { repeated: [1, 2] }],
    ["an array of one pair", { repeated: [1] }],
    ["an array that is one pair", { joined: [1, 2, 3] }],
    ["an empty array that is one pair", { joined: [] }],
    ["one", { "one-or-many": "a" }],
    ["many", { "one-or-many": ["a", "b"] }],
    ["nothing", { nothing: null }],
    ["a text of which nothing is known", { any: "7" }],
    ["a listed number", { listed: 1 }],
    ["a listed text", { listed: "one" }],
    ["a listed flag", { listed: true }],
    ["a name that every object inherits", JSON.parse('{ "__proto__": "p" }') as object],
    ["an array in a header", { "X-Numbers": [1, 2] }],
    ["a cookie", { session: "a;b=c%" }],
    ["an array in cookies", { seen: [1, 2] }],
  ])("%s", async (_, params) => {
    const given: object = Object.assign(Object.create(null) as object, place, params);
    expect(Object.entries((await seen("place", given)) as object).sort()).toEqual(
      Object.entries(given).sort(),
    );
  });

  test("several together", async () => {
    const given = {
      ...place,
      queryId: 1,
      on: true,
      repeated: [3, 4],
      session: "s",
      seen: [5],
      "X-Numbers": [6],
    };
    expect(await seen("place", given)).toEqual(given);
  });
});

describe("a body is read as what it was", () => {
  test.each<readonly [string, string, object]>([
    ["numbers and flags in a form", "form", { count: 1, on: false, one: -0.5 }],
    ["an empty form", "form", {}],
    ["null, where an empty text is not allowed", "form", { name: null }],
    ["a text with everything in it", "form", { name: " a+b&c=%ü\n\u0000" }],
    ["a number rather than a text", "form", { code: 123 }],
    ["a text that is no number", "form", { code: "01" }],
    ["an array in a form", "form", { list: [true, "a", ""], more: [1, 2] }],
    ["an array of one", "form", { list: ["a"], more: [0] }],
    ["a field that is not described", "form", { constructor: true }],
    ["JSON", "json", { list: [true, "true"], name: null, count: 5 }],
    ["a text in JSON", "problem", "a" as unknown as object],
    ["a text", "text", "a,ü\n" as unknown as object],
    ["an empty text", "text", "" as unknown as object],
    ["a number in a text", "number", -7 as unknown as object],
    ["a flag in a text", "flag", false as unknown as object],
    ["null in a text", "flag", null as unknown as object],
  ])("%s", async (_, name, given) => {
    expect(await seen(name, { body: given })).toEqual({ body: given });
  });

  test.each<readonly [string, string, object]>([
    ["objects in a form", "nested", { inner: { a: 1 }, list: [{ b: [2] }, {}], text: '{"a":1}' }],
    ["a list of one object in a form", "nested", { list: [{ b: 2 }] }],
    ["JSON lines", "lines", [{ text: "a" }, { inner: { a: 1 } }]],
  ])("%s", async (_, name, given) => {
    expect(await seen(name, { body: given })).toEqual({ body: given });
  });

  test("parts, files among them", async () => {
    const given = { count: 1, tags: ["a"], inner: { list: [{}] } };
    const photo = new File(["x"], "x.png", { type: "image/png" });
    const { body: read } = (await seen("parts", { body: { ...given, photo, more: [photo] } })) as {
      readonly body: { readonly photo: File; readonly more: readonly File[] };
    };
    expect(read).toMatchObject(given);
    expect([read.photo.name, read.photo.type, await read.photo.text()]).toEqual(["x.png", "image/png", "x"]);
    expect(read.more.map((each) => each.name)).toEqual(["x.png"]);
  });

  test("one of several, with its media type", async () => {
    expect(await seen("several", { body: 1 })).toEqual({ body: 1, contentType: "application/json" });
    const text = { body: "1", contentType: "text/plain" };
    expect(await seen("several", text)).toEqual(text);
    const image = { body: new Blob(["x"]), contentType: "image/webp" };
    expect(await seen("several", image)).toMatchObject({ contentType: "image/webp" });
    expect(await seen("several", {})).toEqual({});
  });

  test("no body", async () => {
    expect(await seen("json", {})).toEqual({});
  });

  test("bytes", async () => {
    const bytes = new Blob([new Uint8Array([0, 255, 13, 10])], { type: "image/png" });
    const { body: read } = (await seen("bytes", { body: bytes })) as { readonly body: Blob };
    expect([...new Uint8Array(await read.arrayBuffer())]).toEqual([0, 255, 13, 10]);
    expect(read.type).toBe("image/png");
  });
});

describe("a request that the client would not send", () => {
  const at = (path: string, init?: RequestInit): Request => new Request(`https://api.test/v1${path}`, init);
  const issues = async (name: string, request: Request): Promise<unknown> => {
    const response = await handle(name, request, () => 500);
    if (response.status !== 400) return response.status;
    const told = (await response.json()) as { readonly issues: readonly Readonly<Record<string, unknown>>[] };
    return told.issues.map(({ path, code, schema }) => [(path as string[]).join("/"), code, schema]);
  };
  const schemaOf = (index: number, more: string = ""): string =>
    `#/paths/~1places~1{id}~1{names}/get/parameters/${index}/schema${more}`;

  test("lacks what is required", async () => {
    expect(await issues("place", at("/places/1/a"))).toEqual([["X-Needed", "required", schemaOf(12)]]);
  });

  test("holds something twice, or nothing, or something else", async () => {
    const headers = { "x-needed": "x", "x-numbers": "1, two" };
    expect(
      await issues("place", at("/places/1/a?on=1&on=0&nothing=x&repeated=a&any=1&any=2", { headers })),
    ).toEqual([
      ["on", "type", schemaOf(3)],
      ["repeated/0", "type", schemaOf(4, "/items")],
      ["nothing", "type", schemaOf(7)],
      ["X-Numbers/1", "type", schemaOf(11, "/items")],
    ]);
  });

  const media = (path: string, verb: string, type: string): string =>
    `#/paths/${path}/${verb}/requestBody/content/${type}`;
  const post = (type: string | undefined, given: string | Uint8Array): RequestInit => ({
    method: "POST",
    body: new Blob([given as string]),
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
  });

  test("has no body where one is required", async () => {
    const missing = async (path: string): Promise<unknown> =>
      issues(path.slice(1), at(path, { method: "POST" }));
    expect(await missing("/form")).toEqual([
      ["body", "required", media("~1form", "post", "application~1x-www-form-urlencoded")],
    ]);
    for (const each of ["/problem", "/text", "/bytes"])
      expect(await missing(each)).toEqual([["body", "required", expect.any(String)]]);
  });

  test("has a body of another media type, or one that is damaged", async () => {
    const place = media("~1problem", "post", "application~1problem+json");
    expect(await issues("problem", at("/problem", post("text/plain", '"a"')))).toEqual([
      ["body", "contentMediaType", place],
    ]);
    expect(await issues("problem", at("/problem", post("application/json", "{")))).toEqual([
      ["body", "contentMediaType", place],
    ]);
    expect(await issues("text", at("/text", post("text/plain", "a")))).toEqual([
      ["body", "contentMediaType", media("~1text", "post", "text~1csv")],
    ]);
  });

  test("is read where its media type has parameters, or where there is none", async () => {
    expect(await issues("problem", at("/problem", post("application/json; charset=utf-8", '"a"')))).toBe(500);
    expect(await issues("text", at("/text", post('TEXT/CSV; header="present"', "a")))).toBe(500);
    expect(await issues("text", at("/text", post(undefined, "a")))).toBe(500);
    expect(await issues("bytes", at("/bytes", post("image/webp", "a")))).toBe(500);
  });

  test("has a form that no reading makes valid", async () => {
    const form = post("application/x-www-form-urlencoded", "count=x&code=abc&name=&extra=1&count=2");
    expect(await issues("form", at("/form", form))).toEqual(
      expect.arrayContaining([
        ["body/count", "type", expect.any(String)],
        ["body/code", "maxLength", expect.any(String)],
        ["body/extra", "type", expect.any(String)],
      ]),
    );
  });

  test("is at another place: that is for the caller to find out", async () => {
    await expect(handle("me", at("/users/you"))).rejects.toThrow(TypeError);
  });
});

describe("an answer", () => {
  const answered = async (name: string, answering?: Answering): Promise<readonly unknown[]> => {
    const response = await call(name, { ...place }, answering).response();
    return [response.status, response.headers.get("content-type"), await response.text()];
  };

  test("is the first success, or what stands for it", async () => {
    expect(await answered("ranges")).toEqual([200, "application/json", expect.stringMatching(/^-?\d+$/)]);
    expect(await answered("moved")).toEqual([303, null, ""]);
    expect(await answered("bare")).toEqual([200, null, ""]);
    expect(await answered("me")).toEqual([204, null, ""]);
  });

  test("is that of its status, of its range, or of all the rest", async () => {
    expect(await answered("ranges", 404)).toEqual([404, "text/plain", expect.stringMatching(/./)]);
    expect(await answered("ranges", { status: 404, body: "lost" })).toEqual([404, "text/plain", "lost"]);
    expect(await answered("ranges", 418)).toEqual([418, "application/problem+json", '"range"']);
    expect(await answered("ranges", 503)).toEqual([503, "application/json", '"rest"']);
  });

  test("that is a series has an item, or those that it is given", async () => {
    expect(await answered("series")).toEqual([200, "application/jsonl", expect.stringMatching(/^-?\d+\n$/)]);
    expect(await answered("series", { status: 200, body: [1, 2] })).toEqual([
      200,
      "application/jsonl",
      "1\n2\n",
    ]);
    const body = [{ event: "add", data: [true], id: "1" }, { data: ["a\nb"] }];
    expect(await answered("series", { status: 400, body })).toEqual([
      400,
      "text/event-stream",
      'event: add\nid: 1\ndata: [true]\n\ndata: ["a\\nb"]\n\n',
    ]);
  });

  test("to HEAD has the headers and no body", async () => {
    expect(await answered("looked")).toEqual([200, "application/json", ""]);
  });

  test("of bytes has those that it is given", async () => {
    expect(await answered("blob")).toEqual([200, "image/png", ""]);
    const given = { status: 200, body: new Blob(["x"]), headers: { "Content-Type": "image/png" } };
    expect(await answered("blob", given)).toEqual([200, "image/png", "x"]);
  });

  test.each([
    ["reading", 5],
    ["holds", false],
  ] as const)("of a text is what it was: %s", async (name, body) => {
    const answering: Answering = { status: 200, body };
    expect(await answered(name, answering)).toEqual([200, "text/plain", String(body)]);
    expect(await call(name, {}, answering)).toBe(body);
  });

  test("has a media type in the range that is described, so that the client reads it", async () => {
    expect(await call("film", {})).toMatchObject({ type: "video/mp4", size: 0 });
    expect(await call("blob", {})).toMatchObject({ type: "image/png", size: 0 });
  });

  test("that nothing can make needs a body", async () => {
    await expect(answered("impossible")).rejects.toThrow("there is no fixture for 200 of PATCH /answers");
    expect(await answered("impossible", { status: 200, body: 1 })).toEqual([200, "application/json", "1"]);
  });
});

describe("a concrete path", () => {
  test("is not taken by one with a parameter in its place", () => {
    const matches = (name: string, path: string): boolean =>
      urlPattern(route(name)).test(`https://api.test/v1${path}`);
    expect([matches("user", "/users/me"), matches("me", "/users/me")]).toEqual([false, true]);
    expect([matches("user", "/users/you"), matches("me", "/users/you")]).toEqual([true, false]);
  });
});

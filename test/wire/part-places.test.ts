/** Parts by their places: encodings of OpenAPI 3.2 by position, and bodies whose parts come one by one. */
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../generator/diagnostics.js";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route, RouteAnswer } from "../../generator/runtime/route.js";
import { emit } from "../property/emit.js";
import { describing } from "../support/emitted-package.js";
import type { Call } from "../support/generated.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { eachTestHasAServer } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const meta = {
  type: "object",
  properties: { at: { type: "string", format: "date-time" }, long: { type: "integer", format: "int64" } },
};
const named = (name: string): object => ({
  headers: { "Content-Disposition": { schema: { const: `form-data; name="${name}"` } } },
});
const contents: Readonly<Record<string, object>> = {
  listed: {
    "multipart/mixed": {
      schema: { type: "array", prefixItems: [meta, { type: "string" }, {}], items: { type: "string" } },
      prefixEncoding: [
        { headers: { "X-Kind": { schema: { const: "meta" } } } },
        { contentType: "application/json" },
        { contentType: "image/png, image/gif" },
      ],
      itemEncoding: { contentType: "text/csv" },
    },
  },
  series: {
    "multipart/mixed": {
      itemSchema: meta,
      prefixEncoding: [{ headers: { "X-First": { schema: { const: 1 } } } }],
      itemEncoding: { contentType: "application/vnd.meta+json" },
    },
  },
  frames: { "multipart/x-mixed-replace": { itemSchema: {}, itemEncoding: { contentType: "image/jpeg" } } },
  texts: { "multipart/mixed": { itemSchema: { type: ["integer", "string"] } } },
  form: {
    "multipart/form-data": {
      schema: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
      prefixEncoding: [named("a"), named("b")],
    },
  },
};
const names = Object.keys(contents);
const paths = Object.entries(contents).map(([operationId, content]) => [
  `/${operationId}`,
  {
    post: {
      operationId,
      requestBody: { required: true, content },
      responses: { 200: { description: "It.", content } },
    },
  },
]);

const { files, diagnostics } = await emit(
  { ...describing(Object.fromEntries(paths) as object), openapi: "3.2.0" },
  { "date-time": "Date", int64: "bigint" },
);
if (files === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
const modules = await loadPackage(files, [
  "index",
  "fixtures/index",
  "runtime/handle",
  ...names.map((each) => `handlers/${each}` as "handlers/listed"),
]);

const createClient = modules.index["createClient"] as (options: object) => object;
const call = (name: string, client: object, params: object): Call =>
  (modules.index[name] as (client: object, params: object) => Call)(client, params);
const handle = modules["runtime/handle"]["handle"] as typeof Handle<
  { readonly body: object },
  Readonly<Record<number, unknown>>
>;
const routeOf = (name: string): Route<{ readonly body: object }, Readonly<Record<number, unknown>>> => {
  const module = (modules as unknown as Readonly<Record<string, Namespace>>)[`handlers/${name}`];
  const route = module?.[`${name}Route`] as Route<{ readonly body: object }, Record<number, unknown>>;
  const answers = (route.answers[200] ?? []) as readonly RouteAnswer<unknown>[];
  // Without fixtures answers are what they are told to be.
  const told = answers.map((each) => Object.entries(each).filter(([key]) => key !== "make"));
  return { ...route, answers: { 200: told.map((each) => Object.fromEntries(each) as RouteAnswer<unknown>) } };
};

/** A client of handlers that answer with what they were sent. */
const echo = (name: string): object =>
  createClient({
    baseUrl: "http://127.0.0.1",
    fetch: (url: URL, init: RequestInit) =>
      handle(routeOf(name), new Request(url, { ...init, duplex: "half" } as RequestInit), ({ params }) => ({
        status: 200,
        body: params.body,
      })),
  });

const server = eachTestHasAServer();
const client = (): object => createClient({ baseUrl: server().origin });

/** The body that the server got, with `B` for what separates its parts. */
async function sent(name: string, body: unknown): Promise<string> {
  await call(name, client(), { body }).response();
  const { headers, body: text } = server().requests[0] ?? { headers: {}, body: "" };
  const boundary = /boundary=([\w-]+)$/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  return text.replaceAll(boundary, "B");
}

const first = { at: new Date("2024-01-02T03:04:05Z"), long: 9007199254740993n };
const wire = '{"at":"2024-01-02T03:04:05Z","long":9007199254740993}';

describe("on the wire", () => {
  test("parts have the types and headers of their places", async () => {
    expect(await sent("listed", [first, "7", new Blob(["p"]), "a,b", "c"])).toBe(
      [
        `--B\r\nContent-Type: application/json\r\nX-Kind: meta\r\n\r\n${wire}\r\n`,
        '--B\r\nContent-Type: application/json\r\n\r\n"7"\r\n',
        "--B\r\nContent-Type: image/png\r\n\r\np\r\n",
        "--B\r\nContent-Type: text/csv\r\n\r\na,b\r\n--B\r\nContent-Type: text/csv\r\n\r\nc\r\n--B--\r\n",
      ].join(""),
    );
  });

  test("parts of a form have the names of their places", async () => {
    expect(await sent("form", ["x", 2])).toBe(
      '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' +
        '--B\r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n--B--\r\n',
    );
  });

  const series =
    "--B\r\nContent-Type: application/json\r\nX-First: 1\r\n\r\n{}\r\n" +
    `--B\r\nContent-Type: application/vnd.meta+json\r\n\r\n${wire}\r\n--B--\r\n`;

  test("the items of an array are parts", async () => {
    expect(await sent("series", [{}, first])).toBe(series);
  });

  test("items are parts as they come", async () => {
    async function* items(): AsyncGenerator<object> {
      yield {};
      yield Promise.resolve(first);
    }
    expect(await sent("series", items())).toBe(series);
    expect(await sent("series", new Set<object>())).toBe(series);
    expect(server().requests[1]?.body).toMatch(/^--part-\w+--\r\n$/);
  });
});

async function all(items: unknown): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const item of items as AsyncIterable<unknown>) found.push(item);
  return found;
}

describe("there and back", () => {
  test.each<[name: string, body: readonly unknown[]]>([
    ["listed", [first, "7"]],
    ["form", ["7", 8]],
  ])("goes an array of parts: %s", async (name, body) => {
    expect(await call(name, echo(name), { body })).toEqual(body);
  });

  test.each<[name: string, body: readonly unknown[]]>([
    ["series", [first, {}]],
    ["texts", [7, "a", ""]],
    ["texts", []],
  ])("goes a series of parts: %s", async (name, body) => {
    expect(await all(await call(name, echo(name), { body }))).toEqual(body);
    expect(await all(await call(name, echo(name), { body: new Set(body) }))).toEqual(body);
  });

  test("go bytes, whatever they say", async () => {
    const frame = new Blob(["\r\n--\u00ff"], { type: "" });
    const [back] = (await all(await call("frames", echo("frames"), { body: [frame] }))) as [Blob];
    expect([await back.text(), back.type]).toEqual(["\r\n--\u00ff", "image/jpeg"]);
  });

  test.each(names)("goes what a fixture makes: %s", async (name) => {
    const { request } = modules["fixtures/index"][name] as { readonly request: () => { readonly body: [] } };
    const { body } = request();
    const back = await call(name, echo(name), { body });
    const items = Array.isArray(back) ? back : await all(back);
    const shown = (each: unknown): unknown => (each instanceof Blob ? each.size : each);
    expect(items.map(shown)).toEqual(body.map(shown));
  });
});

describe("an answer whose parts come one by one", () => {
  const type = "multipart/mixed; boundary=x";
  const answered = async (name: string, answer: object): Promise<unknown> => {
    server().answer(() => ({ headers: { "content-type": type }, ...answer }));
    return call(name, client(), { body: [] });
  };

  test("has items before its end is there", async () => {
    const body = "--x\r\nContent-Type: image/jpeg\r\n\r\none\r\n--x\r\n";
    const items = (await answered("frames", { body, unfinished: true })) as AsyncIterable<Blob>;
    for await (const item of items) {
      expect(await item.text()).toBe("one");
      break;
    }
    await server().idle();
  });

  test.each<[what: string, answer: object, problem: string]>([
    ["breaks off", { body: "--x\r\n\r\none", hangUp: true }, "the body breaks off"],
    ["ends in a part", { body: "--x\r\n\r\none" }, "invalid parts"],
    ["holds damaged JSON", { body: "--x\r\nContent-Type: a/json\r\n\r\n{\r\n--x--" }, "invalid parts"],
    [
      "is of no parts",
      { headers: { "content-type": "text/html" }, body: "<p>" },
      "POST /texts: the answer is text/html, not parts",
    ],
  ])("that %s is an error that says so", async (_, answer, problem) => {
    const error = await failureOf(answered("texts", answer).then(all));
    expect(error).toMatchObject({ name: "ResponseError", message: `${problem} (status 200)`, status: 200 });
  });
});

describe("a handler", () => {
  const told = async (name: string, parts: readonly string[]): Promise<readonly string[]> => {
    const request = new Request(`http://127.0.0.1/${name}`, {
      method: "POST",
      headers: { "content-type": `${Object.keys(contents[name] ?? {})[0] ?? ""}; boundary=x` },
      body: `${parts.map((each) => `--x\r\n${each}\r\n`).join("")}--x--\r\n`,
    });
    const answer = await handle(routeOf(name), request, () => new Response(null, { status: 204 }));
    if (answer.status === 204) return [];
    const { issues } = (await answer.json()) as { issues: { pointer: string; code: string }[] };
    return issues.map((each) => `${each.pointer} ${each.code}`);
  };

  test("reads each part as its place says", async () => {
    const json = "Content-Type: application/json\r\n\r\n";
    const good = [`${json}{}`, `${json}"7"`, "Content-Type: image/gif\r\n\r\nG", "\r\na"];
    expect(await told("listed", good)).toEqual([]);
    expect(await told("listed", ["\r\n{}", '\r\n"7"'])).toEqual([]);
    expect(await told("form", ['Content-Disposition: form-data; name="a"\r\n\r\n7', "\r\n8"])).toEqual([]);
  });

  test("refuses a part that its place does not allow", async () => {
    expect(await told("listed", ["\r\n{}", "Content-Type: text/plain\r\n\r\n7"])).toEqual([
      "/body/1 contentMediaType",
    ]);
    expect(await told("form", ["\r\na", "\r\nb"])).toEqual(["/body/1 type"]);
    expect(await told("series", ["\r\n{}", '\r\n{"at":"x"}', "Content-Type: a/b\r\n\r\n{}"])).toEqual(
      expect.arrayContaining(["/body/1/at format", "/body/2 contentMediaType"]),
    );
  });
});

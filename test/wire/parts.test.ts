/** Bodies of several parts: requests that are no forms, and answers. */
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../generator/diagnostics.js";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import { partsOf } from "../../generator/runtime/parts.js";
import type { Route, RouteAnswer } from "../../generator/runtime/route.js";
import { emit } from "../property/emit.js";
import { describing } from "../support/emitted-package.js";
import type { Call } from "../support/generated.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { eachTestHasAServer } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const bytes = { type: "string", format: "binary" };
const point = {
  type: "object",
  properties: { x: { type: "integer" }, long: { type: "integer", format: "int64" } },
};
const report = {
  type: "object",
  required: ["title"],
  properties: {
    title: { type: "string" },
    count: { type: ["integer", "null"] },
    done: { type: "boolean" },
    at: { type: "string", format: "date-time" },
    point,
    names: { type: "array", items: { type: "string" } },
    points: { type: "array", items: point },
    loose: {},
    file: bytes,
    files: { type: "array", items: bytes },
  },
  additionalProperties: { type: "integer" },
};
const list = { type: "array", items: { anyOf: [{ type: "integer" }, point, bytes, { type: "string" }] } };
const encoding = { title: { headers: { "X-Kind": { schema: { const: "t" } } } } };

function operation(name: string, type: string, schema: object, more: object = {}): object {
  const content = { [type]: { schema, ...more } };
  const responses = { 200: { description: "It.", content } };
  return { [`/${name}`]: { post: { operationId: name, requestBody: { content }, responses } } };
}

const description = describing({
  ...operation("form", "multipart/form-data", report, { encoding }),
  ...operation("mixed", "multipart/mixed", report, { encoding }),
  ...operation("related", 'multipart/related; type="application/json"', report),
  ...operation("listed", "multipart/mixed", list),
  ...operation("tuple", "multipart/related", { type: "array", prefixItems: [point, bytes] }),
  ...operation("either", "multipart/mixed", report),
});
const names = ["form", "mixed", "related"];

const { files, diagnostics } = await emit(description, { "date-time": "Date", int64: "bigint" });
if (files === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
const modules = await loadPackage(files, [
  "index",
  "handlers/form",
  "fixtures/index",
  "validators/index",
  ...[...names, "listed", "tuple"].map((each) => `handlers/${each}` as const),
  "runtime/handle",
]);

const createClient = modules.index["createClient"] as (options: object) => object;
const call = (name: string, client: object, params: object = {}): Call =>
  (modules.index[name] as (client: object, params: object) => Call)(client, params);
type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;
const handle = modules["runtime/handle"]["handle"] as typeof Handle<
  unknown,
  Readonly<Record<number, unknown>>
>;

/** A route without fixtures, so that answers are what they are told to be. */
function routeOf(name: string): AnyRoute {
  const module = modules[`handlers/${name}` as "handlers/form"] as Namespace;
  const route = module[`${name}Route`] as AnyRoute;
  const all = route.answers as Readonly<Record<number, readonly RouteAnswer<unknown>[]>>;
  const answers = (all[200] ?? []).map(
    (each) =>
      Object.fromEntries(Object.entries(each).filter(([key]) => key !== "make")) as unknown as typeof each,
  );
  return { ...route, answers: { 200: answers } };
}

/** A client of handlers that answer with what they were sent. */
const echo = (name: string): object =>
  createClient({
    baseUrl: "http://127.0.0.1",
    fetch: (url: URL, init: RequestInit) =>
      handle(routeOf(name), new Request(url, init), ({ params }) => ({
        status: 200,
        body: (params as { readonly body: object }).body,
      })),
  });

/** Values with what is said of files in their place. */
async function shown(value: unknown, said: (file: Blob) => Promise<unknown> = whole): Promise<unknown> {
  if (value instanceof Blob) return said(value);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return Promise.all(value.map((each) => shown(each, said)));
  if (typeof value !== "object" || value === null) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, each]) => [key, await shown(each, said)] as const),
  );
  return Object.fromEntries(entries);
}

const whole = async (file: Blob): Promise<unknown> => ({
  file: await file.text(),
  type: file.type,
  name: file instanceof File ? file.name : undefined,
});

const long = 9007199254740993n;
const png = (name = "a b.png"): File =>
  new File(["\r\n--\u00ff", new Uint8Array([0, 255])], name, { type: "image/png" });

const values: Readonly<Record<string, object>> = {
  "a text": { title: "ü\r\n\r\n--x" },
  "an empty text": { title: "" },
  "other types": { title: "7", count: 7, done: true, at: new Date("2024-01-02T03:04:05Z") },
  null: { title: "a", count: null },
  "an object with a long integer": { title: "a", point: { x: 1, long } },
  "one text and one object of arrays": { title: "a", names: ["b"], points: [{ x: 1 }] },
  several: { title: "a", names: ["b", "", "c"], points: [{ x: 1, long }, {}] },
  "a file": { title: "a", file: png() },
  "a file of text": { title: "a", file: new File(["ü"], 'ü ".txt', { type: "text/plain" }) },
  files: { title: "a", files: [png("1"), png("2")] },
  "one file of an array": { title: "a", files: [png("1")] },
  "names that are odd": { title: "a", 'x"\r\ny': 1, constructor: 2, "back\\": 3 },
};

describe.each(names)("a body of parts as in %s", (name) => {
  test.each(Object.entries(values))("brings %s there and back", async (_, value) => {
    expect(await shown(await call(name, echo(name), { body: value }))).toEqual(await shown(value));
  });

  test("takes `__proto__` for a name like any other", async () => {
    const body = JSON.parse('{"title":"a","__proto__":3}') as object;
    const back = (await call(name, echo(name), { body })) as object;
    expect(Object.entries(back)).toEqual([
      ["title", "a"],
      ["__proto__", 3],
    ]);
  });

  test("is refused by a handler where a part is not valid", async () => {
    const { status, body } = await call(name, echo(name), { body: { title: "a", count: "x" } }).result();
    expect([status, body]).toMatchObject([400, { issues: [{ path: ["body", "count"] }] }]);
  });
});

test.each(["form", "mixed"])("objects may come as files, as browsers send them: %s", async (name) => {
  const form = new FormData();
  form.append("title", "a");
  form.append("point", new Blob(['{"x":1}'], { type: "application/json" }));
  form.append("file", png());
  const { headers, body } = new Response(form);
  const type = (headers.get("content-type") ?? "").replace(
    "form-data",
    name === "form" ? "form-data" : "mixed",
  );
  const request = new Request(`http://127.0.0.1/${name}`, {
    method: "POST",
    headers: { "content-type": type },
    body: await new Response(body).arrayBuffer(),
  });
  let sent: unknown;
  await handle(routeOf(name), request, ({ params }) => {
    sent = (params as { readonly body: unknown }).body;
    return { status: 200, body: {} };
  });
  expect(await shown(sent)).toEqual(await shown({ title: "a", point: { x: 1 }, file: png() }));
});

describe("an array of parts", () => {
  test.each<[what: string, value: readonly unknown[]]>([
    ["nothing", []],
    ["texts and numbers", [1, "a", "", "1.5x"]],
    ["objects and files", [{ x: 1, long }, png(), { x: 2 }]],
  ])("brings %s there and back", async (_, value) => {
    const files = value.map((each) => (each instanceof File ? new Blob([each], { type: each.type }) : each));
    expect(await shown(await call("listed", echo("listed"), { body: value }))).toEqual(await shown(files));
  });

  test("has its items by their places", async () => {
    const value = [{ long }, new Blob(["a"], { type: "image/png" })];
    expect(await shown(await call("tuple", echo("tuple"), { body: value }))).toEqual(await shown(value));
  });
});

describe("what a fixture makes", () => {
  test.each([...names, "listed", "tuple"])("goes there and back: %s", async (name) => {
    const make = (modules["fixtures/index"][name] as { readonly request: () => { readonly body: object } })
      .request;
    const { body } = make();
    const back = await call(name, echo(name), { body });
    // Bytes get a media type, and in parts with names a name.
    const text = (file: Blob): Promise<string> => file.text();
    expect(await shown(back, text)).toEqual(await shown(body, text));
  });
});

const server = eachTestHasAServer();
const client = (): object => createClient({ baseUrl: server().origin });

describe("on the wire", () => {
  test("parts have names, types and headers", async () => {
    await call("mixed", client(), { body: { title: "a", point: { x: 1 }, file: png() } }).response();
    const { headers, body } = server().requests[0] ?? { headers: {}, body: "" };
    const boundary = /^multipart\/mixed; boundary=([\w-]+)$/.exec(headers["content-type"] ?? "")?.[1] ?? "";
    expect(body.replaceAll(boundary, "B")).toBe(
      [
        '--B\r\nContent-Disposition: form-data; name="title"\r\nX-Kind: t\r\n\r\na\r\n',
        '--B\r\nContent-Disposition: form-data; name="point"\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n',
        '--B\r\nContent-Disposition: form-data; name="file"; filename="a b.png"\r\nContent-Type: image/png\r\n\r\n',
        "\r\n--\u00c3\u00bf\u0000\u00ff\r\n--B--\r\n",
      ].join(""),
    );
  });

  test("items have types alone", async () => {
    await call("listed", client(), { body: [1, { x: 1 }, png()] }).response();
    const { headers, body } = server().requests[0] ?? { headers: {}, body: "" };
    const boundary = /boundary=([\w-]+)$/.exec(headers["content-type"] ?? "")?.[1] ?? "";
    expect(body.replaceAll(boundary, "B")).toBe(
      '--B\r\n\r\n1\r\n--B\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n' +
        "--B\r\nContent-Type: image/png\r\n\r\n\r\n--\u00c3\u00bf\u0000\u00ff\r\n--B--\r\n",
    );
  });
});

/** Lets the server answer with a body, and reads that. */
function answered(name: string, type: string, body: string, more: object = {}): Call {
  server().answer(() => ({ headers: { "content-type": type }, body, ...more }));
  return call(name, client());
}

describe("an answer of parts", () => {
  const type = 'Multipart/Related; start="<title>"; boundary="a b:\'?"';
  const line = "--a b:'?";

  test("is read from what other programs write", async () => {
    const body = [
      "a preamble, which nobody reads",
      `${line} \t`,
      "CONTENT-ID: <title>",
      "",
      "first",
      line,
      "content-type: application/vnd.point+json; charset=utf-8",
      "Content-Disposition: inline;",
      " name=point",
      "",
      '{ "x": 1, "long": 9007199254740993 }',
      line,
      "Content-Disposition: attachment; name=file",
      "Content-Type: text/csv",
      "",
      "a,b",
      `${line}2`,
      "",
      `${line}--`,
      "an epilogue",
    ].join("\r\n");
    expect(await shown(await answered("related", type, body))).toEqual({
      title: "first",
      point: { x: 1, long },
      file: { file: `a,b\r\n${line}2\r\n`, type: "text/csv", name: undefined },
    });
  });

  test("has its parts in the order of the description where they have no names", async () => {
    const body = `${line}\r\n\r\nfirst\r\n${line}\r\n\r\n7\r\n${line}--`;
    expect(await answered("mixed", type, body)).toEqual({ title: "first", count: 7 });
  });

  test.each<[what: string, type: string, body: string]>([
    ["without a boundary", "multipart/form-data", "--a--"],
    ["without a part", "multipart/form-data; boundary=b", "--a--"],
    ["that ends in a part", "multipart/form-data; boundary=b", "--b\r\n\r\nte"],
    ["that ends in a header", "multipart/form-data; boundary=b", "--b\r\nContent"],
    ["with a part without a blank line", "multipart/form-data; boundary=b", "--b\r\nA: b\r\n--b--"],
    [
      "with damaged JSON",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name=point\r\n\r\n{"x\r\n--b--',
    ],
    ["that is empty", "multipart/form-data; boundary=b", ""],
  ])("%s is an error that says so", async (_, type, body) => {
    const error = await failureOf(answered("form", type, body));
    expect(error).toMatchObject({
      name: "ResponseError",
      message: `POST /form: the answer is ${body ? type : "empty"}, not valid parts (status 200)`,
      status: 200,
      headers: expect.any(Headers) as Headers,
      body,
      cause: expect.any(SyntaxError) as SyntaxError,
    });
  });

  test("of another type is an error that says so", async () => {
    expect(await failureOf(answered("form", "text/html", "<p>"))).toMatchObject({
      name: "ResponseError",
      message: "POST /form: the answer is text/html, not parts (status 200)",
      status: 200,
      headers: expect.any(Headers) as Headers,
      body: "<p>",
      cause: undefined,
    });
  });

  test("that breaks off is an error that says so", async () => {
    const call = answered("form", "multipart/form-data; boundary=b", "--b\r\n\r\nte", { hangUp: true });
    expect(await failureOf(call)).toMatchObject({ name: "ResponseError", status: 200 });
  });
});

test("bytes of a part are its own", () => {
  const all = new Uint8Array([
    0x2d, 0x2d, 0x62, 13, 10, 13, 10, 0x80, 0xff, 0, 13, 10, 0x2d, 0x2d, 0x62, 0x2d, 0x2d,
  ]);
  expect(partsOf("multipart/mixed;boundary=b", all).map((each) => [...each.bytes])).toEqual([
    [0x80, 0xff, 0],
  ]);
});

/** XML between an emitted client and a server, and between the client and the package's own handlers. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { generateAside } from "../support/sample-run.js";
import { eachTestHasAServer } from "../support/server.js";
import { type Call, answers, body, describedBy } from "../wire/emitted-client.js";

const pet = { $ref: "#/components/schemas/Pet" };
const xml = { "application/xml": { schema: pet } };
const document = describedBy(
  {
    send: body(xml),
    fetch: answers({ 200: xml, 400: xml }),
    exchange: {
      ...body({ "text/xml": { schema: pet }, ...json(pet) }),
      ...answers({ 200: { ...xml, ...json(pet) } }),
    },
    raw: {
      ...body({ "application/soap+xml": { schema: { type: "string" } } }),
      ...answers({ 200: { "text/xml": { schema: { type: "string" } } } }),
    },
  },
  {
    Pet: {
      type: "object",
      required: ["id", "name", "tags"],
      xml: { name: "pet" },
      properties: {
        id: { type: "integer", format: "int64", xml: { attribute: true } },
        name: { type: "string" },
        born: { type: "string", format: "date-time" },
        photo: { type: "string", format: "byte" },
        tags: { type: "array", items: { type: "string", xml: { name: "tag" } }, xml: { wrapped: true } },
        parents: { type: "array", items: pet, xml: { name: "ignored" } },
      },
    },
  },
);

function json(schema: object): object {
  return { "application/json": { schema } };
}

type Loaded = Readonly<
  Record<"handlers/all" | "operations/all" | "create-client" | "runtime/handle", Namespace>
>;

/** As on the wire, and with all formats converted. */
let plain: Loaded;
let converted: Loaded;

async function load(formats?: Parameters<typeof emit>[1]): Promise<Loaded> {
  const { files, diagnostics } = await emit(document, formats);
  if (files === undefined) throw new Error(JSON.stringify(diagnostics));
  return loadPackage(files, ["handlers/all", "operations/all", "create-client", "runtime/handle"]);
}

beforeAll(async () => {
  [plain, converted] = await Promise.all([
    load(),
    load({ "date-time": "Date", int64: "bigint", byte: "Uint8Array" }),
  ]);
});

const server = eachTestHasAServer();

function call(loaded: Loaded, name: string, params: object, options: object): Call {
  const client = (loaded["create-client"]["createClient"] as (options: object) => object)(options);
  return (loaded["operations/all"][name] as (client: object, params: object) => Call)(client, params);
}

const live = (name: string, params: object = {}, loaded: Loaded = plain): Call =>
  call(loaded, name, params, { baseUrl: server().origin });

const answering = (text: string, type: string = "application/xml", status: number = 200): void =>
  server().answer(() => ({ status, headers: { "content-type": type }, body: text }));

const rex = { id: 1, name: "Rex & <Co>", tags: ["007", " "], parents: [{ id: 2, name: "", tags: [] }] };
const rexXml =
  '<?xml version="1.0" encoding="UTF-8"?><pet id="1"><name>Rex &amp; &lt;Co&gt;</name>' +
  '<tags><tag>007</tag><tag> </tag></tags><pet id="2"><name/><tags/></pet></pet>';

describe("a server", () => {
  test("gets a value as XML", async () => {
    await live("send", { body: rex });
    const [request] = server().requests;
    expect(request?.headers["content-type"]).toBe("application/xml");
    expect(request?.body).toBe(rexXml);
  });

  test("gets it as the media type that the call chooses", async () => {
    answering(rexXml);
    await live("exchange", { body: rex, contentType: "text/xml" });
    await live("exchange", { body: rex });
    expect(server().requests.map((each) => each.headers["content-type"])).toEqual([
      "text/xml",
      "application/json",
    ]);
    expect(server().requests.map((each) => each.body)).toEqual([rexXml, JSON.stringify(rex)]);
    expect(server().requests[0]?.headers.accept).toBe("application/json, application/xml");
  });

  test("is read in XML and in JSON, as it says", async () => {
    answering(rexXml);
    expect(await live("exchange", { body: rex })).toEqual(rex);
    answering(JSON.stringify(rex), "application/json");
    expect(await live("exchange", { body: rex })).toEqual(rex);
  });

  test("is read with white space, comments, other prefixes and instructions around its values", async () => {
    answering(
      '\uFEFF<?xml version="1.0"?>\n<!-- a pet -->\n<pet id=" 1 " xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
        'xsi:noNamespaceSchemaLocation="pet.xsd">\r\n  <tags>\n <tag>a<![CDATA[<b>]]></tag> </tags><?go on?><name>&#x52;ex</name>\n</pet>\n',
      "application/xml; charset=utf-8",
    );
    expect(await live("fetch")).toEqual({ id: 1, name: "Rex", tags: ["a<b>"] });
  });

  test("sends a string as the document, where the schema is just a string", async () => {
    answering("<Response/>", "text/xml");
    expect(await live("raw", { body: "<Envelope/>" })).toBe("<Response/>");
    expect(server().requests[0]?.body).toBe("<Envelope/>");
  });

  test("is read as values of other types", async () => {
    const value = {
      ...rex,
      id: 9007199254740993n,
      born: new Date(0),
      photo: new Uint8Array([1, 2]),
      parents: [{ ...rex.parents[0], id: 2n }],
    };
    await live("send", { body: value }, converted);
    const sent = server().requests[0]?.body ?? "";
    expect(sent).toContain('<pet id="9007199254740993">');
    expect(sent).toContain("<born>1970-01-01T00:00:00Z</born><photo>AQI=</photo>");
    answering(sent);
    expect(await live("fetch", {}, converted)).toEqual(value);
  });
});

describe("an answer that cannot be read", () => {
  const entities = Array.from(
    { length: 20 },
    (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`,
  ).join("");
  test.each<readonly [string, string]>([
    ["breaks off", "<pet id='1'><name>Re"],
    ["is JSON", '{"id":1}'],
    ["has two roots", "<pet/><pet/>"],
    ["has text behind its root", "<pet/>text"],
    ["has tags that do not match", "<pet><name></pet></name>"],
    ["repeats an attribute", "<pet id='1' id='2'/>"],
    [
      "has entities of entities",
      `<!DOCTYPE pet [<!ENTITY e0 "ha">${entities}]><pet><name>&e20;</name></pet>`,
    ],
    [
      "has an entity from elsewhere",
      '<!DOCTYPE pet [<!ENTITY e SYSTEM "file:///etc/passwd">]><pet><name>&e;</name></pet>',
    ],
    ["has an entity that nobody declares", "<pet><name>&nope;</name></pet>"],
    ["has a bare ampersand", "<pet><name>a & b</name></pet>"],
    ["has a reference to no character", "<pet><name>&#x110000;</name></pet>"],
    ["has a reference to half a character", "<pet><name>&#xD800;</name></pet>"],
    ["has a character that XML does not know", "<pet><name>&#1;</name></pet>"],
    ["is nested without end", "<pet>".repeat(100_000) + "</pet>".repeat(100_000)],
  ])("because it %s, fails with a clear error", async (_, text) => {
    answering(text);
    await expect(live("fetch")).rejects.toMatchObject({
      name: "ResponseError",
      status: 200,
      headers: expect.any(Headers) as Headers,
      message: "GET /fetch: the answer is application/xml, not valid XML (status 200)",
      body: text,
      cause: expect.any(SyntaxError) as SyntaxError,
    });
  });

  test("because it is another element, says so", async () => {
    answering("<dog/>");
    await expect(live("fetch")).rejects.toThrow("expected the element pet and got dog (status 200)");
  });

  test("because it is of another type, says so", async () => {
    answering("<html></html>", "text/html");
    await expect(live("fetch")).rejects.toMatchObject({
      name: "ResponseError",
      status: 200,
      message: "GET /fetch: the answer is text/html, not valid XML (status 200)",
      body: "<html></html>",
      cause: undefined,
    });
  });

  test("is text where it is an error anyway", async () => {
    answering("<pet", "application/xml", 400);
    await expect(live("fetch")).rejects.toMatchObject({ name: "ApiError", status: 400, body: "<pet" });
  });
});

test("no name in XML reaches a prototype", async () => {
  answering(
    "<pet id='1' __proto__='x' constructor='y'><name>a</name><tags/><__proto__><polluted>yes</polluted></__proto__>" +
      "<constructor><prototype><polluted>yes</polluted></prototype></constructor></pet>",
  );
  const read = (await live("fetch")) as object;
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(JSON.stringify(read)).toBe(
    '{"id":1,"name":"a","tags":[],"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
  );
});

test("a package depends on a library only where its description has XML", async () => {
  const filesOf = async (sample: string): Promise<ReadonlyMap<string, string>> =>
    (await generateAside({ input: `test/samples/${sample}/spec.yaml` })).files;
  const [some, none] = [await filesOf("sends-and-reads-xml"), await filesOf("sends-json-bodies")];
  expect(JSON.parse(some.get("package.json") ?? "")).toMatchObject({
    dependencies: { "@rgrove/parse-xml": "4.2.3" },
  });
  expect(JSON.parse(none.get("package.json") ?? "")).not.toHaveProperty("dependencies");
  expect([...none].flatMap(([path, text]) => (/xml\b/.test(path + text) ? [path] : []))).toEqual([]);
});

test("what is documented and what is installed for tests is the same version", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    devDependencies: Record<string, string>;
  };
  expect(readFileSync("templates/package.json.hbs", "utf8")).toContain(
    `"@rgrove/parse-xml": "${manifest.devDependencies["@rgrove/parse-xml"]}"`,
  );
});

test("webhooks are received in XML", async () => {
  const { files } = await emit({
    ...document,
    webhooks: { born: { post: { ...body(xml), responses: { 204: { description: "" } } } } },
  });
  const { "webhooks/index": webhooks } = await loadPackage(files ?? [], ["webhooks/index"]);
  const born = webhooks["born"] as { receive(request: Request): Promise<unknown> };
  const headers = { "content-type": "application/xml" };
  const request = new Request("https://me.test", { method: "POST", body: rexXml, headers });
  expect(await born.receive(request)).toEqual(rex);
});

describe("the package's handlers", () => {
  type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;
  type Answering = Parameters<typeof Handle<unknown, Readonly<Record<number, unknown>>>>[2];
  const handle = (loaded: Loaded, name: string, request: Request, answer?: Answering): Promise<Response> =>
    (loaded["runtime/handle"]["handle"] as typeof Handle)(
      loaded["handlers/all"][`${name}Route`] as AnyRoute,
      request,
      answer,
      { baseUrl: "https://api.test" },
    );
  const mocked = (loaded: Loaded, name: string, params: object, answer?: Answering): Call =>
    call(loaded, name, params, {
      baseUrl: "https://api.test",
      fetch: (url: URL, init: RequestInit) => handle(loaded, name, new Request(url, init), answer),
    });

  test.each(["text/xml", "application/json"])("read %s as it was", async (contentType) => {
    for (const [loaded, value] of [
      [plain, rex],
      [converted, { id: 2n ** 60n, name: "x", tags: ["y"], born: new Date(0), photo: new Uint8Array([3]) }],
    ] as const) {
      let seen: unknown;
      const answer = await mocked(loaded, "exchange", { body: value, contentType }, ({ params }) => {
        seen = params;
        return { status: 200, body: value, headers: { "content-type": "application/xml" } };
      });
      expect(seen).toEqual({ body: value, contentType });
      expect(answer).toMatchObject(value);
    }
  });

  test("answer with a fixture in XML", async () => {
    const answer = await mocked(plain, "fetch", {}).response();
    expect(answer.headers.get("content-type")).toBe("application/xml");
    expect(await answer.text()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><pet id="/);
    expect(await mocked(plain, "fetch", {})).toMatchObject({ tags: expect.any(Array) as unknown });
  });

  test.each([
    ["<pet", "contentMediaType"],
    ["<dog/>", "contentMediaType"],
    ["<pet id='x'><name/><tags/></pet>", "type"],
  ])("refuse %s", async (text, code) => {
    const headers = { "content-type": "application/xml" };
    const request = new Request("https://api.test/send", { method: "POST", body: text, headers });
    const answer = await handle(plain, "send", request);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });
});

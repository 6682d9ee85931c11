/** The bytes of each kind of body, from an emitted client to a server that compares them. */
import { beforeAll, describe, expect, test } from "vitest";
import { eachTestHasAServer } from "../support/server.js";
import { type EmittedClient, body, describedBy, emittedClient } from "./emitted-client.js";

const object = { type: "object" };
const file = { type: "string", format: "binary" };
const document = describedBy({
  json: body({ "application/json": { schema: object } }),
  optional: body({ "application/json": { schema: object } }, false),
  patch: body({ "application/merge-patch+json": { schema: object } }),
  list: body({ "application/json-patch+json": { schema: { type: "array", items: object } } }),
  text: body({ "text/csv; header=present": { schema: { type: "string" } } }),
  image: body({ "image/png": {} }),
  upload: body({ "*/*": { schema: file } }),
  picture: body({ "image/*": {} }),
  several: body({
    "application/x-www-form-urlencoded": { schema: object },
    "application/json": { schema: object },
    "text/plain": { schema: { type: "string" } },
    "image/*": {},
  }),
  form: body({
    "application/x-www-form-urlencoded": {
      schema: {
        type: "object",
        properties: {
          address: object,
          tags: { type: "array", items: { type: "string" } },
          points: { type: "array", items: object },
          since: { type: "string", format: "date-time" },
        },
      },
    },
  }),
  styled: body({
    "application/x-www-form-urlencoded": {
      schema: {
        type: "object",
        properties: {
          deep: object,
          comma: { type: "array", items: { type: "string" } },
          space: { type: "array", items: { type: "string" } },
          pipe: { type: "array", items: { type: "string" } },
          flat: object,
          apart: object,
          url: { type: "string" },
          json: { type: "array", items: { type: "integer" } },
        },
      },
      encoding: {
        deep: { style: "deepObject" },
        comma: { explode: false },
        space: { style: "spaceDelimited" },
        pipe: { style: "pipeDelimited" },
        flat: { style: "form", explode: false },
        apart: { style: "form" },
        url: { allowReserved: true },
        json: { contentType: "application/json" },
      },
    },
  }),
  multipart: body({
    "multipart/form-data": {
      schema: {
        type: "object",
        properties: {
          name: { type: "string" },
          meta: object,
          photo: file,
          tags: { type: "array", items: { type: "string" } },
          more: { type: "array", items: file },
        },
      },
      encoding: {
        photo: {
          contentType: "image/png",
          headers: { "X-Kind": { schema: { const: "photo" } }, "X-Other": { schema: { type: "string" } } },
        },
        name: { contentType: "text/plain; charset=utf-8" },
      },
    },
  }),
  lines: body({ "application/x-ndjson": { schema: object } }),
  records: body({ "application/json-seq": { itemSchema: object } }),
});

let client: EmittedClient;
beforeAll(async () => {
  client = await emittedClient(document);
});
const server = eachTestHasAServer();

/** What the server gets. */
async function sent(
  operation: string,
  params: object,
): Promise<readonly [type: string | undefined, body: string]> {
  server().answer(() => ({ status: 204 }));
  await client.call(server().origin, operation, params);
  const request = server().requests[0];
  return [request?.headers["content-type"], request?.body ?? ""];
}

const formType = "application/x-www-form-urlencoded";
const png = (): Blob => new Blob([new Uint8Array([0, 255, 13, 10])], { type: "image/gif" });
const pngBytes = "\u0000\u00ff\r\n";

describe("a body", () => {
  test.each<readonly [string, object, readonly [string | undefined, string]]>([
    ["json", { body: { a: null } }, ["application/json", '{"a":null}']],
    ["optional", {}, [undefined, ""]],
    ["patch", { body: { a: null } }, ["application/merge-patch+json", '{"a":null}']],
    ["list", { body: [{ op: "test" }] }, ["application/json-patch+json", '[{"op":"test"}]']],
    ["text", { body: "a;ü" }, ["text/csv; header=present", "a;\u00c3\u00bc"]],
    ["image", { body: png() }, ["image/png", pngBytes]],
    ["image", { body: new Uint8Array([0, 255, 13, 10]) }, ["image/png", pngBytes]],
    ["image", { body: new Uint8Array([0, 255, 13, 10]).buffer }, ["image/png", pngBytes]],
    ["upload", { body: png() }, ["image/gif", pngBytes]],
    ["upload", { body: new Blob(["x"]) }, ["application/octet-stream", "x"]],
    ["upload", { body: png(), contentType: "video/mp4" }, ["video/mp4", pngBytes]],
    ["picture", { body: png(), contentType: "image/webp" }, ["image/webp", pngBytes]],
    ["several", { body: { a: 1 } }, ["application/json", '{"a":1}']],
    ["several", { body: { a: 1 }, contentType: formType }, [formType, "a=1"]],
    ["several", { body: "a", contentType: "text/plain" }, ["text/plain", "a"]],
    ["several", { body: png(), contentType: "image/avif" }, ["image/avif", pngBytes]],
    ["lines", { body: [{ a: 1 }, { a: "\n" }] }, ["application/x-ndjson", '{"a":1}\n{"a":"\\n"}\n']],
    ["records", { body: [{}, {}] }, ["application/json-seq", "\u001e{}\n\u001e{}\n"]],
  ])("%s of %j is %j", async (operation, params, expected) => {
    expect(await sent(operation, params)).toEqual(expected);
  });

  test("is not sent as what the description does not allow", async () => {
    const call = client.call("http://127.0.0.1", "several", { body: 1, contentType: "video/mp4" });
    await expect(call).rejects.toThrow("the body cannot be sent as video/mp4");
  });

  test("is sent as it comes where it is a stream", async () => {
    const stream = new Blob(["a".repeat(100_000)]).stream();
    expect(await sent("image", { body: stream })).toEqual(["image/png", "a".repeat(100_000)]);
    expect(server().requests[0]?.headers).toMatchObject({ "transfer-encoding": "chunked" });
  });

  test("is written item by item where it is a series", async () => {
    async function* items(): AsyncGenerator<object> {
      for (let i = 0; i < 3; i++) yield Promise.resolve({ i });
    }
    const lines = ["application/x-ndjson", '{"i":0}\n{"i":1}\n{"i":2}\n'];
    expect(await sent("lines", { body: items() })).toEqual(lines);
  });
});

describe("a form", () => {
  test("repeats arrays and writes objects as JSON", async () => {
    const given = {
      address: { city: "Köln", zip: [5] },
      tags: ["a b", "c"],
      points: [{ x: 1 }, { x: 2 }],
      since: "2024-01-15T00:00:00Z",
    };
    const [, written] = await sent("form", { body: given });
    expect(written).toBe(
      "address=%7B%22city%22%3A%22K%C3%B6ln%22%2C%22zip%22%3A%5B5%5D%7D&tags=a+b&tags=c" +
        "&points=%7B%22x%22%3A1%7D&points=%7B%22x%22%3A2%7D&since=2024-01-15T00%3A00%3A00Z",
    );
  });

  test("writes what has a style by it", async () => {
    const given = {
      deep: { a: 1, b: { c: 2 } },
      comma: ["a", "b"],
      space: ["a", "b"],
      pipe: ["a", "b"],
      flat: { R: 100, G: 200 },
      apart: { R: 1, G: 2 },
      url: "https://a/b?c",
      json: [1, 2],
    };
    const [, written] = await sent("styled", { body: given });
    expect(written.split("&")).toEqual([
      ...["deep%5Ba%5D=1", "deep%5Bb%5D%5Bc%5D=2", "comma=a,b", "space=a%20b", "pipe=a%7Cb"],
      ...["flat=R,100,G,200", "R=1", "G=2", "url=https://a/b?c", "json=%5B1%2C2%5D"],
    ]);
  });
});

describe("a body of parts", () => {
  const parts = async (given: object): Promise<readonly string[]> => {
    const [type = "", written] = await sent("multipart", { body: given });
    const boundary = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(type)?.[1] ?? "";
    const all = written.split(`--${boundary}`);
    expect([all[0], all.at(-1)]).toEqual(["", "--\r\n"]);
    return all.slice(1, -1);
  };

  test("has texts, JSON, files with names and types, and headers", async () => {
    const given = {
      name: 'a"b',
      meta: { a: 1 },
      photo: new File([new Uint8Array([0, 255])], 'x"\r\n.png', { type: "image/gif" }),
      gone: undefined,
    };
    expect(await parts(given)).toEqual([
      '\r\nContent-Disposition: form-data; name="name"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\na"b\r\n',
      '\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
      '\r\nContent-Disposition: form-data; name="photo"; filename="x%22%0D%0A.png"\r\nContent-Type: image/png\r\n' +
        "X-Kind: photo\r\n\r\n\u0000\u00ff\r\n",
    ]);
  });

  test("has one for each item of an array", async () => {
    const given = {
      tags: ["a", "b"],
      more: [new Blob(["x"]), new File(["y"], "y.txt", { type: "text/plain" })],
    };
    expect(await parts(given)).toEqual([
      '\r\nContent-Disposition: form-data; name="tags"\r\n\r\na\r\n',
      '\r\nContent-Disposition: form-data; name="tags"\r\n\r\nb\r\n',
      '\r\nContent-Disposition: form-data; name="more"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n',
      '\r\nContent-Disposition: form-data; name="more"; filename="y.txt"\r\nContent-Type: text/plain\r\n\r\ny\r\n',
    ]);
  });

  test("is understood by the platform", async () => {
    const [type = "", written] = await sent("multipart", { body: { name: "ü", photo: png() } });
    const read = await new Response(Buffer.from(written, "latin1"), {
      headers: { "content-type": type },
    }).formData();
    expect(read.get("name")).toBe("ü");
    expect(await (read.get("photo") as File).text()).toBe("\u0000\ufffd\r\n");
  });
});

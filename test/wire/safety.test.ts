import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type Call, failureOf, generated, get, post } from "../support/generated.js";
import { eachTestHasAServer } from "../support/server.js";

const server = eachTestHasAServer();

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const trace = { name: "X-Trace", in: "header", schema: { type: "string" } };
const { createClient, call } = await generated({
  security: [{ key: [] }],
  paths: {
    "/things/{id}/parts": get("fetchParts", { parameters: [id, trace] }),
    "/things": post("create"),
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
});

const client = (): ReturnType<typeof createClient> =>
  createClient({ baseUrl: `${server().origin}/api`, auth: "hunter2" });
const fetchParts = (params: object): Call => call("fetchParts", client(), params);

describe("a path value", () => {
  test.each(["", ".", "..", "//evil.com", "../../admin", "a\\..\\b"])(
    "that is %j is refused",
    async (value) => {
      expect(await failureOf(fetchParts({ id: value }))).toBeInstanceOf(TypeError);
      expect(server().requests).toEqual([]);
    },
  );

  test.each(["a%2Fb", "%2e%2e", "%2e%2e%2f", "..%2fadmin", "a?b#c", "@evil.com", ";x=1"])(
    "that is %j stays in its segment",
    async (value) => {
      await fetchParts({ id: value }).result();
      const [, api, things, segment = "", parts, ...more] = server().requests[0]?.target.split("/") ?? [];
      expect([api, things, parts, more]).toEqual(["api", "things", "parts", []]);
      expect(decodeURIComponent(segment)).toBe(value);
    },
  );

  test("with an escaped slash stays one segment, escaped once more", async () => {
    await fetchParts({ id: "a%2Fb" });
    expect(server().requests[0]?.target).toBe("/api/things/a%252Fb/parts");
  });
});

test.each(["1\r\nX-Injected: 1", "1\nX-Injected: 1", "1\r1", "1\0"])(
  "a header that is %j is refused, and nothing is sent",
  async (value) => {
    expect(await failureOf(fetchParts({ id: "a", "X-Trace": value }))).toBeInstanceOf(TypeError);
    expect(server().requests).toEqual([]);
  },
);

test("a header with a line end behind it goes without that (Fetch Standard, section 2.2.2)", async () => {
  await fetchParts({ id: "a", "X-Trace": "1\r\n" }).result();
  expect(server().requests[0]?.headers["x-trace"]).toBe("1");
});

describe("`__proto__`", () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"a":1}') as object;
  const isClean = (): boolean => !("polluted" in {});

  test("in a body is sent as it is, and changes nothing", async () => {
    await call("create", client(), { body: hostile });
    expect(server().requests[0]?.body).toBe('{"__proto__":{"polluted":true},"a":1}');
    expect(isClean()).toBe(true);
  });

  test("in an answer is a property like any other", async () => {
    server().answer(() => ({
      headers: { "content-type": "application/json" },
      body: JSON.stringify(hostile),
    }));
    const answer = await call("create", client(), { body: 1 });
    expect(Object.keys(answer as object)).toEqual(["__proto__", "a"]);
    expect(isClean()).toBe(true);
  });

  test("among parameters, headers and defaults changes neither the request nor a prototype", async () => {
    const params = JSON.parse('{"id":"a","__proto__":{"id":"b","X-Trace":"c","polluted":true}}') as object;
    await call("fetchParts", { ...client(), defaults: hostile }, params);
    expect(server().requests[0]?.target).toBe("/api/things/a/parts");
    expect(server().requests[0]?.headers).not.toHaveProperty("x-trace");
    expect(isClean()).toBe(true);
  });
});

test("a client shows no credential, however it is shown", () => {
  const own = client();
  const shown = [inspect(own, { depth: null, showHidden: true }), JSON.stringify(own), `${String(own)}`];
  expect(shown.join()).not.toContain("hunter2");
  expect(shown.join()).toContain("baseUrl");
});

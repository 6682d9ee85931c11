import { describe, expect, test } from "vitest";
import type { Middleware } from "../../generator/runtime/middleware.js";
import { type Answer } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";
import {
  busy,
  clientOf,
  count,
  createClient,
  createThing,
  fetchSecret,
  fetchThing,
  ok,
  replaceThing,
  retry,
  server,
  still,
} from "./retrying.js";

describe("a request that may be repeated", () => {
  test.each([408, 429, 500, 502, 503, 504])("is sent again after %i", async (status) => {
    const { client } = clientOf({}, busy(status), ok);
    expect(await fetchThing(client)).toEqual({ id: 1 });
    expect(count()).toBe(2);
  });

  test.each([400, 401, 404, 409, 422, 501, 505])("is not sent again after %i", async (status) => {
    const { client } = clientOf({}, busy(status), ok);
    expect(await failureOf(fetchThing(client))).toMatchObject({ name: "ApiError", status });
    expect(count()).toBe(1);
  });

  test("is sent again when the connection breaks before an answer", async () => {
    const { client } = clientOf({}, { hangUp: true }, ok);
    expect(await fetchThing(client)).toEqual({ id: 1 });
  });

  test("is sent again when nobody listens, and fails with the last failure", async () => {
    const { client, pauses } = clientOf({ attempts: 4 });
    const refused = { ...client, baseUrl: "http://127.0.0.1:1" };
    expect(await failureOf(fetchThing(refused))).toBeInstanceOf(TypeError);
    expect(pauses).toHaveLength(3);
  });

  test("is given up after so many attempts with the last answer", async () => {
    const { client } = clientOf({}, busy(503), busy(502), busy(500), ok);
    expect(await failureOf(fetchThing(client))).toMatchObject({ status: 500, body: { message: "busy" } });
    expect(count()).toBe(3);
  });

  test("goes out the same each time", async () => {
    const { client } = clientOf({}, busy(503), busy(503), ok);
    await replaceThing(client, { body: { id: 7 } });
    expect(server().requests.map(({ method, body }) => [method, body])).toEqual(
      Array(3).fill(["PUT", '{"id":7}']),
    );
  });

  test("that lacks its credentials is not tried again", async () => {
    const { client, pauses } = clientOf({}, ok);
    expect((await failureOf(fetchSecret(client))) as Error).toEqual(new Error("GET /secret needs auth: key"));
    expect(pauses).toEqual([]);
  });

  test("that fails for a reason of the caller's is not sent at all", async () => {
    const { client, pauses } = clientOf({}, ok);
    const own = new Error("mine");
    const middleware: Middleware[] = [...(client.middleware ?? []), () => Promise.reject(own)];
    expect(await failureOf(fetchThing(client, {}, { middleware }))).toBe(own);
    expect(pauses).toEqual([]);
  });
});

describe("pauses", () => {
  test("are chance up to a bound that doubles and has a cap", async () => {
    const { client, pauses } = clientOf({ attempts: 6, base: 100, cap: 500 }, busy(503));
    await failureOf(fetchThing(client));
    expect(pauses).toEqual([100, 200, 400, 500, 500]);
  });

  test("are nothing where chance is at its lowest", async () => {
    const { pauses, platform } = still();
    server().answer((_, index) => (index === 0 ? busy(503) : ok));
    const middleware = [retry({}, { ...platform, random: () => 0 })];
    await fetchThing(createClient({ baseUrl: server().origin, middleware }));
    expect(pauses).toEqual([0]);
  });

  test.each<[what: string, headers: Readonly<Record<string, string>>, pause: number]>([
    ["seconds", { "retry-after": "7" }, 7000],
    ["no time", { "retry-after": "0" }, 0],
    [
      "a date by the clock of the server",
      { "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT", date: "Fri, 31 Dec 1999 23:59:29 GMT" },
      30_000,
    ],
    [
      "a date of the old form",
      { "retry-after": "Sunday, 06-Nov-94 08:49:37 GMT", date: "Sun, 06 Nov 1994 08:49:27 GMT" },
      10_000,
    ],
    ["a date that is past", { "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT" }, 0],
  ])("are as long as the server says: %s", async (_, headers, pause) => {
    const { client, pauses } = clientOf({}, busy(429, headers), ok);
    expect(await fetchThing(client)).toEqual({ id: 1 });
    expect(pauses).toEqual([pause]);
  });

  test("are as the client's clock says where the server sends no date", async () => {
    const { pauses, platform } = still();
    const headers = { "retry-after": "Wed, 25 Nov 2026 12:00:05 GMT" };
    const answers = [new Response("", { status: 503, headers }), Response.json({ id: 1 })];
    const client = createClient({
      baseUrl: server().origin,
      fetch: () => Promise.resolve(answers.shift() as Response),
      middleware: [retry({}, platform)],
    });
    await fetchThing(client);
    expect(pauses).toEqual([5000]);
  });

  test.each(["-1", "1.5", "soon", "12 parsecs", ""])("are chance where the server says %o", async (value) => {
    const { client, pauses } = clientOf({}, busy(429, { "retry-after": value }), ok);
    await fetchThing(client);
    expect(pauses).toEqual([500]);
  });

  test("that the server wants longer than the cap are not made: its answer is handed on", async () => {
    const { client, pauses } = clientOf({ cap: 10_000 }, busy(429, { "retry-after": "11" }), ok);
    const error = await failureOf(fetchThing(client));
    expect(error).toMatchObject({ status: 429 });
    expect((error as { headers: Headers }).headers.get("retry-after")).toBe("11");
    expect([count(), pauses]).toEqual([1, []]);
  });
});

describe("a request that is not idempotent", () => {
  test.each<[what: string, answer: Answer]>([
    ["503", busy(503)],
    ["429", busy(429)],
    ["502 with Retry-After", busy(502, { "retry-after": "1" })],
    ["a broken connection", { hangUp: true }],
  ])("is sent once where the answer is %s", async (_, answer) => {
    const { client } = clientOf({}, answer, ok);
    await failureOf(createThing(client, { body: {} }));
    expect(count()).toBe(1);
  });

  test.each([429, 503])("is sent again after %i that says when", async (status) => {
    const { client, pauses } = clientOf({}, busy(status, { "retry-after": "2" }), ok);
    expect(await createThing(client, { body: {} })).toEqual({ id: 1 });
    expect(pauses).toEqual([2000]);
  });

  test("is sent again where the caller allows its method", async () => {
    const { client } = clientOf({ methods: ["POST"] }, busy(503), { hangUp: true }, ok);
    expect(await createThing(client, { body: {} })).toEqual({ id: 1 });
  });

  test("is sent again where one call allows it", async () => {
    const { client } = clientOf({}, busy(503), ok);
    const middleware = [retry({ methods: ["POST"] }, still().platform)];
    expect(await createThing(client, { body: {} }, { middleware })).toEqual({ id: 1 });
  });

  test("keeps one idempotency key over its attempts, and another call has another one", async () => {
    const { client } = clientOf({ idempotencyKey: "Idempotency-Key" }, busy(503), busy(500), ok);
    await createThing(client, { body: {} });
    await createThing(client, { body: {} });
    expect(server().requests.map((each) => each.headers["idempotency-key"])).toEqual([
      ...["key-1", "key-1", "key-1"],
      "key-2",
    ]);
  });

  test("keeps a key that the caller gave, which allows repeating by itself", async () => {
    const options = { headers: { "idempotency-key": "mine" } };
    for (const each of [{ idempotencyKey: "Idempotency-Key" }, {}]) {
      const { client } = clientOf(each, busy(503), ok);
      await createThing(client, { body: {} }, options);
    }
    expect(new Set(server().requests.map((each) => each.headers["idempotency-key"]))).toEqual(
      new Set(["mine"]),
    );
  });

  test("alone gets a key", async () => {
    const { client } = clientOf({ idempotencyKey: "Idempotency-Key" }, ok);
    await fetchThing(client);
    expect(server().requests[0]?.headers).not.toHaveProperty("idempotency-key");
  });

  test("has a key of random bits where nothing else is said", async () => {
    const middleware = [retry({ idempotencyKey: "Key" })];
    await createThing(createClient({ baseUrl: server().origin, middleware }), { body: {} });
    expect(server().requests[0]?.headers["key"]).toMatch(/^[\da-f]{32}$/);
  });
});

describe("one call", () => {
  test("can do without the client's middleware", async () => {
    const { client } = clientOf({}, busy(503), ok);
    expect(await failureOf(fetchThing(client, {}, { middleware: [] }))).toMatchObject({ status: 503 });
  });
});

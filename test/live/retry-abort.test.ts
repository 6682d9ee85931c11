import { describe, expect, test } from "vitest";
import { timeout } from "../../generator/runtime/timeout.js";
import { json } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";
import {
  busy,
  clientOf,
  count,
  createClient,
  fetchThing,
  retry,
  server,
  still,
  type Call,
} from "./retrying.js";

describe("giving up", () => {
  test("while waiting rejects with the signal's reason, and nothing is sent any more", async () => {
    const controller = new AbortController();
    const reason = new Error("the user left");
    server().answer(() => {
      setTimeout(() => controller.abort(reason), 5);
      return busy(503, { "retry-after": "50" });
    });
    const client = createClient({ baseUrl: server().origin, middleware: [retry()] });
    expect(await failureOf(fetchThing(client, {}, { signal: controller.signal }))).toBe(reason);
    expect(count()).toBe(1);
  });

  test("by the total deadline ends the waiting as well", async () => {
    server().answer(() => busy(503, { "retry-after": "50" }));
    const client = createClient({ baseUrl: server().origin, middleware: [timeout(100), retry()] });
    expect(await failureOf(fetchThing(client))).toMatchObject({ name: "TimeoutError" });
  });

  test("by a timeout inside leads to the next attempt", async () => {
    server().answer((_, index) => (index === 0 ? undefined : json({ id: 1 })));
    const { platform } = still();
    const middleware = [timeout(60_000), retry({}, platform), timeout(500)];
    expect(await fetchThing(createClient({ baseUrl: server().origin, middleware }))).toEqual({ id: 1 });
    expect(count()).toBe(2);
  });

  test("during an attempt is not taken for a failure of the network", async () => {
    const controller = new AbortController();
    const { pauses, platform } = still();
    server().answer(() => void controller.abort());
    const client = createClient({ baseUrl: server().origin, middleware: [retry({}, platform)] });
    const error = await failureOf(fetchThing(client, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(pauses).toEqual([]);
  });

  /** Gives no answer until it is given up. */
  const hanging: typeof fetch = (_, init) =>
    new Promise((_, reject) =>
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error)),
    );

  test("an attempt that takes too long leads to the next one", async () => {
    const { pauses, platform } = still();
    const middleware = [retry({ attemptTimeout: 20 }, platform)];
    let sent = 0;
    const client = createClient({
      baseUrl: server().origin,
      fetch: (...request) => (sent++ === 0 ? hanging(...request) : Promise.resolve(Response.json({ id: 1 }))),
      middleware,
    });
    expect(await fetchThing(client)).toEqual({ id: 1 });
    expect(pauses).toEqual([500]);
  });

  test("the last attempt rejects with a TimeoutError", async () => {
    const { pauses, platform } = still();
    const middleware = [retry({ attempts: 2, attemptTimeout: 20 }, platform)];
    const client = createClient({ baseUrl: server().origin, fetch: hanging, middleware });
    expect(await failureOf(fetchThing(client))).toMatchObject({ name: "TimeoutError" });
    expect(pauses).toEqual([500]);
  });

  test("an attempt by its own time does not cut off a body that has begun", async () => {
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('{"id":'));
        await new Promise((resolve) => setTimeout(resolve, 60));
        controller.enqueue(new TextEncoder().encode("1}"));
        controller.close();
      },
    });
    const client = createClient({
      baseUrl: server().origin,
      fetch: (_, init) => {
        init?.signal?.addEventListener("abort", () => void body.cancel());
        return Promise.resolve(new Response(body));
      },
      middleware: [retry({ attemptTimeout: 20 })],
    });
    expect(await fetchThing(client)).toEqual({ id: 1 });
  });

  test("by a signal still reaches the body of an attempt with a time of its own", async () => {
    const controller = new AbortController();
    const { client } = clientOf({ attemptTimeout: 60_000 }, { body: '{"id":', unfinished: true });
    const call = fetchThing(client, {}, { signal: controller.signal }) as ReturnType<Call> & {
      response(): Promise<Response>;
    };
    await call.response();
    const outcome = failureOf(call);
    controller.abort();
    expect(await outcome).toMatchObject({ name: "AbortError" });
  });
});

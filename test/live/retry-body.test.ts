import { describe, expect, test } from "vitest";
import type { RetryPlatform } from "../../generator/runtime/retry.js";
import { busy, count, createClient, fetchThing, ok, retry, server, still } from "./retrying.js";

describe("a body", () => {
  const sending = (body: BodyInit, platform: RetryPlatform): Promise<Response> => {
    const send = retry({ methods: ["POST"] }, platform);
    const url = new URL(server().origin);
    const request = {
      method: "POST",
      path: "/",
      url,
      headers: new Headers(),
      body,
      duplex: "half" as const,
      signal: null,
    };
    return send(request, (each) => fetch(each.url, { ...each, duplex: "half" } as RequestInit));
  };
  const form = new FormData();
  form.set("a", "1");

  test.each<[what: string, body: () => BodyInit]>([
    ["text", () => "text"],
    ["bytes", () => new Uint8Array([1, 2])],
    ["a buffer", () => new ArrayBuffer(2)],
    ["a Blob", () => new Blob(["b"])],
    ["a form", () => form],
    ["fields", () => new URLSearchParams("a=1")],
  ])("that is %s is sent again", async (_, body) => {
    server().answer((_, index) => (index === 0 ? busy(503) : ok));
    expect((await sending(body(), still().platform)).status).toBe(200);
    expect(server().requests[0]?.body.length).toBeGreaterThan(0);
  });

  test.each<[what: string, body: () => BodyInit]>([
    ["a stream", () => new Blob(["b"]).stream()],
    [
      "an iterator",
      () =>
        (async function* () {
          yield new Uint8Array([1]);
        })() as unknown as BodyInit,
    ],
  ])("that is %s is sent once, even where the server says when to come again", async (_, body) => {
    server().answer(() => busy(503, { "retry-after": "0" }));
    expect((await sending(body(), still().platform)).status).toBe(503);
    expect(count()).toBe(1);
  });

  test("of an answer that is not handed on is cancelled", async () => {
    const cancelled: unknown[] = [];
    const endless = new ReadableStream({ cancel: () => void cancelled.push("cancelled") });
    const answers = [new Response(endless, { status: 503 }), Response.json({ id: 1 })];
    const client = createClient({
      baseUrl: server().origin,
      fetch: () => Promise.resolve(answers.shift() as Response),
      middleware: [retry({}, still().platform)],
    });
    expect(await fetchThing(client)).toEqual({ id: 1 });
    expect(cancelled).toEqual(["cancelled"]);
  });
});

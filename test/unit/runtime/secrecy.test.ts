import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Authorize,
  basic,
  bearer,
  cookieKey,
  headerKey,
  queryKey,
} from "../../../generator/runtime/auth.js";
import type { CallOptions } from "../../../generator/runtime/client.js";
import { createClient } from "../../../generated/twilio/src/create-client.js";
import { type Answer, type Answering, eachTestHasAServer, json } from "../../support/server.js";
import { clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

const secret = "hunter2";
const inBase64 = Buffer.from(`user:${secret}`).toString("base64");

/** Everything that a log could show of a value. */
function shown(value: unknown): string {
  const { message, stack, cause } = value instanceof Error ? value : {};
  const json = JSON.stringify(value) as string | undefined;
  return [inspect(value, { depth: null, showHidden: true }), json, message, stack, inspect(cause)].join("\n");
}

const schemes: readonly [name: string, authorize: Authorize | undefined][] = [
  ["HTTP basic", basic({ username: "user", password: secret })],
  ["a bearer token", bearer(secret)],
  ["a key in a header", headerKey("x-key", secret)],
  ["a key in the query", queryKey("key", secret)],
  ["a key in a cookie", cookieKey("key", secret)],
];

describe("a client", () => {
  test("does not show its credentials", () => {
    const client = createClient({
      auth: { username: "user", password: secret },
      headers: { "x-trace": "5" },
    });
    expect(shown(client)).not.toContain(secret);
    expect(shown(client)).not.toContain(inBase64);
    expect(shown(client)).toContain("x-trace"); // It is looked at in full.
  });
});

describe.each(schemes)("the credential of %s", (_, authorize) => {
  const calling = (answer: Answering, options: CallOptions = {}): ReturnType<typeof fetchThing> => {
    server().answer(answer);
    const client = clientOf(server().origin, { credentials: { authorize } });
    return fetchThing(client, options, { security: [["authorize"]] });
  };

  test.each<[what: string, answer: Answer]>([
    ["an error answer", json({ message: "no" }, 401)],
    ["an answer that is no JSON", { headers: { "content-type": "text/html" }, body: "<h1>" }],
    ["damaged JSON", { headers: { "content-type": "application/json" }, body: "{" }],
  ])("is not in the error of %s", async (_, answer) => {
    const error = await failureOf(calling(() => answer));
    expect(server().requests).toHaveLength(1);
    expect(shown(error)).not.toContain(secret);
    expect(shown(error)).not.toContain(inBase64);
  });

  test("is not in the error of a request that was given up", async () => {
    const controller = new AbortController();
    const call = calling(() => void controller.abort(), { signal: controller.signal });
    expect(shown(await failureOf(call))).not.toContain(secret);
    expect(server().requests).toHaveLength(1);
  });

  test("is not in the error of a server that cannot be reached", async () => {
    await server().close();
    expect(shown(await failureOf(calling(() => ({}))))).not.toContain(secret);
  });

  test("is not shown by a call under way", async () => {
    const call = calling(() => json({}));
    await call;
    expect(shown(call)).not.toContain(secret);
  });
});

describe("a credential that a header cannot carry", () => {
  test.each<[what: string, authorize: Authorize | undefined]>([
    ["a token with a line end", bearer(`hun\n${secret}`)],
    ["a token beyond Latin-1", bearer(`${secret}€`)],
    ["a header key with a line end", headerKey("x-key", `hun\n${secret}`)],
    ["a cookie that is no Unicode", cookieKey("key", `${secret}\ud800`)],
    ["a query key that is no Unicode", queryKey("key", `${secret}\ud800`)],
  ])("is refused without being shown: %s", async (_, authorize) => {
    const client = clientOf(server().origin, { credentials: { authorize } });
    const error = await failureOf(fetchThing(client, {}, { security: [["authorize"]] }));
    expect(error).toEqual(new Error("credentials no header can hold"));
    expect(shown(error)).not.toContain(secret);
    expect(server().requests).toEqual([]);
  });
});

/** What an emitted client makes of the answers of a server, good and bad. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, eachTestHasAServer } from "../support/server.js";
import { failure, typed } from "./answering.js";
import { type Call, type EmittedClient, answers, describedBy, emittedClient } from "./emitted-client.js";

const object = { type: "object" };
const json = { "application/json": { schema: object } };
const document = describedBy({
  one: answers({
    200: json,
    404: { "application/problem+json": { schema: object } },
    "5XX": { "text/plain": {} },
  }),
  several: answers({
    200: {
      "text/csv": { schema: { type: "string" } },
      ...json,
      "image/*": { schema: { type: "string", format: "binary" } },
    },
  }),
  headed: {
    responses: {
      200: {
        description: "",
        headers: {
          "X-Left": { schema: { type: "integer" } },
          "X-Tags": { schema: { type: "array", items: { type: "string" } } },
          "X-On": { schema: { type: "boolean" } },
          "X-Json": { content: { "application/json": { schema: object } } },
          "X-Id": { schema: { type: "string" } },
        },
      },
      "4XX": { description: "", headers: { "Retry-After": { schema: { type: "integer" } } } },
    },
  },
  told: {
    responses: {
      200: { description: "" },
      404: { description: "" },
      "4XX": { description: "", content: json },
    },
  },
  rest: answers({ default: json }),
  unsaid: { responses: {} },
  xml: answers({ 200: { "application/xml": { schema: { ...object, xml: { name: "thing" } } } } }),
  parts: answers({ 200: { "multipart/mixed": { schema: object } } }),
  bytes: answers({ 200: { "application/octet-stream": {} } }),
});

let client: EmittedClient;
beforeAll(async () => {
  client = await emittedClient(document);
});
const server = eachTestHasAServer();

function calling(operation: string, answer: Answer, options: object = {}, params: object = {}): Call {
  server().answer(() => answer);
  return client.call(server().origin, operation, params, options);
}

describe("an answer of several media types", () => {
  test("asks for all of them", async () => {
    await calling("several", typed("application/json", "{}"));
    expect(server().requests[0]?.headers["accept"]).toBe("application/json, text/csv, image/*");
  });

  test("is read as what it says that it is", async () => {
    expect(await calling("several", typed("application/json; charset=utf-8", '{"a":1}'))).toEqual({ a: 1 });
    expect(await calling("several", typed("Application/vnd.api+json", "[]"))).toEqual([]);
    expect(await calling("several", typed("text/csv", "1"))).toBe("1");
    const image = (await calling("several", typed("image/png", "x"))) as Blob;
    expect([image.type, await image.text()]).toEqual(["image/png", "x"]);
    expect(await calling("several", { body: "{}" })).toEqual({});
  });

  test("is refused where it is none of them", async () => {
    expect(await failure(calling("several", typed("text/html", "<p>")))).toMatchObject({
      name: "ResponseError",
      message:
        "GET /several: the answer is text/html, not application/json or text/csv or image/* (status 200)",
      body: "<p>",
      status: 200,
    });
  });
});

describe("an answer that cannot be read", () => {
  const damaged = "the answer is application/json, not valid JSON";
  test.each<readonly [what: string, answer: Answer, problem: string, cause: unknown]>([
    ["is of another type", typed("text/html", "<p>hi"), "the answer is text/html, not valid JSON", undefined],
    ["is garbage", typed("application/json", "\u0000\u0001garbage"), damaged, expect.any(SyntaxError)],
    ["is truncated", typed("application/json", '{"a": [1, 2'), damaged, expect.any(SyntaxError)],
    [
      "breaks off",
      typed("application/json", '{"a": [1, 2', { hangUp: true }),
      "the body breaks off",
      expect.any(Error),
    ],
    [
      "is shorter than it says",
      {
        headers: { "content-type": "application/json", "content-length": "50" },
        body: '{"a": 1',
        hangUp: true,
      },
      "the body breaks off",
      expect.any(Error),
    ],
  ])("%s: the error shows status, headers, what came and why", async (_, answer, problem, cause) => {
    const error = (await failure(calling("one", answer))) as Record<string, unknown>;
    expect(error).toMatchObject({ name: "ResponseError", status: 200, body: answer.body, cause });
    expect(error["message"]).toBe(`GET /one: ${problem} (status 200)`);
    expect((error["headers"] as Headers).get("content-type")).toBe(answer.headers?.["content-type"]);
  });

  test("breaks off in bytes", async () => {
    const answer = typed("application/octet-stream", "abc", { hangUp: true });
    expect(await failure(calling("bytes", answer))).toMatchObject({ name: "ResponseError", status: 200 });
  });

  test("never comes to its end: the caller's time is over", async () => {
    const answer = typed("application/json", '{"a":', { unfinished: true });
    expect(await failure(calling("one", answer, { signal: AbortSignal.timeout(50) }))).toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("a success that is not documented", () => {
  test("is an error to who awaits it, and a branch of its own of the result", async () => {
    const answer = typed("text/plain", "Soon", { status: 202 });
    expect(await failure(calling("one", answer))).toMatchObject({
      name: "ApiError",
      message: "GET /one answered 202: undocumented",
      status: 202,
      body: "Soon",
    });
    expect(await calling("one", answer).result()).toMatchObject({ ok: false, status: 202, body: "Soon" });
    expect(await calling("one", { status: 204 }).result()).toMatchObject({ ok: false, body: "" });
  });

  test("is what `default` says where no success has a status", async () => {
    expect(await calling("rest", typed("application/json", "[1]", { status: 201 }))).toEqual([1]);
    expect(await failure(calling("rest", { status: 204 }))).toMatchObject({ name: "ResponseError" });
  });

  test("has no body that is known where nothing at all is said", async () => {
    expect(await calling("unsaid", typed("text/plain", "OK"))).toBeUndefined();
  });
});

describe("an answer without a body", () => {
  test.each([
    ["one", "valid JSON"],
    ["several", "application/json or text/csv or image/*"],
    ["xml", "valid XML"],
    ["parts", "parts"],
  ])("is refused where one is documented: %s", async (operation, documented) => {
    const error = await failure(calling(operation, typed("text/html", "")));
    expect(error).toMatchObject({
      name: "ResponseError",
      message: `GET /${operation}: the answer is empty, not ${documented} (status 200)`,
      status: 200,
      body: "",
      cause: undefined,
    });
    expect((error as Response).headers.get("content-type")).toBe("text/html");
  });

  test("is what comes where none is documented, also where something does; of errors it is told", async () => {
    expect(await calling("told", { status: 200 })).toBeUndefined();
    expect(await calling("told", typed("text/plain", "OK"))).toBeUndefined();
    const gone = typed("application/json", '{"detail":"Gone"}', { status: 404 });
    const error = await failure(calling("told", gone));
    expect(error).toMatchObject({ message: "GET /told answered 404: Gone" });
    expect(error).not.toHaveProperty("cause");
    expect(await calling("told", { status: 404 }).result()).not.toHaveProperty("unread");
    expect(await calling("told", { status: 400 }).result()).toHaveProperty("unread");
  });
});

describe("an error answer", () => {
  test("says what its problem details say", async () => {
    const problem = { title: "Not found", detail: "No such thing" };
    const answer = typed("application/problem+json", JSON.stringify(problem), { status: 404 });
    const error = await failure(calling("one", answer));
    expect(error).toMatchObject({
      name: "ApiError",
      message: "GET /one answered 404: No such thing",
      body: problem,
    });
    expect(error).not.toHaveProperty("cause");
  });

  test("that is not what is documented is text, and says why", async () => {
    const answer = typed("text/html", "<h1>Bad gateway", { status: 404 });
    const error = await failure(calling("one", answer));
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: "<h1>Bad gateway" });
    expect((error as Error).cause).toMatchObject({
      name: "ResponseError",
      message: "GET /one: the answer is text/html, not valid JSON (status 404)",
      status: 404,
      body: "<h1>Bad gateway",
    });
    expect(await calling("one", answer).result()).toMatchObject({
      ok: false,
      body: "<h1>Bad gateway",
      unread: { name: "ResponseError" },
    });
  });

  test("of a range is read as the range is", async () => {
    expect(await calling("one", typed("text/plain", "down", { status: 503 })).result()).toEqual({
      ok: false,
      status: 503,
      headers: expect.any(Headers) as Headers,
      body: "down",
    });
  });
});

describe("documented headers", () => {
  test("are values of an answer and of an error", async () => {
    const headers = { "x-left": "3", "x-tags": "a, b", "x-on": "true", "x-json": '{"a":1}', "x-id": "7" };
    expect(await calling("headed", { headers }).result()).toMatchObject({
      headerValues: { "X-Left": 3, "X-Tags": ["a", "b"], "X-On": true, "X-Json": { a: 1 }, "X-Id": "7" },
    });
    expect(await calling("headed", { headers: { "x-left": "few" } }).result()).toMatchObject({
      headerValues: { "X-Left": "few" },
    });
    const error = await failure(calling("headed", { status: 429, headers: { "retry-after": "5" } }));
    expect(error).toMatchObject({ name: "ApiError", headerValues: { "Retry-After": 5 } });
  });

  test("leave no trace where there are none", async () => {
    expect(await calling("one", typed("application/json", "{}")).result()).not.toHaveProperty("headerValues");
  });
});

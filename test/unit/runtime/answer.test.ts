import { describe, expect, test } from "vitest";
import { byStatus } from "../../../generator/runtime/decode-by-status.js";
import { blob, text } from "../../../generator/runtime/decode.js";
import { ResponseError } from "../../../generator/runtime/errors.js";
import { type Answer, eachTestHasAServer } from "../../support/server.js";
import { clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

function calling(
  answer: Answer,
  request: Parameters<typeof fetchThing>[2] = {},
): ReturnType<typeof fetchThing> {
  server().answer(() => answer);
  return fetchThing(clientOf(server().origin), {}, request);
}

const typed = (type: string, body: string, status: number = 200): Answer => ({
  status,
  headers: { "content-type": type },
  body,
});

describe("a successful answer", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON",
    "application/problem+json",
    "text/json",
  ])("is read as JSON when it says %s", async (type) => {
    expect(await calling(typed(type, '{"id":1}'))).toEqual({ id: 1 });
  });

  test("is read as JSON when it says nothing of its type", async () => {
    expect(await calling({ body: '{"id":1}' })).toEqual({ id: 1 });
  });

  test("is read as UTF-8, with or without a byte order mark", async () => {
    expect(await calling(typed("application/json", '\ufeff{"id":"Grüße 📞"}'))).toEqual({ id: "Grüße 📞" });
  });

  test.each(["null", "0", "false", '""', "[]"])("may be %s", async (body) => {
    expect(await calling(typed("application/json", body))).toEqual(JSON.parse(body));
  });

  test("with status 204 is undefined", async () => {
    expect(await calling({ status: 204 })).toBeUndefined();
    expect(await calling({ status: 204 }).result()).toMatchObject({ ok: true, status: 204, body: undefined });
  });

  test("keeps a __proto__ in its JSON away from the prototype", async () => {
    const body = await calling(typed("application/json", '{"__proto__":{"polluted":true}}'));
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(body).not.toHaveProperty("polluted");
  });

  test("is read as bytes where the operation says so, with their media type", async () => {
    const bytes = (await calling(typed("image/png", "a\u0000b"), {
      decode: byStatus({ 200: blob }),
    })) as unknown as Blob;
    expect(bytes.type).toBe("image/png");
    expect(await bytes.text()).toBe("a\u0000b");
  });

  test("is read as text where the operation says so, be it empty or like JSON", async () => {
    expect(await calling(typed("text/plain", "{no json"), { decode: byStatus({ 200: text }) })).toBe(
      "{no json",
    );
    expect(await calling(typed("text/plain", ""), { decode: byStatus({ 200: text }) })).toBe("");
    expect(await calling(typed("application/json", "[1]"), { decode: byStatus({ 200: text }) })).toBe("[1]");
  });
});

describe("the way to read an answer", () => {
  test.each<[what: string, status: number, decode: readonly string[], read: string]>([
    ["its own status before its range and the rest", 201, ["201", "2XX", "default"], "201"],
    ["its range before the rest", 202, ["201", "2XX", "default"], "2XX"],
    ["what holds for the rest", 404, ["201", "2XX", "default"], "default"],
    ["JSON when nothing is said of it", 404, ["201", "2XX"], "JSON"],
  ])("goes by %s", async (_, status, keys, read) => {
    const decode = Object.fromEntries(keys.map((key) => [key, () => Promise.resolve(key)]));
    const { body } = await calling(typed("application/json", '"JSON"', status), {
      decode: byStatus(decode),
    }).result();
    expect(body).toBe(read);
  });
});

describe("an answer that cannot be read", () => {
  test("because its JSON is damaged says so, with status, headers and what came", async () => {
    const error = await failureOf(calling(typed("application/json", '{"id":', 201)));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ name: "ResponseError", status: 201, body: '{"id":' });
    expect((error as ResponseError).headers.get("content-type")).toBe("application/json");
    expect((error as ResponseError).message).toMatch(/invalid JSON.*201/);
    expect((error as ResponseError).cause).toBeInstanceOf(SyntaxError);
  });

  test("because it is a web page names the type that came", async () => {
    const error = await failureOf(calling(typed("text/html; charset=utf-8", "<h1>Sign in</h1>")));
    expect(error).toBeInstanceOf(ResponseError);
    expect((error as ResponseError).message).toContain("text/html");
    expect(error).toMatchObject({ status: 200, body: "<h1>Sign in</h1>" });
  });

  test("does not show it in its message, which may get into logs", async () => {
    const error = (await failureOf(calling(typed("text/html", "x".repeat(5000))))) as ResponseError;
    expect(error.body).toHaveLength(5000);
    expect(error.message).not.toContain("xx");
  });

  test("fails in result() as well, and every time it is asked for", async () => {
    const call = calling(typed("application/json", "{"));
    expect(await failureOf(call.result())).toBeInstanceOf(ResponseError);
    expect(await failureOf(call)).toBe(await failureOf(call.result()));
  });

  test("can still be had as it came", async () => {
    const response = await calling(typed("text/html", "<h1>")).response();
    expect(await response.text()).toBe("<h1>");
  });
});

describe("a server that cannot be reached", () => {
  test("rejects with the error of fetch", async () => {
    await server().close();
    const call = fetchThing(clientOf(server().origin));
    expect(await failureOf(call)).toBeInstanceOf(TypeError);
    expect(await failureOf(call.result())).toBe(await failureOf(call.response()));
  });
});

import { describe, expect, expectTypeOf, test } from "vitest";
import { bound } from "../../../generator/runtime/bound.js";
import { type ApiCall, call, isApiError } from "../../../generator/runtime/call.js";
import type { ApiClient } from "../../../generator/runtime/client.js";
import { empty, json as asJson, loose } from "../../../generator/runtime/decode.js";
import { ApiError, ResponseError } from "../../../generator/runtime/errors.js";
import { type Answer, eachTestHasAServer, json } from "../../support/server.js";
import { type Problem, type Trouble, clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

async function errorFrom(answer: Answer): Promise<unknown> {
  server().answer(() => answer);
  return failureOf(fetchThing(clientOf(server().origin)));
}

/** Another operation with the same answers. */
function removeThing(client: ApiClient): ApiCall<{ 204: undefined; 404: Problem }> {
  return call(client, undefined, removeThing, {}, () => ({
    method: "DELETE",
    path: "/thing",
    answers: { 204: empty, 404: asJson, default: loose },
  }));
}

describe("an ApiError", () => {
  test("holds status, headers and body, and says what was asked", async () => {
    const error = await errorFrom({
      ...json({ message: "no such thing" }, 404),
      headers: { "retry-after": "3" },
    });
    if (!(error instanceof ApiError)) throw error;
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: { message: "no such thing" } });
    expect(error.headers.get("retry-after")).toBe("3");
    expect(error.message).toBe("GET /thing answered 404: no such thing");
    expect(error.stack).toContain("ApiError");
    expectTypeOf(error).toEqualTypeOf<ApiError>();
    expectTypeOf(error.body).toEqualTypeOf<unknown>();
  });

  test.each([
    ["an empty body", ""],
    ["null", "null"],
    ["a text", '"broken"'],
    ["a message that is no text", '{"message":{"a":1}}'],
  ])("comes from %s as well", async (_, body) => {
    const error = await errorFrom({ status: 500, headers: { "content-type": "application/json" }, body });
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toBe("GET /thing answered 500");
    expect((error as ApiError).body).toEqual(body === "" ? "" : JSON.parse(body));
  });

  test.each<[body: object, said: string]>([
    [{ title: "T" }, ": T"],
    [{ title: "T", detail: "D" }, ": D"],
    [{ title: "T", detail: "D", message: "M" }, ": M"],
    [{ title: "T", message: "M" }, ": M"],
    [{ title: "T", detail: null, message: { a: 1 } }, ": T"],
    [{ message: 7, code: "C", name: "Ann", errors: ["E"] }, ""],
    [["Ann"], ""],
  ])("says one text that the body has for people, and nothing else of it: %j", async (body, said) => {
    const error = await errorFrom(json(body, 404));
    expect(error).toMatchObject({
      name: "ApiError",
      message: `GET /thing answered 404${said}`,
      status: 404,
      headers: expect.any(Headers) as Headers,
      body,
    });
  });

  test("comes from a page of a proxy, with its text as the body", async () => {
    const error = await errorFrom({
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<h1>Bad Gateway",
    });
    expect(error).toMatchObject({
      name: "ApiError",
      message: "GET /thing answered 502",
      status: 502,
      body: "<h1>Bad Gateway",
      cause: { message: "GET /thing: the answer is text/html, not valid JSON (status 502)" },
    });
  });

  test("comes from a status that is not documented", async () => {
    expect(await errorFrom({ status: 418 })).toMatchObject({
      name: "ApiError",
      status: 418,
      body: "",
    });
  });
});

describe("isApiError", () => {
  test("narrows the body by status to what the operation documents", async () => {
    const error = await errorFrom(json({ message: "no such thing" }, 404));
    if (!isApiError(error, fetchThing)) throw error;
    expectTypeOf(error.body).toEqualTypeOf<Problem | Trouble>();
    if (error.status !== 404) throw error;
    expectTypeOf(error.body).toEqualTypeOf<Problem>();
    expectTypeOf(error.headers).toEqualTypeOf<Headers>();
    expect(error.body.message).toBe("no such thing");
  });

  test("gives the statuses that are not documented the body of `default`", async () => {
    const error = await errorFrom(json({ code: 9 }, 503));
    if (!isApiError(error, fetchThing) || error.status === 404) throw error;
    expectTypeOf(error.body).toEqualTypeOf<Trouble>();
    expect(error.body.code).toBe(9);
  });

  test("leaves the body unknown where there is no `default`", async () => {
    server().answer(() => json({ code: 9 }, 503));
    const error = await failureOf(removeThing(clientOf(server().origin)));
    if (!isApiError(error, removeThing) || error.status === 404) throw error;
    expectTypeOf(error.body).toEqualTypeOf<unknown>();
    expect(error.body).toEqual({ code: 9 });
  });

  test("knows the methods of a facade", async () => {
    server().answer(() => json({ message: "no such thing" }, 404));
    const client = clientOf(server().origin);
    const [fetch, remove] = [bound(client, fetchThing), bound(client, removeThing)];
    const error = await failureOf(fetch());
    if (!isApiError(error, fetch) || error.status !== 404) throw error;
    expectTypeOf(error.body).toEqualTypeOf<Problem>();
    expect([isApiError(error, fetchThing), isApiError(error, remove)]).toEqual([true, false]);
    expect(error).not.toHaveProperty("cause");
  });

  test("is false for the error of another operation", async () => {
    const error = await errorFrom(json({ message: "no such thing" }, 404));
    expect([isApiError(error, fetchThing), isApiError(error, removeThing)]).toEqual([true, false]);
  });

  test("is false for anything else that can be thrown", async () => {
    const unreadable = await errorFrom({ headers: { "content-type": "text/html" }, body: "<h1>" });
    expect(unreadable).toBeInstanceOf(ResponseError);
    for (const thrown of [unreadable, new Error("ApiError"), undefined, null, "404", { status: 404 }])
      expect(isApiError(thrown, fetchThing)).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import type { Answers, Decode } from "../../../generator/runtime/client.js";
import { blob, empty, json, loose, text } from "../../../generator/runtime/decode.js";
import { byType } from "../../../generator/runtime/decode-by-type.js";
import { namedParts } from "../../../generator/runtime/decode-parts.js";
import { xml } from "../../../generator/runtime/decode-xml.js";
import { type ApiError, ResponseError } from "../../../generator/runtime/errors.js";
import { withRanges } from "../../../generator/runtime/of-status.js";
import type { XmlElement } from "../../../generator/runtime/xml.js";
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
      answers: { 200: blob, default: loose },
    })) as unknown as Blob;
    expect(bytes.type).toBe("image/png");
    expect(await bytes.text()).toBe("a\u0000b");
  });

  test("is read as text where the operation says so, be it empty or like JSON", async () => {
    expect(await calling(typed("text/plain", "{no json"), { answers: { 200: text, default: loose } })).toBe(
      "{no json",
    );
    expect(await calling(typed("text/plain", ""), { answers: { 200: text, default: loose } })).toBe("");
    expect(await calling(typed("application/json", "[1]"), { answers: { 200: text, default: loose } })).toBe(
      "[1]",
    );
  });
});

describe("the way to read an answer", () => {
  const named =
    (name: string): Decode =>
    () =>
      Promise.resolve(name);
  const tableOf = (...keys: readonly string[]): Answers => ({
    ...Object.fromEntries(keys.map((key) => [key, named(key)])),
    default: named("default"),
  });

  test.each<[what: string, status: number, keys: readonly string[], read: string, ok: boolean]>([
    ["its own status before its range and the rest", 201, ["201", "2XX"], "201", true],
    ["its own status, wherever it stands", 201, ["2XX", "201"], "201", true],
    ["its range before the rest", 202, ["201", "2XX"], "2XX", true],
    ["the first status of its range", 200, ["2XX"], "2XX", true],
    ["the last status of its range", 599, ["4XX", "5XX"], "5XX", false],
    ["what holds for the rest", 404, ["201", "2XX"], "default", false],
    ["its own error before its range", 404, ["200", "404", "4XX"], "404", false],
    ["its range of errors before the rest", 499, ["200", "404", "4XX"], "4XX", false],
    ["what holds for the rest beside a range", 500, ["200", "404", "4XX"], "default", false],
    [
      "what holds for the rest where a success beside a range is not documented",
      202,
      ["200", "4XX"],
      "default",
      false,
    ],
  ])("goes by %s", async (_, status, keys, read, ok) => {
    const answers = withRanges(tableOf(...keys));
    const result = await calling(typed("application/json", '"JSON"', status), { answers }).result();
    expect(result).toMatchObject({ ok, status, body: read });
  });

  test.each<[status: number, read: string, ok: boolean]>([
    [200, "200", true],
    [201, "default", false],
    [404, "default", false],
  ])("goes by the number alone where there are no ranges: %s", async (status, read, ok) => {
    const answer = typed("application/json", '"JSON"', status);
    expect(await calling(answer, { answers: tableOf("200") }).result()).toMatchObject({ ok, body: read });
  });
});

describe("a success that is not documented", () => {
  const answers = { 200: json, default: loose };

  test("says so, whatever it holds", async () => {
    const answer = typed("application/json", '{"message":"Booked","title":"Book"}', 202);
    expect(await failureOf(calling(answer, { answers }))).toMatchObject({
      message: "GET /thing answered 202: undocumented",
    });
  });

  test("is an error to who awaits the call, and says so", async () => {
    const headers = { "content-type": "text/plain", "x-job": "7" };
    const error = await failureOf(calling({ status: 202, headers, body: "Soon" }, { answers }));
    expect(error).toMatchObject({
      name: "ApiError",
      message: "GET /thing answered 202: undocumented",
      status: 202,
      body: "Soon",
    });
    expect(error).not.toHaveProperty("cause");
    expect((error as ApiError).headers.get("x-job")).toBe("7");
  });

  test("is one beside a range of errors as well", async () => {
    const ranges = withRanges({ 200: json, "4XX": json, default: loose });
    const error = await failureOf(calling({ status: 204 }, { answers: ranges }));
    expect(error).toMatchObject({
      name: "ApiError",
      message: "GET /thing answered 204: undocumented",
      body: "",
    });
  });

  test.each([
    ["nothing", { status: 204 }, ""],
    ["JSON", typed("application/json", '{"a":1}', 206), { a: 1 }],
  ])("is an answer of its own to who asks for the result: %s", async (_, answer, body) => {
    const result = await calling(answer, { answers }).result();
    expect(result).toMatchObject({ ok: false, status: answer.status, body });
    expect(result).not.toHaveProperty("unread");
  });
});

describe("an answer without a body", () => {
  test("where one is documented cannot be read", async () => {
    const error = await failureOf(calling(typed("application/json", "")));
    expect(error).toMatchObject({
      name: "ResponseError",
      message: "GET /thing: the answer is empty, not valid JSON (status 200)",
      status: 200,
      body: "",
      cause: expect.any(SyntaxError) as SyntaxError,
    });
    expect((error as ResponseError).headers.get("content-type")).toBe("application/json");
  });

  test("is an error without one where that is documented", async () => {
    const error = await failureOf(calling({ status: 404 }));
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: "" });
    expect((error as ApiError).cause).toBeInstanceOf(ResponseError);
  });

  test("is what is documented where nothing is, whatever comes", async () => {
    const answers = { 200: empty, default: loose };
    for (const body of ["", "OK", '{"id":1}'])
      expect(await calling(typed("text/plain", body), { answers })).toBeUndefined();
  });
});

describe("an answer that cannot be read", () => {
  test("because its JSON is damaged says so, with status, headers and what came", async () => {
    const error = await failureOf(calling(typed("application/json", '{"id":')));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ name: "ResponseError", status: 200, body: '{"id":' });
    expect((error as ResponseError).headers.get("content-type")).toBe("application/json");
    expect((error as ResponseError).message).toBe(
      "GET /thing: the answer is application/json, not valid JSON (status 200)",
    );
    expect((error as ResponseError).cause).toBeInstanceOf(SyntaxError);
  });

  test("because it is a web page names the type that came", async () => {
    const error = await failureOf(calling(typed("text/html; charset=utf-8", "<h1>Sign in</h1>")));
    expect(error).toBeInstanceOf(ResponseError);
    expect((error as ResponseError).message).toBe(
      "GET /thing: the answer is text/html; charset=utf-8, not valid JSON (status 200)",
    );
    expect(error).toMatchObject({ status: 200, body: "<h1>Sign in</h1>", cause: undefined });
    expect((error as ResponseError).headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("because it is damaged and says no type says that", async () => {
    expect(await failureOf(calling({ body: "{" }))).toMatchObject({
      message: "GET /thing: the answer is untyped, not valid JSON (status 200)",
      body: "{",
      cause: expect.any(SyntaxError) as SyntaxError,
    });
  });

  const element: XmlElement = { name: "a", holds: { text: ["string"] } };
  test.each<[what: string, answer: Answer, decode: Decode, message: string]>([
    ["of another type", typed("text/html", "Ann"), json, "the answer is text/html, not valid JSON"],
    ["damaged JSON", typed("text/json", "Ann"), json, "the answer is text/json, not valid JSON"],
    ["damaged JSON without a type", { body: "Ann" }, json, "the answer is untyped, not valid JSON"],
    ["no XML", typed("text/html", "Ann"), xml(element), "the answer is text/html, not valid XML"],
    ["damaged XML", typed("text/xml", "Ann"), xml(element), "the answer is text/xml, not valid XML"],
    ["no parts", typed("text/html", "Ann"), namedParts(), "the answer is text/html, not parts"],
    [
      "damaged parts",
      typed("multipart/a", "Ann"),
      namedParts(),
      "the answer is multipart/a, not valid parts",
    ],
    ["none of several types", typed("a/b", "Ann"), byType({ "c/d": text }), "the answer is a/b, not c/d"],
    ["what breaks off", { ...typed("text/json", "Ann"), hangUp: true }, json, "the body breaks off"],
  ])(
    "shows nothing of its body, which may be personal, while messages get into logs: %s",
    async (_, answer, decode, message) => {
      const error = await failureOf(calling(answer, { answers: { 200: decode, default: loose } }));
      expect(error).toMatchObject({
        name: "ResponseError",
        message: `GET /thing: ${message} (status 200)`,
        status: 200,
        headers: expect.any(Headers) as Headers,
        body: "Ann",
      });
    },
  );

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

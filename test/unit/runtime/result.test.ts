import { describe, expect, expectTypeOf, test } from "vitest";
import type { Failure, Result, StatusCode, Success } from "../../../generator/runtime/result.js";
import { eachTestHasAServer, json } from "../../support/server.js";
import {
  type Problem,
  type Thing,
  type ThingResponses,
  type Trouble,
  clientOf,
  failureOf,
  fetchThing,
} from "./thing.js";

const server = eachTestHasAServer();

describe("result()", () => {
  test("gives a success with status, headers and body, typed by the status", async () => {
    server().answer(() => ({ ...json({ id: 7 }), headers: { "x-trace": "t1" } }));
    const answer = await fetchThing(clientOf(server().origin)).result();
    expect(answer).toMatchObject({ ok: true, status: 200, body: { id: 7 } });
    expect(answer.headers.get("x-trace")).toBe("t1");
    if (answer.status !== 200) throw new Error("narrowed wrongly");
    expectTypeOf(answer.body).toEqualTypeOf<Thing>();
    expectTypeOf(answer.ok).toEqualTypeOf<true>();
  });

  test("gives an error answer without throwing, typed by the status", async () => {
    server().answer(() => json({ message: "no such thing" }, 404));
    const answer = await fetchThing(clientOf(server().origin)).result();
    expect(answer).toMatchObject({ ok: false, status: 404, body: { message: "no such thing" } });
    if (answer.status !== 404) throw new Error("narrowed wrongly");
    expectTypeOf(answer.body).toEqualTypeOf<Problem>();
    expectTypeOf(answer.ok).toEqualTypeOf<false>();
  });

  test("gives every other status the type of `default`", async () => {
    server().answer(() => json({ code: 3 }, 500));
    const answer = await fetchThing(clientOf(server().origin)).result();
    expect(answer).toMatchObject({ ok: false, status: 500, body: { code: 3 } });
    if (answer.status !== 500) throw new Error("narrowed wrongly");
    expectTypeOf(answer.body).toEqualTypeOf<Trouble>();
  });

  test("is told apart by `ok` as well", async () => {
    const answer = await fetchThing(clientOf(server().origin)).result();
    if (answer.ok) {
      expectTypeOf(answer.status).toEqualTypeOf<200 | 204>();
      expectTypeOf(answer.body).toEqualTypeOf<Thing | undefined>();
    } else {
      expectTypeOf(answer.body).toEqualTypeOf<Problem | Trouble>();
      expectTypeOf<200>().not.toExtend<typeof answer.status>();
      expectTypeOf<503>().toExtend<typeof answer.status>();
    }
    expect(answer.ok).toBe(true);
  });

  test("keeps an error page that is no JSON as text", async () => {
    server().answer(() => ({ status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad" }));
    expect(await fetchThing(clientOf(server().origin)).result()).toMatchObject({
      status: 502,
      body: "<h1>Bad",
    });
    server().answer(() => ({ status: 500, headers: { "content-type": "application/json" }, body: "{" }));
    expect(await fetchThing(clientOf(server().origin)).result()).toMatchObject({ status: 500, body: "{" });
    server().answer(() => ({ status: 503 }));
    expect(await fetchThing(clientOf(server().origin)).result()).toMatchObject({
      status: 503,
      body: "",
    });
  });
});

describe("a call", () => {
  test("is sent once, however often and in whatever way it is taken", async () => {
    server().answer(() => json({ id: 1 }));
    const call = fetchThing(clientOf(server().origin));
    expect(await Promise.all([call, call, call.then((body) => body)])).toEqual([
      { id: 1 },
      { id: 1 },
      { id: 1 },
    ]);
    expect(await call.result()).toBe(await call.result());
    expect((await call.response()).status).toBe(200);
    expect(server().requests).toHaveLength(1);
  });

  test("behaves like a promise", async () => {
    server().answer(() => json({ message: "gone" }, 404));
    const call = fetchThing(clientOf(server().origin));
    const steps: string[] = [];
    await call
      .finally(() => steps.push("finally"))
      .catch((error: unknown) => steps.push(`caught ${String(error)}`));
    expect(steps).toEqual(["finally", "caught ApiError: GET /thing answered 404: gone"]);
    expect(await call.catch(() => "instead")).toBe("instead");
    expect(await Promise.allSettled([call])).toMatchObject([{ status: "rejected" }]);
    expectTypeOf(call).resolves.toEqualTypeOf<Thing | undefined>();
  });

  test("gives the response as it came, its body unread", async () => {
    server().answer(() => json({ message: "gone" }, 404));
    const response = await fetchThing(clientOf(server().origin)).response();
    expectTypeOf(response).toEqualTypeOf<Response>();
    expect([response.status, response.bodyUsed]).toEqual([404, false]);
    expect(await response.json()).toEqual({ message: "gone" });
  });

  test("leaves no rejection unhandled when only one of its faces is looked at", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    try {
      const refused = { path: "/{x}", values: { x: ".." } };
      for (const face of ["then", "result", "response"] as const)
        await failureOf(fetchThing(clientOf(server().origin), {}, refused)[face]() as Promise<unknown>);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off("unhandledRejection", listen);
    }
    expect(unhandled).toEqual([]);
  });
});

/** The body that an answer has once its status is known. */
type BodyAt<Answer, S> = Answer extends { status: infer Each; body: infer Body }
  ? S extends Each
    ? Body
    : never
  : never;

describe("the types of the outcomes", () => {
  test("take each status of a range that is not documented by itself", () => {
    type R = { 200: "ok"; 404: "gone"; "4XX": "client"; "5XX": "server" };
    expectTypeOf<BodyAt<Result<R>, 404>>().toEqualTypeOf<"gone">();
    expectTypeOf<BodyAt<Result<R>, 400>>().toEqualTypeOf<"client">();
    expectTypeOf<BodyAt<Result<R>, 503>>().toEqualTypeOf<"server">();
    expectTypeOf<BodyAt<Result<R>, 302>>().toEqualTypeOf<unknown>();
    expectTypeOf<BodyAt<Result<R>, 204>>().toEqualTypeOf<unknown>();
    expectTypeOf<BodyAt<Result<{ 200: "ok"; 404: undefined }>, 404>>().toEqualTypeOf<unknown>();
    expectTypeOf<Success<R>>().toEqualTypeOf<"ok">();
  });

  test("take a range of successes", () => {
    type R = { "2XX": "ok"; 201: "made" };
    expectTypeOf<Success<R>>().toEqualTypeOf<"ok" | "made">();
    expectTypeOf<Extract<Result<R>, { ok: true; status: 201 }>["body"]>().toEqualTypeOf<"made">();
  });

  test("leave the body of an undocumented error unknown", () => {
    type R = { 200: "ok"; 404: "gone" };
    expectTypeOf<Extract<Failure<R>, { body: "gone" }>["status"]>().toEqualTypeOf<404>();
    expectTypeOf<Exclude<Failure<R>, { status: 404 }>["body"]>().toEqualTypeOf<unknown>();
    expectTypeOf<Exclude<Failure<R>, { status: 404 }>["status"]>().toEqualTypeOf<
      Exclude<StatusCode, 200 | 404>
    >();
  });

  test("take a lone default for success and failure", () => {
    expectTypeOf<Success<{ default: "any" }>>().toEqualTypeOf<"any">();
    expectTypeOf<Result<{ default: "any" }>["body"]>().toEqualTypeOf<"any">();
    expectTypeOf<Result<{ default: "any" }>["ok"]>().toEqualTypeOf<boolean>();
  });

  test("have no body to offer when no success is documented", () => {
    expectTypeOf<Success<{ 404: "gone" }>>().toEqualTypeOf<undefined>();
  });

  test("cover what the operation documents", () => {
    expectTypeOf<Success<ThingResponses>>().toEqualTypeOf<Thing | undefined>();
  });
});

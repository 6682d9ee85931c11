import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { eachTestHasAServer, json } from "../../support/server.js";
import { timeout } from "../../../generator/runtime/timeout.js";
import { clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();
const never = (): undefined => undefined;
const minute = 60_000;

/** Answers once a timer of a few milliseconds, had it been set, would have rung. */
const late = (): Promise<{ body: string }> =>
  new Promise((resolve) => setTimeout(() => resolve({ body: '{"id":1}' }), 60));

describe("a timeout", () => {
  test("of the client gives the request up", async () => {
    server().answer(never);
    const error = await failureOf(fetchThing(clientOf(server().origin, { middleware: [timeout(10)] })));
    expect(error).toMatchObject({ name: "TimeoutError" });
  });

  test("of the call wins over that of the client", async () => {
    server().answer(never);
    const patient = clientOf(server().origin, { middleware: [timeout(minute)] });
    expect(await failureOf(fetchThing(patient, { middleware: [timeout(10)] }))).toMatchObject({
      name: "TimeoutError",
    });
    server().answer(late);
    const hasty = clientOf(server().origin, { middleware: [timeout(1)] });
    expect(await fetchThing(hasty, { middleware: [timeout(minute)] })).toEqual({ id: 1 });
  });

  test("of the client is lifted by a call without middleware", async () => {
    server().answer(late);
    const hasty = clientOf(server().origin, { middleware: [timeout(1)] });
    expect(await fetchThing(hasty, { middleware: [] })).toEqual({ id: 1 });
  });

  test("may be longer than any timer", async () => {
    server().answer(late);
    expect(await fetchThing(clientOf(server().origin, { middleware: [timeout(Infinity)] }))).toEqual({
      id: 1,
    });
  });

  test("holds until the body has come", async () => {
    server().answer(() => ({ body: '{"id":', unfinished: true }));
    const error = await failureOf(
      fetchThing(clientOf(server().origin), { middleware: [timeout(50)] }).result(),
    );
    expect(error).toMatchObject({ name: "TimeoutError" });
  });

  test("does not spoil an answer that came in time", async () => {
    server().answer(() => json({ id: 1 }));
    expect(await fetchThing(clientOf(server().origin), { middleware: [timeout(minute)] })).toEqual({ id: 1 });
  });

  test.each<[what: string, signal: { signal?: AbortSignal }]>([
    ["alone", {}],
    ["beside a signal", { signal: new AbortController().signal }],
  ])("%s survives the garbage collector", { timeout: 10_000 }, async (_, signal) => {
    // A composite signal holds its sources weakly: a timer that nobody else holds would never ring.
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    server().answer(never);
    const collecting = setInterval(collect, 5);
    try {
      const error = await failureOf(
        fetchThing(clientOf(server().origin), { middleware: [timeout(100)], ...signal }),
      );
      expect(error).toMatchObject({ name: "TimeoutError" });
    } finally {
      clearInterval(collecting);
    }
  });
});

describe("an abort signal", () => {
  test("gives up a request under way, with its reason", async () => {
    const controller = new AbortController();
    const reason = new Error("the user left");
    server().answer(() => void controller.abort(reason));
    const call = fetchThing(clientOf(server().origin), { signal: controller.signal });
    expect(await failureOf(call)).toBe(reason);
    expect(server().requests).toHaveLength(1);
  });

  test("without a reason rejects with an AbortError", async () => {
    const controller = new AbortController();
    server().answer(() => void controller.abort());
    const call = fetchThing(clientOf(server().origin), { signal: controller.signal });
    expect(await failureOf(call.result())).toMatchObject({ name: "AbortError" });
  });

  test("that is aborted already sends nothing", async () => {
    const call = fetchThing(clientOf(server().origin), { signal: AbortSignal.abort() });
    expect(await failureOf(call)).toMatchObject({ name: "AbortError" });
    expect(server().requests).toEqual([]);
  });

  test("stops the reading of a body", async () => {
    const controller = new AbortController();
    server().answer(() => ({ body: "{", unfinished: true }));
    const call = fetchThing(clientOf(server().origin), { signal: controller.signal });
    await call.response();
    const outcome = failureOf(call);
    controller.abort();
    expect(await outcome).toMatchObject({ name: "AbortError" });
  });

  test("goes together with a timeout, whichever comes first", async () => {
    const controller = new AbortController();
    const client = clientOf(server().origin, { middleware: [timeout(minute)] });
    server().answer(() => void controller.abort());
    expect(await failureOf(fetchThing(client, { signal: controller.signal }))).toMatchObject({
      name: "AbortError",
    });
    server().answer(never);
    const { signal } = new AbortController();
    expect(await failureOf(fetchThing(client, { signal, middleware: [timeout(10)] }))).toMatchObject({
      name: "TimeoutError",
    });
  });
});

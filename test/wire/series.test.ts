/** What an emitted client makes of answers that are a series: JSON lines and server-sent events. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, eachTestHasAServer } from "../support/server.js";
import { failure, typed } from "./answering.js";
import {
  type Call,
  type EmittedClient,
  answers,
  body,
  describedBy,
  emittedClient,
} from "./emitted-client.js";

const object = { type: "object" };
const document = describedBy({
  lines: answers({ 200: { "application/jsonl": { schema: object } } }),
  records: answers({ 200: { "application/json-seq": { schema: object } } }),
  whole: {
    ...body({ "application/jsonl": { schema: { type: "string" } } }),
    ...answers({ 200: { "application/jsonl": { schema: { type: "string" } } } }),
  },
  events: answers({ 200: { "text/event-stream": { schema: object } } }),
  texts: answers({ 200: { "text/event-stream": { schema: { type: "string" } } } }),
  loose: answers({ 200: { "text/event-stream": { schema: { oneOf: [object, { const: "[DONE]" }] } } } }),
  asked: {
    ...body({ "application/json": { schema: object } }),
    ...answers({ 200: { "text/event-stream": { schema: object } } }),
  },
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

/** Everything that an iteration gives. */
async function all(series: Promise<unknown>): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const each of (await series) as AsyncIterable<unknown>) items.push(each);
  return items;
}

describe("JSON lines", () => {
  test("are one text where the description says so, there and back", async () => {
    const lines = '{"a":1}\n{"a":2}\n';
    expect(await calling("whole", typed("application/jsonl", lines), {}, { body: lines })).toBe(lines);
    expect(server().requests[0]).toMatchObject({
      headers: { "content-type": "application/jsonl" },
      body: lines,
    });
  });

  test("are given one by one", async () => {
    const text = '{"a":1}\r\n\n{"a":"ü"}\n{"a":3}';
    expect(await all(calling("lines", typed("application/jsonl", text)))).toEqual([
      { a: 1 },
      { a: "\u00fc" },
      { a: 3 },
    ]);
  });

  test("can be records, which hold line ends", async () => {
    const text = '\u001e{"a":\n1}\n\u001e{"a"\r:2}\n';
    expect(await all(calling("records", typed("application/json-seq", text)))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test("are there before the answer ends, and breaking off closes the connection", async () => {
    const series = calling(
      "lines",
      typed("application/jsonl", '{"a":1}\n{"a":2}\n{"a"', { unfinished: true }),
    );
    for await (const each of (await series) as AsyncIterable<unknown>) {
      expect(each).toEqual({ a: 1 });
      break;
    }
    await server().idle();
  });

  test("that are damaged or break off end in an error", async () => {
    expect(await failure(all(calling("lines", typed("application/jsonl", '{"a":1}\n{"a"\n'))))).toMatchObject(
      {
        name: "ResponseError",
        body: '{"a"',
      },
    );
    const broken = typed("application/jsonl", '{"a":1}\n{"a"', { hangUp: true });
    expect(await failure(all(calling("lines", broken)))).toMatchObject({
      name: "ResponseError",
      body: '{"a"',
    });
  });
});

describe("events", () => {
  const stream = (text: string, more: Omit<Answer, "body"> = {}): Answer =>
    typed("text/event-stream", text, more);
  const message = (data: unknown, id: string = "", event: string = "message"): object => ({
    event,
    data,
    id,
  });

  test("are read by the rules of the HTML Standard", async () => {
    const text =
      '\u00ef\u00bb\u00bf: comment\n\ndata: {\ndata:"a": 1}\nevent: add\nunknown: x\n\n' +
      "data:{}\r\ndata\r\n\r\ndata: {}\r\revent: lost\n\ndata: {} of an event without end";
    expect(await all(calling("events", stream(text)))).toEqual([
      message({ a: 1 }, "", "add"),
      message({}),
      message({}),
    ]);
  });

  test("have data that is text, or both, where the schema says so", async () => {
    expect(await all(calling("texts", stream("data: 1\ndata:  b\n\n")))).toEqual([message("1\n b")]);
    expect(await all(calling("loose", stream("data: {}\n\ndata: [DONE]\n\n")))).toEqual([
      message({}),
      message("[DONE]"),
    ]);
  });

  test("with data that is no JSON end in an error", async () => {
    expect(await failure(all(calling("events", stream("data: {\n\n"))))).toMatchObject({
      name: "ResponseError",
      body: "{",
    });
  });

  test("are asked for again from the last id on, after as long as the server says", async () => {
    server().answer((_, index) =>
      [
        stream("retry: 1\nid: 7\ndata: {}\n\nid: 8\ndata: {}"),
        stream("data: {}\n\n", { hangUp: true }),
        stream("id\ndata: {}\n\n"),
        { status: 204 },
      ].at(index),
    );
    expect(await all(client.call(server().origin, "events"))).toEqual([
      message({}, "7"),
      message({}, "7"),
      message({}, ""),
    ]);
    expect(server().requests.map((each) => each.headers["last-event-id"])).toEqual([
      undefined,
      "7",
      "7",
      undefined,
    ]);
  });

  test("are none where the answer is of another type", async () => {
    expect(await failure(all(calling("events", typed("text/html", "<p>Sign in"))))).toMatchObject({
      name: "ResponseError",
      message: "the answer is text/html, not events (status 200)",
      status: 200,
      body: "<p>Sign in",
    });
  });

  test("are asked for again until the server is there again, with ids in UTF-8", async () => {
    const hangUp: Answer = { hangUp: true };
    server().answer((_, index) =>
      [stream("retry: 1\nid: \u20ac\ndata: {}\n\n"), hangUp, hangUp, { status: 204 }].at(index),
    );
    expect(await all(client.call(server().origin, "events"))).toEqual([message({}, "\u20ac")]);
    expect(server().requests.map((each) => each.headers["last-event-id"])).toEqual([
      undefined,
      ...Array<string>(3).fill("\u00e2\u0082\u00ac"),
    ]);
  });

  test("that the server does not number end where they end, and are not asked for again by POST", async () => {
    expect(await all(calling("events", stream("data: {}\n\n")))).toHaveLength(1);
    const asked = calling("asked", stream("retry: 1\nid: 1\ndata: {}\n\n"), {}, { body: {} });
    expect(await all(asked)).toEqual([message({}, "1")]);
    expect(server().requests).toHaveLength(2);
  });

  test("break with an error where the server does not number them", async () => {
    expect(await failure(all(calling("events", stream("data: {}\n\n", { hangUp: true }))))).toMatchObject({
      name: "ResponseError",
    });
  });

  test("end with the caller's signal, also while waiting, and the connection is closed", async () => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const open = await calling("events", stream("data: {}\n\n", { unfinished: true }), options);
    const iterator = (open as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    controller.abort(new Error("enough"));
    await expect(iterator.next()).rejects.toThrow("enough");
    await server().idle();
    const waiting = new AbortController();
    const again = await calling("events", stream("retry: 100000\n\n"), { signal: waiting.signal });
    const next = (again as AsyncIterable<unknown>)[Symbol.asyncIterator]().next();
    setTimeout(() => waiting.abort(new Error("enough")), 10);
    await expect(next).rejects.toThrow("enough");
  });
});

/** What a generated client whose values are converted sends and reads, byte by byte; and what handlers make of it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiCall } from "../../generator/runtime/call.js";
import type { ApiClient } from "../../generator/runtime/client.js";
import type { Answering, HandlerOptions } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { eachTestHasAServer } from "../support/server.js";
import { description } from "./description.js";

type Operation = (client: ApiClient, params: object) => ApiCall<{ 200: unknown }>;
type Handle = (
  route: Route<unknown, unknown>,
  request: Request,
  answering?: Answering<unknown, unknown>,
  options?: HandlerOptions,
) => Promise<Response>;

const server = eachTestHasAServer();
let operations: Readonly<Record<string, Operation>>;
let createClient: (options: object) => ApiClient;
let validators: Namespace;
let routes: Namespace;
let handle: Handle;

beforeAll(async () => {
  const { files = [], diagnostics } = await emit(description, {
    "date-time": "Date",
    "date-time-rfc-2822": "Date",
    int64: "bigint",
    byte: "Uint8Array",
  });
  expect(diagnostics).toEqual([]);
  const loaded = await loadPackage(files, [
    "create-client",
    "operations/index",
    "validators/index",
    "handlers/transfers",
    "runtime/handle",
  ]);
  operations = loaded["operations/index"] as typeof operations;
  createClient = loaded["create-client"]["createClient"] as typeof createClient;
  validators = loaded["validators/index"];
  routes = loaded["handlers/transfers"];
  handle = loaded["runtime/handle"]["handle"] as Handle;
});

const at = new Date("2024-02-29T12:00:00.250Z");
const key = new Uint8Array([0, 255, 62]);
const transfer = { id: 9223372036854775807n, at, key, lines: [{ at: new Date(0) }, { note: "2024" }] };

const call = async (name: string, params: object): Promise<unknown> =>
  operations[name]?.(createClient({ baseUrl: server().origin }), params);

const answering = (body: string): void => {
  server().answer(() => ({ headers: { "content-type": "application/json" }, body }));
};

describe("a call with converted values", () => {
  test("writes path, query, header and cookie", async () => {
    answering("{}");
    await call("findTransfer", {
      id: 9007199254740993n,
      since: at,
      on: [new Date(0), at],
      "x-key": key,
      seen: at,
    });
    const [request] = server().requests;
    expect(request?.target).toBe(
      "/transfers/9007199254740993?since=2024-02-29T12%3A00%3A00.250Z&on=1970-01-01T00%3A00%3A00Z&on=2024-02-29T12%3A00%3A00.250Z",
    );
    expect(request?.headers["x-key"]).toBe("AP8+");
    expect(request?.headers.cookie).toBe("seen=Thu%2C%2029%20Feb%202024%2012%3A00%3A00%20%2B0000");
  });

  test("writes and reads JSON without losing a digit", async () => {
    const text =
      '{"id":9223372036854775807,"at":"2024-02-29T12:00:00.250Z","key":"AP8+","lines":[{"at":"1970-01-01T00:00:00Z"},{"note":"2024"}]}';
    answering(text);
    expect(await call("sendTransfer", { body: transfer })).toEqual(transfer);
    expect(server().requests[0]?.body).toBe(text);
  });

  test("writes forms", async () => {
    answering("{}");
    await call("postTransfer", { body: { id: 1n, at, key } });
    expect(server().requests[0]?.body).toBe("id=1&at=2024-02-29T12%3A00%3A00.250Z&key=AP8%2B");
  });

  test("leaves what it cannot read for the validator to tell", async () => {
    answering('{"id":0.5,"at":"soon","key":"?","lines":[{"at":7}]}');
    const answer = await call("sendTransfer", { body: transfer });
    expect(answer).toEqual({ id: 0.5, at: "soon", key: "?", lines: [{ at: 7 }] });
    const issues = (validators["Transfer"] as Validator<unknown>).check(answer);
    expect(issues.map((each) => `${each.pointer} ${each.code} ${String(each.expected)}`)).toEqual([
      "/id type bigint",
      "/at format date-time",
      "/key format byte",
      "/lines/0 anyOf 2",
    ]);
  });

  test("reads an error answer as well, and no answer that is documented otherwise", async () => {
    server().answer(() => ({
      status: 409,
      headers: { "content-type": "application/json" },
      body: '{"until":"1970-01-01T00:00:00Z"}',
    }));
    await expect(call("sendTransfer", { body: transfer })).rejects.toMatchObject({
      status: 409,
      body: { until: new Date(0) },
    });
    server().answer(() => ({
      status: 202,
      headers: { "content-type": "application/json" },
      body: '{"until":"1970-01-01T00:00:00Z"}',
    }));
    expect(await call("sendTransfer", { body: transfer })).toEqual({ until: "1970-01-01T00:00:00Z" });
  });
});

describe("a validator of converted values", () => {
  test("parses what stands on the wire, and values as they are", () => {
    const { parse, is } = validators["Transfer"] as Validator<unknown>;
    const wire = { id: 5, at: "2024-02-29T12:00:00.250Z", key: "AP8+" };
    const value = { id: 5n, at, key };
    expect(parse(wire)).toEqual(value);
    expect(parse(value)).toEqual(value);
    expect([is(value), is(wire)]).toEqual([true, false]);
  });

  test("reports data that contains itself", () => {
    const { check, parse } = validators["Tree"] as Validator<unknown>;
    const tree: Record<string, unknown> = { at };
    tree["next"] = tree;
    expect(check(tree).map((each) => each.code)).toEqual(["depth"]);
    expect(() => parse(tree)).toThrow();
  });
});

describe("handlers", () => {
  test("give values and take values", async () => {
    const client = createClient({
      baseUrl: "https://api.example.com",
      fetch: (url: URL, init: RequestInit) =>
        handle(
          routes["sendTransferRoute"] as Route<unknown, unknown>,
          new Request(url, init),
          ({ params }) => {
            expect(params).toEqual({ body: transfer });
            return { status: 200, body: transfer } as never;
          },
        ),
    });
    expect(await operations["sendTransfer"]?.(client, { body: transfer })).toEqual(transfer);
  });

  test("read whatever the client writes into path, query, header, cookie and forms", async () => {
    const params = { id: -9223372036854775808n, since: at, on: [at], "x-key": key, seen: new Date(0) };
    const clientOf = (route: string, expected: object): ApiClient =>
      createClient({
        baseUrl: "https://api.example.com",
        fetch: (url: URL, init: RequestInit) =>
          handle(routes[route] as Route<unknown, unknown>, new Request(url, init), (given) => {
            expect(given.params).toEqual(expected);
            return 200 as never;
          }),
      });
    await operations["findTransfer"]?.(clientOf("findTransferRoute", params), params);
    const form = { body: { id: 9223372036854775807n, at, key } };
    await operations["postTransfer"]?.(clientOf("postTransferRoute", form), form);
  });
});

/** Every format at every place of a request: a call gives a value, and a handler reads that very value. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiCall } from "../../generator/runtime/call.js";
import type { ApiClient } from "../../generator/runtime/client.js";
import type { Answering } from "../../generator/runtime/handle.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Route } from "../../generator/runtime/route.js";
import { readFormats } from "../../generator/own/formats.js";
import { ownModule } from "../customising/modules.js";
import { emit } from "../property/emit.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { nested, places } from "./places.js";

interface Subject {
  readonly format: string;
  readonly type?: "Date" | "bigint" | "Uint8Array";
  /** A module of one's own that has the format. */
  readonly module?: string;
  readonly schema: object;
  readonly values: readonly unknown[];
}

const bytes = [new Uint8Array([0]), new Uint8Array([251, 255, 62, 63])];

const subjects: readonly Subject[] = [
  {
    format: "date-time",
    type: "Date",
    schema: { type: "string", format: "date-time" },
    values: [new Date(0), new Date("2024-02-29T12:00:00.250Z")],
  },
  {
    format: "date-time-rfc-2822",
    type: "Date",
    schema: { type: "string", format: "date-time-rfc-2822" },
    values: [new Date("2024-02-29T12:00:00Z")],
  },
  {
    format: "int64",
    type: "bigint",
    schema: { type: "integer", format: "int64" },
    values: [0n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)],
  },
  {
    format: "uint64",
    type: "bigint",
    schema: { type: "integer", format: "uint64" },
    values: [7n, 2n ** 64n - 1n],
  },
  { format: "byte", type: "Uint8Array", schema: { type: "string", format: "byte" }, values: bytes },
  { format: "base64url", type: "Uint8Array", schema: { type: "string", format: "base64url" }, values: bytes },
  {
    format: "money",
    module: "money.ts",
    schema: { type: "string", format: "money" },
    values: [
      { amount: 12.5, currency: "EUR" },
      { amount: 0, currency: "JPY" },
    ],
  },
  {
    format: "span",
    module: "span.ts",
    schema: { type: "string", format: "span" },
    values: [
      [1, 9],
      [30, 31],
    ],
  },
  { format: "none", schema: { type: "string", pattern: "^[a-z0-9]+$" }, values: ["a", "2024"] },
  { format: "number", schema: { type: "number" }, values: [0, -1.5] },
];

const answers = ["application/json", "application/jsonl", "text/event-stream", "text/plain"] as const;

function descriptionOf({ schema }: Subject): object {
  const paths = places.map(({ path = "", operation }, i) => [
    `/${i}${path}`,
    {
      post: {
        operationId: `send${i}`,
        tags: ["all"],
        ...operation(schema),
        responses: { 204: { description: "Done" } },
      },
    },
  ]);
  const reading = answers.map((type, i) => [
    `/answers/${i}`,
    {
      get: {
        operationId: `read${i}`,
        tags: ["all"],
        responses: {
          200: {
            description: "It",
            content: { [type]: { schema: type === "text/plain" ? schema : nested.schema(schema) } },
          },
        },
      },
    },
  ]);
  return {
    openapi: "3.2.0",
    info: { title: "All", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries([...paths, ...reading]),
  };
}

type Operation = (client: ApiClient, params: object) => ApiCall<{ 200: unknown }>;
type Handle = (
  route: Route<unknown, unknown>,
  request: Request,
  answering: Answering<unknown, unknown>,
) => Promise<Response>;

async function packageOf(subject: Subject): Promise<Readonly<Record<string, Namespace>>> {
  const { format, type, module } = subject;
  const own = module === undefined ? undefined : { module: ownModule(module) };
  const formats = { [format]: type ?? own ?? "annotation" } as const;
  const { formats: ownFormats } = await readFormats({ input: "", output: "", formats });
  const { files = [], diagnostics } = await emit(descriptionOf(subject), formats, ownFormats);
  expect(diagnostics).toEqual([]);
  return loadPackage(files, [
    "create-client",
    "operations/index",
    "handlers/all",
    "fixtures/index",
    "checks/all",
    "runtime/handle",
    "runtime/validation",
  ]);
}

describe.each(subjects)("$format", (subject) => {
  let loaded: Readonly<Record<string, Namespace>>;
  beforeAll(async () => {
    loaded = await packageOf(subject);
  });

  /** What a handler reads of a call, and what the call reads of its answer. */
  async function exchange(
    name: string,
    params: object,
    answer: unknown,
  ): Promise<{ readonly asked: unknown; readonly read: unknown }> {
    const handle = loaded["runtime/handle"]?.["handle"] as Handle;
    const createClient = loaded["create-client"]?.["createClient"] as (options: object) => ApiClient;
    const route = loaded["handlers/all"]?.[`${name}Route`] as Route<unknown, unknown>;
    const operation = loaded["operations/index"]?.[name] as Operation;
    let asked: unknown;
    const validation = loaded["runtime/validation"]?.["validation"] as (checks: readonly unknown[]) => object;
    const client = createClient({
      validation: validation(Object.values(loaded["checks/all"] ?? {})),
      fetch: async (url: URL, init: RequestInit) => {
        const response = await handle(route, new Request(url, init), (given) => {
          asked = given.params;
          return answer as never;
        });
        if (response.status === 400) throw new Error(await response.text());
        return response;
      },
    });
    return { read: await operation(client, params), asked };
  }

  test.each(places.map((each, i) => [each.title, each, i] as const))("%s", async (_, place, i) => {
    const isExcepted = place.except?.[subject.format] !== undefined;
    const all = subject.values.map((each) => place.params(each));
    const law = async (): Promise<void> => {
      for (const params of all) expect((await exchange(`send${i}`, params, 204)).asked).toEqual(params);
    };
    // An exception that is none any more fails: what cannot stand somewhere is refused, or a label of more items is read.
    if (isExcepted) return expect(law()).rejects.toThrow();
    await law();
    const { request } = (loaded["fixtures/index"]?.[`send${i}`] ?? {}) as {
      readonly request?: Factory<object>;
    };
    const made = request?.() ?? {};
    expect((await exchange(`send${i}`, made, 204)).asked).toEqual(made);
    for (const { value } of request?.invalid() ?? [])
      await expect(exchange(`send${i}`, value as object, 204)).rejects.toThrow();
  });

  test.each(answers.map((type, i) => [type, i] as const))("answer of %s", async (type, i) => {
    for (const value of subject.values) {
      const body = type === "text/plain" ? value : nested.value(value);
      const isSeries = type === "application/jsonl" || type === "text/event-stream";
      const { read } = await exchange(`read${i}`, {}, { status: 200, body: isSeries ? [body] : body });
      // What an answer is given are changes to a fixture, whose map has keys of its own.
      if (type === "text/plain") expect(read).toEqual(body);
      else if (!isSeries) expect(read).toMatchObject(body as object);
      else
        for await (const each of read as AsyncIterable<{ readonly data?: unknown }>)
          expect(each.data ?? each).toEqual(body);
    }
  });
});

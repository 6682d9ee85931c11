import { describe, expect, test } from "vitest";
import type { ApiClient, CallOptions, ClientOptions } from "../../generator/runtime/client.js";
import type { LogEntry, LoggingOptions, logging as Logging } from "../../generator/runtime/logging.js";
import type { redacted as Redacted } from "../../generator/runtime/redacted.js";
import type { retry as Retry } from "../../generator/runtime/retry.js";
import { describing, emittedPackage, getting, taking } from "../support/emitted-package.js";
import { type Answer, eachTestHasAServer, json } from "../support/server.js";
import { failureOf } from "../unit/runtime/thing.js";

const thing = { type: "object" };
const parameters = [
  { name: "id", in: "path", required: true, schema: { type: "string" } },
  { name: "token", in: "query", schema: { type: "string" } },
  { name: "X-Secret", in: "header", schema: { type: "string" } },
];
const form = { content: { "application/x-www-form-urlencoded": { schema: { type: "object" } } } };
const {
  index,
  logging: subpath,
  retry: retrying,
} = await emittedPackage(
  describing(
    {
      "/things": { post: taking("createThing", thing, thing) },
      "/forms": { post: { ...taking("sendForm", thing, thing), requestBody: form } },
      "/things/{id}": { get: getting("fetchThing", thing, { parameters }) },
    },
    {
      components: {
        securitySchemes: {
          basic: { type: "http", scheme: "basic" },
          key: { type: "apiKey", in: "query", name: "api_key" },
        },
      },
      security: [{ basic: [], key: [] }],
    },
  ),
  ["index", "logging", "retry"],
);
type Call = (client: ApiClient, params?: object, options?: CallOptions) => Promise<unknown>;
const { createClient, fetchThing, createThing, sendForm } = index as {
  readonly createClient: (options: ClientOptions & { readonly auth?: object }) => ApiClient;
} & Readonly<Record<"fetchThing" | "createThing" | "sendForm", Call>>;
const { logging, redacted } = subpath as {
  readonly logging: typeof Logging;
  readonly redacted: typeof Redacted;
};
const retry = retrying["retry"] as typeof Retry;

const server = eachTestHasAServer();

/** A client that logs into a list, by a clock that goes on by one each time it is looked at. */
function clientOf(
  options: LoggingOptions,
  ...answers: readonly Answer[]
): { client: ApiClient; log: LogEntry[] } {
  const log: LogEntry[] = [];
  let time = 0;
  server().answer((_, each) => answers[Math.min(each, answers.length - 1)]);
  const client = createClient({
    baseUrl: server().origin,
    auth: { basic: { username: "user", password: "s3cret" }, key: "k3y" },
    middleware: [
      logging(
        (entry) => void log.push(entry),
        options,
        () => time++,
      ),
    ],
  });
  return { client, log };
}

describe("the log", () => {
  test("has one entry a request", async () => {
    const answer = {
      ...json({ id: 1 }),
      headers: { "content-type": "application/json", "x-request-id": "R1" },
    };
    const { client, log } = clientOf({}, answer);
    expect(await fetchThing(client, { id: "7" })).toEqual({ id: 1 });
    expect(log).toEqual([
      {
        method: "GET",
        path: "/things/{id}",
        url: `${server().origin}/things/7`,
        status: 200,
        duration: 1,
        requestId: "R1",
      },
    ]);
  });

  test("holds no credential, no header and no value of the query", async () => {
    const { client, log } = clientOf({}, json({ password: "s3cret" }));
    const params = { id: "7", token: "t0ken", "X-Secret": "h3ader" };
    await fetchThing(client, params, { headers: { authorization: "Bearer b3arer", cookie: "c00kie=1" } });
    expect(server().requests[0]?.target).toContain("t0ken");
    expect(log[0]?.url).toBe(`${server().origin}/things/7?token=…`);
    expect(JSON.stringify(log)).not.toMatch(/s3cret|k3y|t0ken|h3ader|b3arer|c00kie|dXNlcjpzM2NyZXQ/);
  });

  test("says of an error what it is called", async () => {
    const { client, log } = clientOf({}, { hangUp: true });
    expect(await failureOf(fetchThing(client, { id: "7" }))).toBeInstanceOf(TypeError);
    expect(log).toMatchObject([{ error: "TypeError", duration: 1 }]);
    expect(log[0]).not.toHaveProperty("status");
  });

  test("has one entry an attempt where retries are outside, and one a call where they are inside", async () => {
    const log: LogEntry[] = [];
    const both = [
      logging((entry) => void log.push(entry)),
      retry({ base: 0 }),
      logging((entry) => void log.push(entry)),
    ];
    server().answer((_, each) => (each === 0 ? json({}, 503) : json({})));
    await fetchThing(
      createClient({
        baseUrl: server().origin,
        auth: { basic: { username: "u", password: "p" }, key: "k" },
        middleware: both,
      }),
      { id: "7" },
    );
    expect(log.map(({ status, attempt }) => [status, attempt])).toEqual([
      [503, 1],
      [200, 2],
      [200, undefined],
    ]);
  });

  test("can name the request by another header", async () => {
    const answer = {
      ...json({}),
      headers: { "content-type": "application/json", "twilio-request-id": "RQ" },
    };
    const { client, log } = clientOf({ requestId: "Twilio-Request-Id" }, answer);
    await fetchThing(client, { id: "7" });
    expect(log).toMatchObject([{ requestId: "RQ" }]);
  });
});

describe("bodies", () => {
  const paths = ["POST /things", "POST /forms", "GET /things/{id}"];
  const personal = Object.fromEntries(paths.map((each) => [each, ["email"]]));

  test("are in the log where somebody says what is personal, and what is personal is not", async () => {
    const { client, log } = clientOf({ bodies: personal }, json({ users: [{ email: "a@b", age: 1 }] }, 200));
    const answer = await createThing(client, {
      body: { email: { home: "c@d" }, deep: [{ email: "e@f", n: null }] },
    });
    expect(answer).toEqual({ users: [{ email: "a@b", age: 1 }] });
    expect(log).toMatchObject([
      {
        sent: { email: "[redacted]", deep: [{ email: "[redacted]", n: null }] },
        received: { users: [{ email: "[redacted]", age: 1 }] },
      },
    ]);
  });

  test("can be forms", async () => {
    const { client, log } = clientOf({ bodies: personal }, json({}));
    await sendForm(client, { body: { email: "a@b", tags: ["x", "y"], name: "n" } });
    expect(log).toMatchObject([{ sent: { email: "[redacted]", tags: ["x", "y"], name: "n" } }]);
  });

  test.each<[what: string, answer: Answer, received: unknown]>([
    ["text", { headers: { "content-type": "text/plain" }, body: "a@b" }, undefined],
    ["events", { headers: { "content-type": "text/event-stream" }, body: "data: a@b\n\n" }, undefined],
    [
      "JSON lines",
      { headers: { "content-type": "application/jsonl" }, body: '{"email":"a@b"}\n' },
      undefined,
    ],
    [
      "records of JSON",
      { headers: { "content-type": "application/json-seq" }, body: '\u001e{"email":"a@b"}\n' },
      undefined,
    ],
    [
      "damaged JSON",
      { headers: { "content-type": "application/json" }, body: '{"email":"a@b' },
      "[redacted]",
    ],
    [
      "JSON of a kind",
      { headers: { "content-type": "application/problem+json" }, body: '{"email":"a@b"}' },
      { email: "[redacted]" },
    ],
  ])("that are %s show nothing that is personal", async (_, answer, received) => {
    const { client, log } = clientOf({ bodies: personal }, answer);
    await fetchThing(client, { id: "7" }).catch(() => undefined);
    expect(log[0]?.received).toEqual(received);
    expect(JSON.stringify(log)).not.toContain("a@b");
  });

  test("that break off are left out, and the call fails as it would without a log", async () => {
    const half = {
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"email',
      hangUp: true,
    } as const;
    const { client, log } = clientOf({ bodies: personal }, half);
    expect(await failureOf(fetchThing(client, { id: "7" }))).toMatchObject({ name: "ResponseError" });
    expect(log).toMatchObject([{ status: 200 }]);
    expect(log[0]).not.toHaveProperty("received");
  });
});

describe("a redacted value", () => {
  test("is a copy without what goes by one of the names, at whatever depth", () => {
    const value = { a: { name: "x" }, b: { other: "y" }, list: [{ name: "z" }], none: null };
    const copy = redacted(value, ["name"]);
    expect(copy).toEqual({
      a: { name: "[redacted]" },
      b: { other: "y" },
      list: [{ name: "[redacted]" }],
      none: null,
    });
    expect(value.a.name).toBe("x");
  });

  test("keeps dates, bytes and files as they are", () => {
    const value = { at: new Date(0), bytes: new Uint8Array(2), file: new Blob(["x"]), name: "n" };
    expect(redacted(value, ["name"])).toEqual({ ...value, name: "[redacted]" });
  });

  test("can be a whole body", () => {
    expect(redacted({ a: 1 }, ["*"])).toBe("[redacted]");
  });

  test("keeps a property called __proto__ as a property", () => {
    const copy = redacted(JSON.parse('{"__proto__":{"email":"a@b"}}'), ["email"]);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"email":"[redacted]"}}');
  });
});

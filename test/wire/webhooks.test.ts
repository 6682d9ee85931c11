import { describe, expect, test } from "vitest";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { ValidationError } from "../../generator/runtime/validator.js";
import type { Receiver, Webhook } from "../../generator/runtime/webhook.js";
import { failureOf, generated } from "../support/generated.js";

const order = {
  type: "object",
  required: ["id", "rows"],
  properties: {
    id: { type: "string", readOnly: true },
    rows: { type: "integer" },
    secret: { type: "string", writeOnly: true },
  },
  additionalProperties: false,
};
const ref = { $ref: "#/components/schemas/Order" };
const answers = { "200": { description: "Seen.", content: { "application/json": { schema: ref } } } };

const { modules } = await generated(
  {
    webhooks: {
      orderCreated: {
        post: { requestBody: { content: { "application/json": { schema: ref } } }, responses: answers },
      },
    },
    paths: {
      "/exports": {
        post: {
          operationId: "startExport",
          callbacks: {
            done: {
              "{$request.body#/url}": {
                post: {
                  requestBody: { content: { "application/x-www-form-urlencoded": { schema: ref } } },
                  responses: { "204": { description: "Seen." } },
                },
              },
            },
          },
          responses: { "202": { description: "Started." } },
        },
      },
    },
    components: { schemas: { Order: order } },
  },
  "webhooks/index",
);
type Payload = Readonly<Record<string, unknown>>;
const created = modules["webhooks/index"]["orderCreated"] as Webhook<Payload, { readonly 200: Payload }>;
const done = modules["webhooks/index"]["startExportDone"] as Webhook<Payload, object>;
const fixture = modules["webhooks/index"]["orderCreatedFixture"] as () => Payload;

const request = (body: string, type = "application/json"): Request =>
  new Request("https://example.com/hook", { method: "POST", body, headers: { "content-type": type } });

describe("a webhook", () => {
  test("has a validator of its payload, as the API holds it, and of its answers, as they are written", () => {
    expect(created.parse({ id: "a", rows: 1 })).toEqual({ id: "a", rows: 1 });
    expect(created.is({ rows: 1 })).toBe(false);
    expect(created.is({ id: "a", rows: 1, secret: "s" })).toBe(false);
    expect(created.answers[200].is({ rows: 1, secret: "s" })).toBe(true);
    expect(created.method).toBe("POST");
  });

  test("receives what its fixture makes", async () => {
    const payload = fixture();
    expect(await created.receive(request(JSON.stringify(payload)))).toEqual(payload);
  });

  test.each<[what: string, body: string, type?: string]>([
    ["another payload", '{"id":1}'],
    ["damaged JSON", "{"],
    ["nothing", ""],
    ["another media type", "a", "text/plain"],
  ])("refuses %s", async (_, body, type) => {
    expect((await failureOf(created.receive(request(body, type)))).name).toBe("ValidationError");
  });

  test("takes `__proto__` for a property like any other", async () => {
    const error = await failureOf(created.receive(request('{"id":"a","rows":1,"__proto__":{"polluted":1}}')));
    expect(error.name).toBe("ValidationError");
    expect(({} as Payload)["polluted"]).toBeUndefined();
  });
});

test("a callback is named after its operation, and reads forms", async () => {
  const form = request("id=a&rows=3", "application/x-www-form-urlencoded");
  expect(await done.receive(form)).toEqual({ id: "a", rows: 3 });
});

describe("a webhook with parameters", async () => {
  const parameters = [
    { name: "X-Kinds", in: "header", schema: { type: "array", items: { type: "integer" } } },
    { name: "page", in: "query", required: true, schema: { type: "integer" } },
    { name: "at", in: "query", schema: { type: "string", format: "date-time" } },
    { name: "session", in: "cookie", schema: { type: "string" } },
    {
      name: "where",
      in: "query",
      style: "deepObject",
      schema: { type: "object", properties: { city: { type: "string" }, zip: { type: "integer" } } },
    },
    { name: "X-More", in: "header", content: { "application/json": { schema: { type: "array" } } } },
  ];
  const requestBody = {
    content: {
      "application/json": {
        schema: { type: "object", required: ["n"], properties: { n: { type: "integer", format: "int64" } } },
      },
    },
  };
  const responses = { "204": { description: "Seen." } };
  const { modules: made } = await generated(
    {
      webhooks: {
        hook: { parameters, post: { requestBody, responses } },
        ping: {
          parameters: [{ name: "challenge", in: "query", required: true, schema: { type: "string" } }],
          get: { responses },
        },
      },
      paths: {
        "/send": { post: { operationId: "send", parameters, requestBody, responses } },
      },
    },
    "webhooks/index",
    "index",
  );
  const hook = made["webhooks/index"]["hook"] as Webhook<Payload, object, Payload>;
  const ping = made["webhooks/index"]["ping"] as Receiver<object, Payload>;
  const hookFixture = made["webhooks/index"]["hookRequestFixture"] as Factory<Payload>;
  const { createClient, send } = made.index as {
    createClient: (options: object) => unknown;
    send: (client: unknown, given: Payload) => Promise<unknown>;
  };

  /** The request that the package's own client sends of what is given. */
  async function sent(given: Payload): Promise<Request> {
    let caught: Request | undefined;
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      caught = new Request(url, init);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await send(createClient({ baseUrl: "http://127.0.0.1", fetch }), given);
    return caught as Request;
  }

  test("receives what a client writes of the same parameters", async () => {
    const given = {
      "X-Kinds": [1, 2],
      page: 3,
      at: "2020-01-01T00:00:00Z",
      session: "a b",
      where: { city: "A&B", zip: 7 },
      "X-More": [{ a: 1 }],
      body: { n: 5 },
    };
    expect(await hook.receive(await sent(given))).toEqual(given);
  });

  test("receives what its fixture makes", async () => {
    for (const each of hookFixture.many(20)) expect(await hook.receive(await sent(each))).toEqual(each);
  });

  test("lists what is wrong with all of them, each at its name", async () => {
    const request = new Request("http://127.0.0.1/?page=x&at=never", {
      method: "POST",
      headers: { "content-type": "application/json", "x-kinds": "1,b", "x-more": "[" },
      body: '{"n":"1"}',
    });
    const error = (await failureOf(hook.receive(request))) as unknown as ValidationError;
    expect(error.issues.map(({ path }) => path.join("."))).toEqual([
      "X-Kinds.1",
      "page",
      "at",
      "X-More",
      "body.n",
    ]);
  });

  test("wants its payload, as it does without parameters", async () => {
    const error = await failureOf(hook.receive(new Request("http://127.0.0.1/?page=1", { method: "POST" })));
    expect((error as unknown as ValidationError).issues.map(({ code, path }) => [code, path])).toEqual([
      ["required", ["body"]],
    ]);
  });

  test("needs no payload, as a challenge has none, and is read wherever its receiver is", async () => {
    const request = new Request("http://127.0.0.1/deep/in/hooks?challenge=a%20b");
    expect(await ping.receive(request)).toEqual({ challenge: "a b" });
    expect(ping.method).toBe("GET");
  });

  test("validates payloads alone as well", () => {
    expect(hook.is({ n: 1 })).toBe(true);
    expect(hook.is({ n: "1" })).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import type { Webhook } from "../../generator/runtime/webhook.js";
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

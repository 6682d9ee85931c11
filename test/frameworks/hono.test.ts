import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { describe, expect, expectTypeOf, test } from "vitest";
import { callRequest } from "../../generated/twilio/src/fixtures/index.js";
import { CallRequest as Described } from "../../generated/twilio/src/json-schemas/index.js";
import type { CallRequest as Model } from "../../generated/twilio/src/models/index.js";
import { CallRequest } from "../../generated/twilio/src/validators/index.js";

const app = new Hono()
  .post("/calls", sValidator("json", CallRequest), (context) => {
    const body = context.req.valid("json");
    expectTypeOf(body).toEqualTypeOf<Model>();
    return context.json({ to: body.To }, 201);
  })
  .post("/described", sValidator("json", Described), (context) => {
    const body = context.req.valid("json");
    expectTypeOf(body).toEqualTypeOf<Model>();
    return context.json({ to: body.To }, 201);
  });

const post = (path: string, body: unknown): Response | Promise<Response> =>
  app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe.each(["/calls", "/described"])("a route of Hono: %s", (path) => {
  test("is given the body that its validator takes", async () => {
    const sample = callRequest();
    const response = await post(path, sample);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ to: sample.To });
  });

  test("answers with the issues of a body that its validator refuses", async () => {
    const response = await post(path, { To: "+15558675309", From: "", Url: "https://example.com/" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      success: false,
      error: [{ path: ["From"], pointer: "/From", code: "minLength", expected: 1 }],
    });
  });
});

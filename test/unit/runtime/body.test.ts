import { describe, expect, test } from "vitest";
import { jsonBody, textBody } from "../../../generator/runtime/body.js";
import { bytes } from "../../../generator/runtime/bytes.js";
import { eachTestHasAServer } from "../../support/server.js";
import { clientOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

describe("a JSON body", () => {
  test("is sent as UTF-8", async () => {
    const body = jsonBody({ name: "Grüße 📞", gone: undefined, none: null });
    await fetchThing(clientOf(server().origin), {}, { method: "POST", body });
    expect(server().requests[0]).toMatchObject({
      body: Buffer.from('{"name":"Grüße 📞","none":null}').toString("latin1"),
      headers: { "content-type": "application/json" },
    });
  });

  test.each([[null, "null"] as const, [false, "false"] as const, [0, "0"] as const, ["", '""'] as const])(
    "that is %j is sent, not left out",
    (value, written) => {
      expect(jsonBody(value)?.body).toBe(written);
    },
  );

  test("that is undefined is not sent", () => {
    expect(jsonBody(undefined)).toBeUndefined();
  });

  test("keeps the media type that the description gives it", () => {
    expect(jsonBody({}, "application/merge-patch+json")?.type).toBe("application/merge-patch+json");
  });
});

describe("a raw body", () => {
  test("sends the bytes of a blob with the documented media type, not with the blob's own", async () => {
    const raw = new Uint8Array([0, 255, 128, 13, 10]);
    const body = bytes(new Blob([raw], { type: "image/gif" }), "image/png");
    await fetchThing(clientOf(server().origin), {}, { method: "PUT", body });
    expect(server().requests[0]).toMatchObject({
      body: Buffer.from(raw).toString("latin1"),
      headers: { "content-type": "image/png" },
    });
  });

  test("sends an empty text as an empty body", async () => {
    await fetchThing(
      clientOf(server().origin),
      {},
      { method: "PUT", body: textBody("", "text/plain; charset=utf-8") },
    );
    expect(server().requests[0]).toMatchObject({
      body: "",
      headers: { "content-type": "text/plain; charset=utf-8", "content-length": "0" },
    });
  });
});

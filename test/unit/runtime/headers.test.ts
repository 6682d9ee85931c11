import { describe, expect, test } from "vitest";
import { bearer } from "../../../generator/runtime/auth.js";
import { jsonBody } from "../../../generator/runtime/body.js";
import { eachTestHasAServer } from "../../support/server.js";
import { clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();
const seen = (name: string): unknown => server().requests.at(-1)?.headers[name];

describe("the headers of a request", () => {
  test("ask for JSON, and for what the operation can read instead", async () => {
    const client = clientOf(server().origin);
    await fetchThing(client);
    expect(seen("accept")).toBe("application/json");
    await fetchThing(client, {}, { accept: "image/png, application/json" });
    expect(seen("accept")).toBe("image/png, application/json");
  });

  test("of the call win over those of its parameters, and both over those of the client", async () => {
    const client = clientOf(server().origin, {
      headers: { "x-a": "client", "x-b": "client", "x-c": "client" },
    });
    const request = { headers: { "x-a": "parameter", "x-b": "parameter" } };
    await fetchThing(client, { headers: { "x-a": "call" } }, request);
    expect(["x-a", "x-b", "x-c"].map(seen)).toEqual(["call", "parameter", "client"]);
  });

  test("are told apart whatever their case", async () => {
    const client = clientOf(server().origin, { headers: { "X-Trace": "client" } });
    await fetchThing(client, { headers: { "x-trace": "call" } }, { headers: { "X-TRACE": "operation" } });
    expect(seen("x-trace")).toBe("call");
  });

  test("of a call can replace the credentials, the media type and what is asked for", async () => {
    const client = clientOf(server().origin, { credentials: { a: bearer("token") } });
    const headers = { Authorization: "Custom 1", "Content-Type": "application/x", Accept: "*/*" };
    await fetchThing(client, { headers }, { method: "POST", body: jsonBody({}), security: [["a"]] });
    expect(["authorization", "content-type", "accept"].map(seen)).toEqual([
      "Custom 1",
      "application/x",
      "*/*",
    ]);
  });

  test("leave out a parameter that is undefined, and keep an empty one", async () => {
    await fetchThing(clientOf(server().origin), {}, { headers: { "x-none": undefined, "x-empty": "" } });
    expect(seen("x-none")).toBeUndefined();
    expect(seen("x-empty")).toBe("");
  });

  test("cannot smuggle in another header", async () => {
    const call = fetchThing(clientOf(server().origin), {}, { headers: { "x-a": "1\r\nx-b: 2" } });
    expect(await failureOf(call)).toBeInstanceOf(TypeError);
    expect(server().requests).toEqual([]);
  });
});

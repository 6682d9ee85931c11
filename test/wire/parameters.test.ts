/** Parameters as the standards' own examples write them, sent by an emitted client to a server that compares bytes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RecordingServer, startServer } from "../support/server.js";
import { type Operation, type WirePackage, loadWire } from "./parameter-description.js";
import { type Example, examples } from "./parameter-examples.js";

let wire: WirePackage;
let server: RecordingServer;

beforeAll(async () => {
  [wire, server] = await Promise.all([loadWire(examples), startServer()]);
  server.answer(() => ({ status: 204 }));
});
afterAll(() => server.close());

/** What a call sends, where its parameter stands. */
async function sent({ operationId, name, in: place, path }: Example, value: unknown): Promise<unknown> {
  const before = server.requests.length;
  const operation = wire.operations[operationId] as Operation | undefined;
  if (operation === undefined) throw new Error(`bug: there is no operation ${operationId}`);
  const client = wire.createClient({ baseUrl: server.origin });
  await operation(client, { [name]: value });
  const [request] = server.requests.slice(before);
  const { target = "", headers = {} } = request ?? {};
  const base = `/${operationId}${place === "path" ? (path ?? "/{").replace(/\{.*$/, "") : "/"}`;
  const rest = target.startsWith(base) ? target.slice(base.length) : target;
  if (place === "path") return rest;
  return place === "query" ? rest.replace(/^\?/, "") : headers[place === "cookie" ? "cookie" : name];
}

describe("a parameter goes out as the standards' examples say", () => {
  test.each(examples.map((each) => [each.title, each] as const))("%s", async (_, example) => {
    expect(await sent(example, example.value)).toBe(example.written);
  });
});

describe("a value that its style cannot write is refused before anything is sent", () => {
  const refused = [
    ["pathLabelExplodedArray", ["..", "/"]],
    ["pathMatrixString", "a/b"],
    ["pathMatrixExplodedObject", { "a\\b": 1 }],
    ["pathSimpleObject", { R: "a/b" }],
    ["pathSimpleObject", {}],
    ["pathSimpleExplodedObject", {}],
    ["querySpaceDelimitedArray", ["a b", "c"]],
    ["queryPipeDelimitedArray", ["a|b", "c"]],
    ["queryPipeDelimitedObject", { R: { deep: 1 } }],
    ["queryFormExplodedObject", { R: { deep: 1 } }],
    ["queryDeepObjectExplodedObject", { R: [{ deep: 1 }] }],
    ["cookieCookieExplodedString", "a; b=c"],
    ["cookieCookieExplodedArray", ["ü"]],
    ["headerSimpleString", "a\r\nb: c"],
    ["headerSimpleExplodedObject", { R: "a\r\nb: c" }],
  ] as const;
  test.each(refused)("%s: %j", async (operationId, value) => {
    const example = examples.find((each) => each.operationId === operationId) as Example;
    const before = server.requests.length;
    await expect(sent(example, value)).rejects.toThrow(TypeError);
    expect(server.requests.length).toBe(before);
  });
});

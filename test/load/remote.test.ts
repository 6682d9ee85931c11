/** Descriptions over HTTP: what is fetched, with which headers, and what is refused. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, check } from "../../generator/index.js";
import { specwright } from "../output/command.js";
import { eachTestHasAServer } from "../support/server.js";
import { folderOf } from "./files.js";
import { problems, schema } from "./lowered-documents.js";

const server = eachTestHasAServer();
const host = (): string => new URL(server().origin).host;
const serve = (texts: Readonly<Record<string, string>>): void =>
  server().answer(({ target }) => {
    const body = texts[target];
    return body === undefined ? { status: 404 } : { body };
  });
const output = async (): Promise<string> => join(await folderOf({}), "out");

test("a description is read with its headers, and so is what it refers to", async () => {
  serve({ "/v1/openapi.yaml": schema("types/a.yaml#/A"), "/v1/types/a.yaml": "A: { type: string }" });
  const input = `${server().origin}/v1/openapi.yaml`;
  const { diagnostics } = await check({ input, output: await output(), headers: { "X-Key": "k" } });
  expect(diagnostics).toEqual([]);
  expect(server().requests.map((each) => [each.target, each.headers["x-key"]])).toEqual([
    ["/v1/openapi.yaml", "k"],
    ["/v1/types/a.yaml", "k"],
  ]);
});

test("a description at a URL is validated without a folder for its package", async () => {
  serve({ "/openapi.yaml": schema("a.yaml#/No"), "/a.yaml": "{}" });
  const { code, stderr } = await specwright(["validate", "-i", `${server().origin}/openapi.yaml`]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("openapi.yaml:3:31 error ref-unresolved")]);
});

test("diagnostics show URLs", async () => {
  serve({ "/openapi.yaml": schema("a.yaml#/No"), "/a.yaml": "{}" });
  const input = `${server().origin}/openapi.yaml`;
  await expect(check({ input, output: await output() })).rejects.toThrow(
    `${input}:3:31 error ref-unresolved`,
  );
});

test("no file is read", async () => {
  serve({ "/openapi.yaml": schema("file:///etc/hostname") });
  const input = `${server().origin}/openapi.yaml`;
  expect(await problems(check({ input, output: await output() }))).toEqual([
    "ref-denied file:///etc/hostname",
  ]);
});

test("a file refers to the hosts that are allowed, without headers", async () => {
  serve({ "/a.yaml": "type: string" });
  const folder = await folderOf({ "openapi.yaml": schema(`${server().origin}/a.yaml`) });
  const config: Config = { input: join(folder, "openapi.yaml"), output: join(folder, "out") };
  expect(await problems(check(config))).toEqual([`ref-denied ${server().origin}/a.yaml`]);
  expect(server().requests).toEqual([]);
  const allowing: Config = { ...config, references: { hosts: [host()] }, headers: { "X-Key": "k" } };
  expect((await check(allowing)).diagnostics).toEqual([]);
  expect(server().requests[0]?.headers["x-key"]).toBeUndefined();
  expect(await problems(check({ ...allowing, offline: true }))).toEqual([
    `ref-offline ${server().origin}/a.yaml`,
  ]);
});

test.each<[what: string, answer: () => object, problem: RegExp]>([
  ["is not there", () => ({ status: 404 }), /status 404/],
  [
    "is elsewhere",
    () => ({ status: 302, headers: { location: "http://127.0.0.2:1/" } }),
    /redirected to 127/,
  ],
  ["goes in circles", () => ({ status: 302, headers: { location: "/openapi.yaml" } }), /more than 5 times/],
  ["hangs up", () => ({ hangUp: true }), /./],
])("a description that %s is told of", async (_, answer, problem) => {
  server().answer(answer);
  const input = `${server().origin}/openapi.yaml`;
  const [found = ""] = await problems(check({ input, output: await output() }));
  expect(found).toMatch(/^input-unreadable /);
  expect(found).toMatch(problem);
});

test("offline, nothing is fetched", async () => {
  const input = `${server().origin}/openapi.yaml`;
  expect(await problems(check({ input, output: await output(), offline: true }))).toEqual([
    "input-unreadable nothing is fetched offline",
  ]);
  expect(server().requests).toEqual([]);
});

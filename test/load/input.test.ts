/** The description as the command line is given it. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { cli, specwright } from "../output/command.js";
import { eachTestHasAServer } from "../support/server.js";
import { folderOf } from "./files.js";

const description = (ref: string): string =>
  `openapi: 3.1.0\ninfo: { title: Zoo, version: "1" }\ncomponents: { schemas: { A: { $ref: "${ref}" } } }\n`;

async function piped(
  input: string,
  cwd: string,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [cli, "generate", "-i", "-", "-o", "out"], { cwd });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stderr, code] = await Promise.all([text(child.stderr), ended]);
  return { code, stderr };
}

describe("standard input", () => {
  test("is a description whose references lead from the working directory", async () => {
    const folder = await folderOf({ "a.yaml": "type: string" });
    expect(await piped(description("a.yaml"), folder)).toEqual({ code: 0, stderr: "" });
    expect(await readFile(join(folder, "out/src/models/a.ts"), "utf8")).toContain("export type A = string;");
  });

  test("has lines and columns", async () => {
    const { code, stderr } = await piped("openapi: 3.1.0\ncomponents: 7\n", await folderOf({}));
    expect([code, stderr]).toEqual([1, expect.stringContaining("standard input:2:1 error wrong-type")]);
  });

  test("needs a name for the output", async () => {
    const { code, stderr } = await specwright(["generate", "-i", "-"], { cwd: await folderOf({}) });
    expect([code, stderr]).toEqual([2, expect.stringContaining("give an output with -o")]);
  });
});

describe("a URL", () => {
  const server = eachTestHasAServer();

  test("is fetched with the headers of the command line", async () => {
    server().answer(() => ({ body: description("#/x") + "x: { type: string }" }));
    const folder = await folderOf({});
    const argv = ["generate", "-i", `${server().origin}/a.yaml`, "-o", "out", "--header", "X-Key: a: b"];
    expect(await specwright(argv, { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    expect(server().requests[0]?.headers["x-key"]).toBe("a: b");
  });

  test("is not fetched offline", async () => {
    const argv = ["check", "-i", `${server().origin}/a.yaml`, "-o", "out", "--offline"];
    const { code, stderr } = await specwright(argv, { cwd: await folderOf({}) });
    expect([code, stderr]).toEqual([2, expect.stringContaining("nothing is fetched offline")]);
    expect(server().requests).toEqual([]);
  });

  test("has no headers that are none", async () => {
    const argv = ["check", "-i", `${server().origin}/a.yaml`, "-o", "out", "--header", "nonsense"];
    const { code, stderr } = await specwright(argv, { cwd: await folderOf({}) });
    expect([code, stderr]).toEqual([2, expect.stringContaining('"Name: value"')]);
  });
});

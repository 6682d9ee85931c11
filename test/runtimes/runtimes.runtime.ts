/** The generated package in other runtimes than the one that the tests run in; skipped where one is not installed. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordingServer } from "../support/server.js";
import { outcomeInBrowser } from "./browser.js";
import { startScenarioServer } from "./server.js";

const here = import.meta.dirname;
const installed = (name: string): string => join(here, "node_modules/.bin", name);

interface Runtime {
  readonly name: string;
  readonly command: string;
  readonly options: readonly string[];
}

const consoles: readonly Runtime[] = [
  { name: `Node ${process.version}`, command: process.execPath, options: [] },
  { name: "the newest Node", command: installed("node"), options: [] },
  { name: "Bun", command: installed("bun"), options: ["run"] },
  { name: "Deno", command: installed("deno"), options: ["run", "--no-config", "--allow-net=127.0.0.1"] },
];

/** Debian's; other systems say where theirs is. */
const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

let folder: string;
let server: RecordingServer;
const script = (): string => join(folder, "console.mjs");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specwright-runtimes-"));
  const [text, page] = await Promise.all([bundle("console.ts"), bundle("page.ts")]);
  await writeFile(script(), text);
  server = await startScenarioServer(page);
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** One file that needs nothing of its runtime but what the Web has, too. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

describe("the generated package does all of the scenario", () => {
  for (const { name, command, options } of consoles)
    test.skipIf(!existsSync(command))(`in ${name} (where it is installed)`, async () => {
      const output = await outputOf(command, [...options, script(), server.origin]);
      expectNoFailure(output.trim().split("\n").at(-1) ?? "");
    });

  const absent = !existsSync(chromium) || !existsSync(join(here, "node_modules/playwright-core"));
  test.skipIf(absent)("in Chromium (where it is installed)", async () => {
    expectNoFailure(await outcomeInBrowser(chromium, server.origin));
  });
});

function expectNoFailure(outcome: string): void {
  const { passed, failures } = JSON.parse(outcome) as {
    readonly passed: number;
    readonly failures: string[];
  };
  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThan(10);
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    const chunks: string[] = [];
    for (const stream of [child.stderr, child.stdout])
      stream.setEncoding("utf8").on("data", (text: string) => chunks.push(text));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(chunks.join("")) : reject(new Error(`exit ${code}: ${chunks.join("")}`)),
    );
  });
}

/** `specwright watch`: what is saved is generated; what is wrong is told, and leaves the last good package. */
import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { linesOf } from "../support/lines.js";
import { cli } from "./command.js";

const pet = (type: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
components: { schemas: { Pet: { type: ${type} }, Part: { $ref: "part.yaml" } } }
`;

const config = { input: "openapi.yaml", output: "out", templates: "templates" };

let root = "";
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(root, { recursive: true, force: true });
});

/** Begins to watch a package; gives the lines that are told. */
async function watching(env: NodeJS.ProcessEnv): Promise<(line: RegExp) => Promise<string>> {
  root = await mkdtemp(join(tmpdir(), "specwright-watch-"));
  write("openapi.yaml", pet("string"));
  write("part.yaml", "type: boolean\n");
  await mkdir(join(root, "templates"));
  write("templates/api.md.hbs", await readFile("templates/api.md.hbs", "utf8"));
  write("specwright.config.json", JSON.stringify(config));
  child = spawn(process.execPath, [cli, "watch"], { cwd: root, env: { ...process.env, ...env } });
  return linesOf(child);
}

/** At once: what is emptied first and written later may be read in between. */
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const model = (name: string): Promise<string> => readFile(join(root, `out/src/models/${name}.ts`), "utf8");

/** Where libraries of colours take a pipe for a terminal. */
const inCi = { CI: "true" };

/** Without the events of the system, as on a drive of a network: chokidar looks itself then, and takes its time. */
const deaf = { CHOKIDAR_USEPOLLING: "true", CHOKIDAR_INTERVAL: "600000" };

test.each([
  ["", inCi],
  [", also where the system tells of no change", deaf],
])(
  "a description, what it refers to, templates and the configuration are watched, and mistakes end nothing%s",
  { timeout: 240_000 },
  async (_, env) => {
    const line = await watching(env);
    await line(/out: \d+ written, 0 removed · [\d.]+ m?s\n/);
    await line(/watching openapi\.yaml, part\.yaml, specwright\.config\.json, templates\n/);
    expect(await model("pet")).toContain("type Pet = string");

    write("openapi.yaml", pet("integer"));
    await line(/changed: openapi\.yaml\nout: \d+ written, 0 removed · [\d.]+ m?s\n/);
    expect(await model("pet")).toContain("type Pet = number");

    write("openapi.yaml", pet("strin"));
    await line(/error schema-type/);
    await line(/out: 1 error · what was generated stays as it was · [\d.]+ m?s\n/);
    expect(await model("pet")).toContain("type Pet = number");

    write("openapi.yaml", pet("number"));
    await line(/out: \d+ written, 0 removed · well again · [\d.]+ m?s\n/);

    write("part.yaml", "type: string\n");
    await line(/changed: part\.yaml\nout: \d+ written, 0 removed · [\d.]+ m?s\n/);
    expect(await model("part")).toContain("type Part = string");

    const ours = await readFile("templates/README.md.hbs", "utf8");
    write("templates/README.md.hbs", `${ours}\nOurs.\n`);
    await line(/changed: templates\/README\.md\.hbs\nout: \d+ written/);
    expect(await readFile(join(root, "out/README.md"), "utf8")).toMatch(/\nOurs\.\n$/);
    write("templates/README.md.hbs", ours);
    await line(/changed: templates\/README\.md\.hbs\nout: \d+ written/);

    write("specwright.config.json", "{");
    await line(/error config-invalid/);
    await line(/configuration: 1 error/);
    write("specwright.config.json", JSON.stringify({ ...config, package: { name: "zoo" } }));
    await line(/out: \d+ written, 0 removed · well again/);
    expect(await readFile(join(root, "out/package.json"), "utf8")).toContain('"zoo"');

    await rename(join(root, "specwright.config.json"), join(root, "aside.json"));
    await line(/error input-unreadable/);
    await rename(join(root, "aside.json"), join(root, "specwright.config.json"));
    await line(/out: nothing to write · well again/);

    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGINT");
    expect(await ended).toBe(0);
  },
);

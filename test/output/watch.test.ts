/** `specwright watch`: what is saved is generated; what is wrong is told, and leaves the last good package. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
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

/** Waits for a line of what the command prints that has not been waited for. */
async function watching(): Promise<(line: RegExp) => Promise<string>> {
  root = await mkdtemp(join(tmpdir(), "specwright-watch-"));
  await write("openapi.yaml", pet("string"));
  await write("part.yaml", "type: boolean\n");
  await mkdir(join(root, "templates"));
  await write("templates/api.md.hbs", await readFile("templates/api.md.hbs", "utf8"));
  await write("specwright.config.json", JSON.stringify(config));
  child = spawn(process.execPath, [cli, "watch"], { cwd: root });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (more: string) => (text += more));
  return async (line) => {
    for (;;) {
      const found = line.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return found[0];
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}

const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
const model = (name: string): Promise<string> => readFile(join(root, `out/src/models/${name}.ts`), "utf8");

test(
  "a description, what it refers to, templates and the configuration are watched, and mistakes end nothing",
  { timeout: 60_000 },
  async () => {
    const line = await watching();
    await line(/out: \d+ written, 0 removed · [\d.]+ m?s\n/);
    await line(/watching openapi\.yaml, part\.yaml, specwright\.config\.json, templates\n/);
    expect(await model("pet")).toContain("type Pet = string");

    await write("openapi.yaml", pet("integer"));
    await line(/changed: openapi\.yaml\nout: \d+ written, 0 removed · [\d.]+ m?s\n/);
    expect(await model("pet")).toContain("type Pet = number");

    await write("openapi.yaml", pet("strin"));
    await line(/error schema-type/);
    await line(/out: 1 error · what was generated stays as it was · [\d.]+ m?s\n/);
    expect(await model("pet")).toContain("type Pet = number");

    await write("openapi.yaml", pet("number"));
    await line(/out: \d+ written, 0 removed · well again · [\d.]+ m?s\n/);

    await write("part.yaml", "type: string\n");
    await line(/changed: part\.yaml\nout: \d+ written, 0 removed · [\d.]+ m?s\n/);
    expect(await model("part")).toContain("type Part = string");

    const ours = await readFile("templates/README.md.hbs", "utf8");
    await write("templates/README.md.hbs", `${ours}\nOurs.\n`);
    await line(/changed: templates\/README\.md\.hbs\nout: \d+ written/);
    expect(await readFile(join(root, "out/README.md"), "utf8")).toMatch(/\nOurs\.\n$/);
    await write("templates/README.md.hbs", ours);
    await line(/changed: templates\/README\.md\.hbs\nout: \d+ written/);

    await write("specwright.config.json", "{");
    await line(/error config-invalid/);
    await line(/configuration: 1 error/);
    await write("specwright.config.json", JSON.stringify({ ...config, package: { name: "zoo" } }));
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

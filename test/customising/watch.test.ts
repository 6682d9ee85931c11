/** `specwright watch` sees modules of formats, plugins, the configuration, and what these import. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { cli } from "../output/command.js";
import { linesOf } from "../support/lines.js";
import { ownModule } from "./modules.js";
import { shop } from "./shop.js";

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

test("a change is generated, a mistake is told of and can be mended", { timeout: 240_000 }, async () => {
  const { root, write } = await shop();
  const money = await readFile(ownModule("money.ts"), "utf8");
  await write("money.ts", money);
  await write("words.ts", 'export const words = "one";\n');
  await write(
    "plugin.ts",
    'import { words } from "./words.js";\nexport default () => [{ path: "note.md", text: words }];\n',
  );
  const config = { formats: { money: { module: "money.ts" } }, plugins: ["plugin.ts"] };
  await write("common.ts", 'export const name = "shop";\n');
  await write(
    "specwright.config.ts",
    `import { name } from "./common.js";\nexport default { input: "openapi.json", output: "out", package: { name }, ...${JSON.stringify(config)} };\n`,
  );
  child = spawn(process.execPath, [cli, "watch"], { cwd: root });
  const line = linesOf(child);
  const note = (): Promise<string> => readFile(join(root, "out/note.md"), "utf8");

  await line(/out: \d+ written, 0 removed/);
  await line(/watching /);
  expect(await note()).toBe("one\n");
  await write("words.ts", 'export const words = "two";\n');
  await line(/out: 2 written, 0 removed/);
  expect(await note()).toBe("two\n");
  await write("common.ts", 'export const name = "store";\n');
  await line(/out: \d+ written, 0 removed/);
  expect(await readFile(join(root, "out/package.json"), "utf8")).toContain('"store"');
  await write("money.ts", "");
  await line(/error format-invalid/);
  await write("money.ts", money.replace("\\d+", "\\d{1,9}"));
  await line(/out: 2 written, 0 removed/);
});

/** Configurations that cannot be used are told of at their place, and nothing is written. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specwright } from "./command.js";
import { pets, workspace } from "./workspace.js";

const fine = '{ "input": "openapi.json", "output": "out" }';

async function told(name: string, text: string): Promise<string> {
  const { root, write } = await workspace(pets("cat"));
  await write(name, text);
  const before = await readdir(root);
  const { code, stderr } = await specwright(["generate", "-c", name], { cwd: root });
  expect(code).toBe(1);
  expect(stderr).not.toContain("internal error");
  expect(await readdir(root)).toEqual(before);
  return stderr
    .split("\n")
    .slice(0, 2)
    .join("")
    .replace(/ {2}the configuration (is not valid|cannot be run)/, "");
}

test.each<[what: string, name: string, text: string, message: string | RegExp]>([
  [
    "throws",
    "a.ts",
    '// A note.\n\n  throw new Error("boom");\n',
    "a.ts:3:3 error config-failed: it throws: boom",
  ],
  [
    "throws",
    "a.mjs",
    '// A note.\n\n  throw new Error("boom\\nmore");\n',
    "a.mjs:3:9 error config-failed: it throws: boom",
  ],
  [
    "throws in a function",
    "a.ts",
    'const no = (): never => {\n  throw new Error("boom");\n};\nno();\n',
    "a.ts:2:3 error config-failed: it throws: boom",
  ],
  ["throws a text", "a.ts", 'throw "boom";\n', "a.ts:1:1 error config-failed: it throws: boom"],
  ["throws nothing", "a.mjs", "throw undefined;\n", "a.mjs:1:1 error config-failed: it throws: undefined"],
  [
    "rejects",
    "a.ts",
    '\nexport default Promise.reject(new Error("boom"));\n',
    "a.ts:2:1 error config-failed: it throws: boom",
  ],
  [
    "rejects",
    "a.mjs",
    'export default Promise.reject(new Error("boom"));\n',
    "a.mjs:1:31 error config-failed: it throws: boom",
  ],
  [
    "throws when it is read",
    "a.mjs",
    'export default {\n  get input() {\n    throw new Error("boom");\n  },\n};\n',
    "a.mjs:3:11 error config-failed: it throws: boom",
  ],
  [
    "is a function",
    "a.ts",
    "export default () => ({});\n",
    /^a\.ts:1:1 error config-invalid: it exports a function/,
  ],
  ["exports nothing", "a.ts", "export {};\n", "a.ts:1:1 error config-invalid: it has no default export"],
  [
    "exports something else",
    "a.ts",
    'export const input = "openapi.json";\n',
    "a.ts:1:1 error config-invalid: it has no default export",
  ],
  [
    "exports nothing",
    "a.mjs",
    "export const a = 1;\n",
    "a.mjs:1:1 error config-invalid: it has no default export",
  ],
  [
    "has a mistake of syntax",
    "a.ts",
    'export default {\n  output "x",\n};\n',
    /^a\.ts:2:10 error config-failed: Unexpected token/,
  ],
  [
    "has a mistake of syntax",
    "a.mjs",
    'export default {\r\n  output "x",\r\n};\r\n',
    "a.mjs:2:10 error config-failed: Unexpected string",
  ],
  [
    "is no JSON",
    "a.json",
    '{\n  "input": "openapi.json",\n  "output" "out"\n}\n',
    "a.json:3:12 error config-invalid: this is not JSON: Colon expected",
  ],
  [
    "has a comma too many",
    "a.json",
    '{\r\n  "input": "openapi.json",\r\n}\r\n',
    /^a\.json:3:1 error config-invalid: this is not JSON/,
  ],
  ["is empty", "a.json", "", "a.json:1:1 error config-invalid: this is not JSON: Value expected"],
  [
    "imports what is not there",
    "a.ts",
    'import it from "./none.js";\nexport default it;\n',
    /^a\.ts:1:1 error config-failed: it throws: Cannot find module/,
  ],
  [
    "writes to the top of the disk",
    "a.json",
    '{ "input": "openapi.json", "output": "/" }',
    "a.json:1:1 error config-invalid: output must be a folder of its own, and not the top of the disk",
  ],
])("one that %s: %s", async (_, name, text, message) => {
  expect(await told(name, text)).toEqual(
    typeof message === "string" ? message : expect.stringMatching(message),
  );
});

test("one that waits for ever does not look as if all were well", async () => {
  const { root, write } = await workspace(pets("cat"));
  await write("a.ts", "export default new Promise(() => {});\n");
  const { code, stderr } = await specwright(["check", "-c", "a.ts"], { cwd: root });
  expect([code, stderr]).toEqual([
    13,
    "specwright: the configuration waits for something that never comes\n",
  ]);
});

test.each([
  ["a promise", "a.ts", `export default Promise.resolve(${fine});\n`],
  ["a CommonJS module", "a.ts", `module.exports = ${fine};\n`],
  ["one with Windows line endings", "a.ts", `// A note.\r\nexport default ${fine};\r\n`],
  ["JSON with Windows line endings", "a.json", fine.replaceAll(" ", "\r\n")],
  ["JSON with a byte order mark", "a.json", `\uFEFF${fine}`],
])("%s is one", async (_, name, text) => {
  const { root, write } = await workspace(pets("cat"));
  await write(name, text);
  const { code, stderr } = await specwright(["generate", "-c", name], { cwd: root });
  expect([code, stderr]).toEqual([0, ""]);
  expect(await readdir(join(root, "out"))).toContain("package.json");
});

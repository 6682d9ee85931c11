/** `specwright init`: a configuration, a script and a first run. */
import { mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Run, cli, run, specwright } from "./command.js";

const description = `openapi: 3.1.0
info: { title: Pets, version: "1" }
components: { schemas: { Pet: { type: string } } }
`;

interface Project {
  readonly root: string;
  readonly init: (...argv: readonly string[]) => Promise<Run>;
  readonly read: (path: string) => Promise<string>;
}

async function project(files: Readonly<Record<string, string>>): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), "specwright-init-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  return {
    root,
    init: (...argv) => specwright(["init", ...argv], { cwd: root }),
    read: (path) => readFile(join(root, path), "utf8"),
  };
}

test("asks nothing where it is told so, and finds the description", async () => {
  const manifest = '{\n    "name": "app",\n    "scripts": {\n        "test": "true"\n    }\n}\n';
  const { init, read } = await project({ "openapi.yaml": description, "package.json": manifest });
  const { code, stdout, stderr } = await init("--yes", "--name", "@acme/pets");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("wrote specwright.config.ts");
  expect(await read("specwright.config.ts")).toBe(`import { defineConfig } from "specwright";

export default defineConfig({
  input: "openapi.yaml",
  output: "generated/api",
  package: { name: "@acme/pets" },
});
`);
  expect(await read("package.json")).toBe(
    '{\n    "name": "app",\n    "scripts": {\n        "test": "true",\n        "generate:api": "specwright generate"\n    }\n}\n',
  );
  expect(await read("generated/api/package.json")).toContain('"@acme/pets"');
});

test("keeps the line endings of a package.json, its mode, and a link to it", async () => {
  const { root, init, read } = await project({ "openapi.yaml": description });
  await mkdir(join(root, "real"));
  await writeFile(join(root, "real/package.json"), '{\r\n  "name": "app"\r\n}\r\n', { mode: 0o600 });
  await symlink("real/package.json", join(root, "package.json"));
  expect((await init("--yes")).code).toBe(0);
  expect(await read("real/package.json")).toBe(
    '{\r\n  "name": "app",\r\n  "scripts": {\r\n    "generate:api": "specwright generate"\r\n  }\r\n}\r\n',
  );
  expect((await stat(join(root, "real/package.json"))).mode & 0o777).toBe(0o600);
  expect(await readlink(join(root, "package.json"))).toBe("real/package.json");
  expect(await readdir(join(root, "real"))).toEqual(["package.json"]);
});

test("loses no package.json where the disk is full", async () => {
  const manifest = JSON.stringify({ name: "app", description: "x".repeat(1500) });
  const { root, init, read } = await project({ "openapi.yaml": description, "package.json": manifest });
  const argv = ["-c", 'ulimit -f 1; exec "$@"', "bash", process.execPath, cli, "init", "--yes"];
  const { code, stderr } = await run("bash", argv, { cwd: root });
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^specwright: nothing can be written here: EFBIG/),
  ]);
  expect(await read("package.json")).toBe(manifest);
  expect((await init("--yes")).stderr).toContain("there is a configuration already");
});

test("asks, and takes what is usual where the answer is empty", async () => {
  const { root, read } = await project({ "pets.yaml": description });
  const child = spawn(process.execPath, [cli, "init"], { cwd: root });
  let asked = "";
  const answers = ["pets.yaml\n", "\n", "zoo\n"];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    asked += text;
    if (text.endsWith(": ")) child.stdin.write(answers.shift() ?? "\n");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
  expect(asked).toContain("The folder of the package (generated/pets): ");
  expect(await read("specwright.config.ts")).toContain('output: "generated/pets"');
  expect(await read("generated/pets/package.json")).toContain('"zoo"');
});

test.each<[what: string, files: Readonly<Record<string, string>>, argv: readonly string[], problem: string]>([
  [
    "a configuration",
    { "openapi.yaml": description, "specwright.config.mjs": "" },
    [],
    "there is a configuration already",
  ],
  ["no description", {}, [], "give a description with -i"],
  ["a description that is not there", {}, ["-i", "a.yaml"], "there is no a.yaml"],
])("with %s it writes nothing", async (_, files, argv, problem) => {
  const { init, root } = await project(files);
  const { code, stderr } = await init("--yes", ...argv);
  expect([code, stderr.includes(problem)]).toEqual([2, true]);
  expect((await readdir(root)).sort()).toEqual(Object.keys(files).sort());
});

test.each([
  ["a pipe that answers all", "pets.yaml\npkgs/x\n@acme/lib\n", 0],
  ["a pipe that ends before", "pets.yaml\n", 2],
  ["nobody", "", 2],
])("asks %s", async (_, answers, expected) => {
  const { root, read } = await project({ "pets.yaml": description });
  const child = spawn(process.execPath, [cli, "init"], { cwd: root });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
  child.stdin.end(answers);
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(expected);
  if (expected === 0) expect(await read("specwright.config.ts")).toContain('package: { name: "@acme/lib" }');
  else {
    expect(told).toMatch(/\nspecwright: not all is answered, and nothing was written: --yes takes/);
    expect(await readdir(root)).toEqual(["pets.yaml"]);
  }
});

test("writes nothing where an answer is none", async () => {
  const { root, init } = await project({ "pets.yaml": description });
  expect(await init("--yes", "--name", "BadName")).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^specwright: --name must be an npm package name/),
  });
  expect(await readdir(root)).toEqual(["pets.yaml"]);
});

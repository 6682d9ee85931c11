/** `specwright diff` as a shell runs it: with two files, and with a revision of git. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Run, specwright } from "../output/command.js";
import { commitAll } from "../support/git.js";

const pet = (values: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas:
    Pet: { $ref: "parts.yaml#/Pet" }
    Kind: { type: string, enum: [${values}] }
`;

interface Folder {
  readonly root: string;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly diff: (...argv: readonly string[]) => Promise<Run>;
}

async function folder(): Promise<Folder> {
  const root = await mkdtemp(join(tmpdir(), "specwright-diff-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
  await write("parts.yaml", "Pet: { type: object, properties: { name: { type: string } } }\n");
  await write("old.yaml", pet("cat, dog"));
  await write("new.yaml", pet("cat"));
  return {
    root,
    write,
    diff: (...argv) => specwright(["diff", ...argv], { cwd: root }),
  };
}

test("says what differs, where, and which version that asks for", async () => {
  const { diff } = await folder();
  const { code, stdout, stderr } = await diff("old.yaml", "new.yaml");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(`Compatible (1)
  Kind: a list of values has lost a member: "dog" (response)
    enum-member-removed · old.yaml:6:5 → new.yaml:6:5

A patch: 0.1.1.
`);
});

test("fails on what it is told to", async () => {
  const { diff } = await folder();
  expect((await diff("new.yaml", "old.yaml", "--fail-on", "breaking")).code).toBe(1);
  expect((await diff("old.yaml", "new.yaml", "--fail-on", "breaking")).code).toBe(0);
  expect((await diff("old.yaml", "new.yaml", "--fail-on", "compatible")).code).toBe(1);
});

test("is JSON, Markdown and a page as well", async () => {
  const { diff } = await folder();
  const json = JSON.parse((await diff("old.yaml", "new.yaml", "--format", "json")).stdout) as object;
  expect(json).toMatchObject({
    packages: [{ bump: "patch", differences: [{ code: "enum-member-removed" }] }],
  });
  expect((await diff("old.yaml", "new.yaml", "--format", "markdown")).stdout).toContain(
    "| `enum-member-removed` | Kind |",
  );
  expect((await diff("old.yaml", "new.yaml", "--format", "html")).stdout).toMatch(/^<!doctype html>/);
});

test("tells of several packages in one document, each by its folder", async () => {
  const { root, diff, write } = await folder();
  const config = { input: "new.yaml", output: "packages/pets" };
  await write(
    "specwright.config.json",
    JSON.stringify([config, { input: "old.yaml", output: "packages/<zoo>" }]),
  );
  commitAll(root);
  await write("new.yaml", pet("cat, dog"));
  const printed = async (format: string): Promise<string> =>
    (await diff("--base", "HEAD", "--format", format)).stdout;
  expect(JSON.parse(await printed("json"))).toMatchObject({
    packages: [
      { output: "packages/pets", bump: "minor", differences: [{ code: "enum-member-added" }] },
      { output: "packages/<zoo>", bump: "none", version: "0.1.0", differences: [] },
    ],
  });
  expect(await printed("text")).toMatch(
    /^packages\/pets\n\nBreaking[^]*\n\npackages\/<zoo>\n\nNothing differs\.\n$/,
  );
  expect((await printed("markdown")).match(/^## .*/gm)).toEqual([
    "## API changes of packages/pets",
    "## API changes of packages/\\<zoo\\>",
  ]);
  const page = await printed("html");
  expect(page).toMatch(
    /<td>0\.2\.0 \(minor\)<\/td>[^]*<h2>packages\/pets<\/h2>[^]*<h2>packages\/&#60;zoo&#62;<\/h2>/,
  );
  expect(page.match(/<!doctype html>/g)).toHaveLength(1);
  await write("one.json", JSON.stringify(config));
  const one = await diff("old.yaml", "new.yaml", "-c", "one.json", "--format", "json");
  expect(JSON.parse(one.stdout)).toMatchObject({ packages: [{ output: "packages/pets", bump: "none" }] });
  expect((await diff("--base", "HEAD", "--fail-on", "breaking")).code).toBe(1);
});

test("compares with a revision, and with what that refers to", async () => {
  const { root, diff, write } = await folder();
  await write("specwright.config.json", JSON.stringify({ input: "new.yaml", output: "out" }));
  commitAll(root);
  await write(
    "parts.yaml",
    "Pet: { type: object, properties: { name: { type: string }, age: { type: integer } } }\n",
  );
  const { code, stdout, stderr } = await diff("--base", "HEAD");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/Pet\.age: an optional property is new/);
  const unknown = await diff("--base", "nowhere");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/new\.yaml:1:1 error revision-unknown\n.*: nowhere/);
});

test("compares with a revision whose references lead to another folder, and leaves nothing behind", async () => {
  const { root, diff, write } = await folder();
  await mkdir(join(root, "common"));
  await mkdir(join(root, "api"));
  await mkdir(join(root, "temporary"));
  await write("common/pet.yaml", "type: string\n");
  const description = { openapi: "3.1.0", info: { title: "It", version: "1" } };
  const components = { schemas: { Pet: { $ref: "../common/pet.yaml" } } };
  await write("api/openapi.json", JSON.stringify({ ...description, components }));
  const config = { input: "api/openapi.json", output: "out", references: { folders: ["common"] } };
  await write("specwright.config.json", JSON.stringify([config, { ...config, output: "out2" }]));
  commitAll(root);
  await write("common/pet.yaml", "type: integer\n");
  const env = { TMPDIR: join(root, "temporary") };
  const { code, stdout, stderr } = await specwright(["diff", "--base", "HEAD"], { cwd: root, env });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.match(/type-changed/g)).toHaveLength(2);
  expect(await readdir(env.TMPDIR)).toEqual([]);
  await write(
    "specwright.config.json",
    JSON.stringify({ ...config, input: "https://a.example/openapi.json" }),
  );
  const remote = await diff("--base", "HEAD");
  expect([remote.code, remote.stderr]).toEqual([
    2,
    "specwright: --base compares descriptions that are files\n",
  ]);
});

test.each([
  [["none.yaml", "new.yaml"], 2, "input-unreadable"],
  [["parts.yaml", "new.yaml"], 1, "input-not-openapi"],
  [[], 2, "give the description as it was"],
  [["old.yaml", "--base", "HEAD"], 2, "--base takes the place"],
  [["old.yaml", "new.yaml", "--format", "xml"], 2, "--format"],
])("%j is told of", async (argv, code, text) => {
  const { diff } = await folder();
  const run = await diff(...argv);
  expect(run.code).toBe(code);
  expect(run.stderr).toContain(text);
  expect(run.stderr).not.toMatch(/^ +at /m);
});

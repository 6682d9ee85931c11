/** What people do to generated files by hand: it is named, and not lost. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, SpecError, check, generate } from "../../generator/index.js";
import { snapshot } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

async function generated(...names: readonly string[]): Promise<Workspace> {
  const space = await workspace(pets(...names));
  await generate(space.config);
  return space;
}

const describe = (space: Workspace, ...names: readonly string[]): Promise<void> =>
  space.write("openapi.json", JSON.stringify(pets(...names)));

async function refusal(config: Config): Promise<readonly string[]> {
  const failure: unknown = await generate(config).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  const root = config.output.replace(/[^/]*$/, "");
  return (failure as SpecError).diagnostics.map((each) => `${each.code} ${each.file.replace(root, "")}`);
}

test("files that were edited are all named, and nothing is written", async () => {
  const space = await generated("cat", "dog");
  await space.write("package/src/models/cat.ts", "// mine");
  await space.write("package/README.md", "mine");
  await describe(space, "cat", "dog", "eel");
  const before = await snapshot(space.output);
  expect(await refusal(space.config)).toEqual([
    "output-edited package/README.md",
    "output-edited package/src/models/cat.ts",
  ]);
  expect(await snapshot(space.output)).toEqual(before);
});

test("one that would be removed is named as well", async () => {
  const space = await generated("cat", "dog");
  await space.write("package/src/models/dog.ts", "// mine");
  await describe(space, "cat");
  expect(await refusal(space.config)).toEqual(["output-edited package/src/models/dog.ts"]);
});

test("an edit that is what would be written anyway is none", async () => {
  const space = await generated("cat");
  const other = await generated("cat", "dog");
  await describe(space, "cat", "dog");
  const path = "src/models/index.ts";
  await writeFile(join(space.output, path), await readFile(join(other.output, path)));
  expect((await generate(space.config)).written).not.toContain(path);
});

test("with force they are overwritten", async () => {
  const space = await generated("cat");
  await space.write("package/src/models/cat.ts", "// mine");
  const { written } = await generate(space.config, undefined, { force: true });
  expect(written).toEqual(["src/models/cat.ts"]);
});

test("a dry run says what would be done, and does nothing", async () => {
  const space = await generated("cat", "dog");
  await describe(space, "cat");
  const before = await snapshot(space.root);
  const { written, removed } = await generate(space.config, undefined, { dryRun: true });
  expect(written).toContain("src/models/index.ts");
  expect(removed).toContain("src/models/dog.ts");
  expect(await snapshot(space.root)).toEqual(before);
});

/** The reasons that `check` gives, by file. */
async function reasons(config: Config): Promise<Readonly<Record<string, string>>> {
  const { drift } = await check(config);
  return Object.fromEntries(drift.map((each) => [each.path, each.reason]));
}

test("check says why each file differs", async () => {
  const space = await generated("cat", "dog");
  expect(await reasons(space.config)).toEqual({});
  await space.write("package/src/models/cat.ts", "// mine");
  await rm(join(space.output, "README.md"));
  expect(await reasons(space.config)).toEqual({
    "src/models/cat.ts": "edited by hand",
    "README.md": "missing",
  });
  await describe(space, "dog", "eel");
  expect(await reasons(space.config)).toMatchObject({
    "README.md": "missing",
    "src/models/cat.ts": "no longer generated",
    "src/models/eel.ts": "description changed",
    "src/models/index.ts": "description changed",
  });
});

test("check tells the configuration and the version from the description", async () => {
  const space = await generated("cat");
  const renamed = { ...space.config, package: { name: "beasts" } };
  expect(await reasons(renamed)).toMatchObject({ "package.json": "configuration changed" });
  const record = join(space.output, ".specwright.json");
  const text = await readFile(record, "utf8");
  await writeFile(record, text.replace(/"specwright": "[^"]*"/, '"specwright": "0.0.1"'));
  expect(await reasons(renamed)).toMatchObject({ "package.json": "specwright changed" });
});

test("check shows the lines that differ, as far as they are few", async () => {
  const space = await generated("cat");
  const path = join(space.output, "src/models/cat.ts");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace("name?: string", "name?: number"));
  await writeFile(join(space.output, "README.md"), "mine\n".repeat(500));
  const { drift } = await check(space.config);
  const [readme, cat] = [...drift].sort((a, b) => (a.path < b.path ? -1 : 1));
  expect(cat?.diff.split("\n")).toEqual(
    expect.arrayContaining(["-  name?: number;", "+  name?: string;"]) as string[],
  );
  expect(readme?.diff).toMatch(/… \d+ more lines$/);
  expect(readme?.diff.split("\n").length).toBeLessThan(70);
});

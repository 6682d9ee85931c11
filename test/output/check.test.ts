import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SpecError, check, generate } from "../../generator/index.js";
import { snapshot } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

interface Outcome {
  readonly changed: readonly string[];
  readonly stale: readonly string[];
}

/** What `check` says; whatever it says, it has written nothing. */
async function checked({ root, config }: Workspace): Promise<Outcome> {
  const before = await snapshot(root);
  try {
    const { changed, stale } = await check(config);
    return { changed: [...changed].sort(), stale: [...stale].sort() };
  } finally {
    expect(await snapshot(root)).toEqual(before);
  }
}

/** A package on disk, in a project that has a place for caches. */
async function generated(...names: readonly string[]): Promise<Workspace> {
  const space = await workspace(pets(...names));
  await mkdir(join(space.root, "node_modules"));
  await generate(space.config);
  return space;
}

describe("check writes nothing and", () => {
  test("finds nothing in a package that is as it should be", async () => {
    expect(await checked(await generated("cat"))).toEqual({ changed: [], stale: [] });
  });

  test("names every file of a package that is not there", async () => {
    const space = await workspace(pets("cat"));
    const { changed } = await checked(space);
    const { written } = await generate(space.config);
    expect(changed).toEqual([...written].sort());
  });

  test("names what the next run writes and removes", async () => {
    const space = await generated("cat", "dog");
    await space.write("openapi.json", JSON.stringify(pets("cat", "eel")));
    const { changed, stale } = await checked(space);
    const { written, removed } = await generate(space.config);
    expect({ changed, stale }).toEqual({ changed: [...written].sort(), stale: [...removed].sort() });
    expect(stale).toContain("src/models/dog.ts");
  });

  test("names what was edited or deleted by hand, whatever the cache says", async () => {
    const space = await generated("cat");
    await writeFile(join(space.output, "src/index.ts"), "// mine");
    await rm(join(space.output, "README.md"));
    expect(await checked(space)).toEqual({ changed: ["README.md", "src/index.ts"], stale: [] });
  });

  test("refuses foreign files as the run itself would", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package/src/index.ts", "mine");
    await expect(checked(space)).rejects.toThrow(SpecError);
  });

  test("refuses a description with errors as the run itself would", async () => {
    const space = await generated("cat");
    await space.write("openapi.json", '{ "openapi": "4.0.0" }');
    await expect(checked(space)).rejects.toThrow(SpecError);
  });

  test("does not finish what an interrupted run had begun", async () => {
    const space = await generated("cat");
    await space.write("package/.specwright-stage/0", "export {};");
    const journal = { moves: [["0", "src/index.ts"]], removals: [] };
    await space.write("package/.specwright-stage/journal.json", JSON.stringify(journal));
    await checked(space);
  });
});

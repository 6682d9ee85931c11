import { mkdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SpecError, generate } from "../../generator/index.js";
import { snapshot } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

/** The codes with which a run is refused. */
async function refusal({ config }: Workspace): Promise<readonly string[]> {
  const outcome = await generate(config).catch((cause: unknown) => cause);
  if (!(outcome instanceof SpecError))
    throw new Error(`expected a refusal, found ${JSON.stringify(outcome)}`);
  return outcome.diagnostics.map((each) => each.code);
}

describe("a foreign file", () => {
  test("beside the package is never touched", async () => {
    const space = await workspace(pets("cat"));
    const { config, output, write } = space;
    const mine = [
      "package/mine.txt",
      "package/src/mine.ts",
      "package/src/models/mine.ts",
      "package/dist/index.js",
    ];
    for (const path of mine) await write(path, "mine");
    const before = await snapshot(output);
    await generate(config);
    await write("openapi.json", JSON.stringify({ ...pets(), paths: {}, components: {} }));
    await generate(config);
    const after = await snapshot(output);
    for (const [path, each] of before) expect(after.get(path), path).toEqual(each);
  });

  test.each([
    ["a source file", "src/index.ts"],
    ["a file deep inside", "src/models/cat.ts"],
    ["a document", "README.md"],
  ])("in the way is refused, with everything left as it was: %s", async (_, path) => {
    const space = await workspace(pets("cat"));
    await space.write(`package/${path}`, "mine");
    const before = await snapshot(space.root);
    expect(await refusal(space)).toEqual(["output-foreign"]);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("in the way of a later run is refused too", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    await space.write("package/src/models/dog.ts", "mine");
    await space.write("openapi.json", JSON.stringify(pets("cat", "dog")));
    const before = await snapshot(space.root);
    expect(await refusal(space)).toEqual(["output-foreign"]);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("is named with its place, once for each", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package/src/index.ts", "mine");
    await space.write("package/api.md", "mine");
    const outcome = await generate(space.config).catch((cause: unknown) => cause);
    const files = (outcome as SpecError).diagnostics.map((each) => each.file);
    expect(files.map((file) => file.slice(file.indexOf("package/"))).sort()).toEqual([
      "package/api.md",
      "package/src/index.ts",
    ]);
  });

  test("with the very text that would be written is taken over", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    await rm(join(space.output, ".specwright.json"));
    const { written } = await generate(space.config);
    expect(written).toEqual([".specwright.json"]);
  });

  test("where a folder must stand is refused, with everything left as it was", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package/src", "mine");
    const before = await snapshot(space.root);
    expect(await refusal(space)).toEqual([expect.stringMatching(/^output-/)]);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("as a folder where a file must stand is refused, with everything left as it was", async () => {
    const space = await workspace(pets("cat"));
    await space.write("package/src/index.ts/mine.txt", "mine");
    const before = await snapshot(space.root);
    expect(await refusal(space)).toEqual([expect.stringMatching(/^output-/)]);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("where the output folder must stand is refused", async () => {
    const space = await workspace(pets("cat"));
    await writeFile(space.output, "mine");
    expect(await refusal(space)).toEqual(["output-unwritable"]);
    expect(await readFile(space.output, "utf8")).toBe("mine");
  });

  test("that a link in the package leads to is not written to", async () => {
    const { config, root, output, write } = await workspace(pets("cat"));
    await generate(config);
    await write("outside.ts", "mine");
    await rm(join(output, "src/index.ts"));
    await symlink(join(root, "outside.ts"), join(output, "src/index.ts"));
    await expect(generate(config)).rejects.toThrow("output-edited");
    await generate(config, undefined, { force: true });
    expect(await readFile(join(root, "outside.ts"), "utf8")).toBe("mine");
    await expect(readlink(join(output, "src/index.ts"))).rejects.toThrow();
  });

  test("in a folder that a link in the package leads to is not removed", async () => {
    const { config, root, output, write } = await workspace(pets("cat", "dog"));
    await generate(config);
    await rm(join(output, "src/models"), { recursive: true });
    await mkdir(join(root, "outside"));
    await write("outside/dog.ts", "mine");
    await symlink(join(root, "outside"), join(output, "src/models"));
    await write("openapi.json", JSON.stringify(pets("cat")));
    await generate(config).catch(() => undefined);
    expect(await readFile(join(root, "outside/dog.ts"), "utf8")).toBe("mine");
  });
});

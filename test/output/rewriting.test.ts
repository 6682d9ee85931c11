import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { snapshot } from "./snapshot.js";
import { pets, workspace } from "./workspace.js";

describe("a second run", () => {
  test("writes nothing when nothing has changed", async () => {
    const { config, output } = await workspace(pets("cat", "dog"));
    const first = await generate(config);
    const before = await snapshot(output);
    const second = await generate(config);
    expect(await snapshot(output)).toEqual(before);
    expect(second).toMatchObject({ written: [], removed: [], upToDate: false });
    expect([...second.unchanged].sort()).toEqual([...first.written].sort());
  });

  test("reports every file of the package once", async () => {
    const { config, output } = await workspace(pets("cat"));
    const { written } = await generate(config);
    const files = [...(await snapshot(output))].filter(([, each]) => each.kind === "file");
    expect([...written].sort()).toEqual(files.map(([path]) => path).sort());
  });

  test("writes only the files whose text has changed", async () => {
    const { config, output, write } = await workspace(pets("cat", "dog"));
    await generate(config);
    const before = await snapshot(output);
    const described = JSON.stringify(pets("cat", "dog")).replace(
      '"type":"object"',
      '"type":"object","title":"A pet"',
    );
    await write("openapi.json", described);
    const { written } = await generate(config);
    const after = await snapshot(output);
    const touched = [...after].filter(([path, each]) => before.get(path)?.stamp !== each.stamp);
    expect(touched.map(([path]) => path)).toEqual([...written].sort());
    for (const path of written) expect(after.get(path)?.text, path).not.toBe(before.get(path)?.text);
    expect(written.length).toBeLessThan(before.size / 3);
  });

  test("mends what was deleted by hand, and with force what was edited", async () => {
    const { config, output } = await workspace(pets("cat", "dog"));
    await generate(config);
    const before = await readFile(join(output, "src/index.ts"), "utf8");
    await writeFile(join(output, "src/index.ts"), "// mine");
    await rm(join(output, "src/models/cat.ts"));
    const { written } = await generate(config, undefined, { force: true });
    expect([...written].sort()).toEqual(["src/index.ts", "src/models/cat.ts"]);
    expect(await readFile(join(output, "src/index.ts"), "utf8")).toBe(before);
  });

  test("leaves nothing behind but the package", async () => {
    const { config, root, output } = await workspace(pets("cat"));
    await generate(config);
    expect((await readdir(root)).sort()).toEqual(["openapi.json", "package"]);
    expect((await readdir(output)).filter((each) => each.includes("stage"))).toEqual([]);
  });
});

describe("a file that is no longer part of the package", () => {
  test("is removed, and the folders that it leaves empty", async () => {
    const { config, output, write } = await workspace(pets("cat"));
    await generate(config);
    expect((await snapshot(output)).has("src/models")).toBe(true);
    const bare = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {}, components: {} };
    await write("openapi.json", JSON.stringify(bare));
    const { removed } = await generate(config);
    const after = await snapshot(output);
    expect(removed).toContain("src/models/cat.ts");
    expect([...after.keys()].filter((path) => /cat/.test(path))).toEqual([]);
    const folders = [...after].filter(([, each]) => each.kind === "folder").map(([path]) => path);
    const empty = folders.filter(
      (folder) => ![...after.keys()].some((path) => path.startsWith(`${folder}/`)),
    );
    expect(empty).toEqual([]);
  });

  test("is removed, but not the folder in which another file stands", async () => {
    const { config, output, write } = await workspace(pets("cat"));
    await generate(config);
    await write("package/src/client/mine.ts", "// mine");
    await write("openapi.json", JSON.stringify({ ...pets(), paths: {}, components: {} }));
    await generate(config);
    const after = await snapshot(output);
    const left = [...after.keys()].filter((path) => path.startsWith("src/client/"));
    expect(left).toEqual(["src/client/mine.ts"]);
  });

  test("and was deleted by hand is no trouble", async () => {
    const { config, output, write } = await workspace(pets("cat"));
    await generate(config);
    await rm(join(output, "src/client"), { recursive: true });
    await write("openapi.json", JSON.stringify({ ...pets(), paths: {}, components: {} }));
    const { removed } = await generate(config);
    expect(removed).not.toContain("src/client/cat.ts");
    expect([...(await snapshot(output)).keys()].filter((path) => /cat/.test(path))).toEqual([]);
  });
});

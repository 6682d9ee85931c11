import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { snapshot, texts } from "./snapshot.js";
import { newer, older, put } from "./tiny-package.js";

interface Scene {
  /** The folder above the package, with files that nobody may touch. */
  readonly root: string;
  readonly output: string;
  /** Writes a file of the package. */
  readonly write: (path: string, text: string) => Promise<void>;
}

async function scene(): Promise<Scene> {
  const root = await mkdtemp(join(tmpdir(), "specwright-tampering-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const output = join(root, "above/package");
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), text);
  };
  await put(output, older);
  for (const path of precious) await write(path, "precious");
  return { root, output, write };
}

const precious = ["../precious.txt", "../../precious.txt", "../folder/precious.txt"];

async function expectUntouched({ output }: Scene): Promise<void> {
  for (const path of precious) expect(await readFile(join(output, path), "utf8"), path).toBe("precious");
}

/** The texts of the newer package; its record aside, which is told of elsewhere. */
async function expectNewer({ output }: Scene): Promise<void> {
  const { ".specwright.json": record, ...files } = await texts(output);
  expect(files).toEqual(newer);
  expect(record).toContain("src/added/c.ts");
}

describe("a record that was tampered with", () => {
  test.each<[string, (root: string) => string]>([
    ["a path with ..", () => "../precious.txt"],
    ["a path with .. in the middle", () => "src/../../precious.txt"],
    ["a path with .. at the end", () => "src/../.."],
    ["a path with backslashes", () => "..\\precious.txt"],
    ["an absolute path", (root) => join(root, "above/precious.txt")],
    ["the folder above", () => ".."],
    ["the folder itself", () => "."],
    ["nothing", () => ""],
    ["a folder of the package", () => "src"],
    ["a path with a NUL", () => "a\0b"],
    ["__proto__", () => "__proto__"],
  ])("removes nothing outside the package, and stands in no run's way: %s", async (_, path) => {
    const place = await scene();
    const record = JSON.parse(await readFile(join(place.output, ".specwright.json"), "utf8")) as {
      files: object;
    };
    const more = JSON.parse(`{${JSON.stringify(path(place.root))}: "0"}`) as object;
    await place.write(".specwright.json", JSON.stringify({ files: { ...record.files, ...more } }));
    await put(place.output, newer);
    await expectUntouched(place);
    await expectNewer(place);
  });

  test.each([
    ["not JSON", "<<<<<<< HEAD"],
    ["empty", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["of another shape", '{ "files": ["src/index.ts"] }'],
    ["with numbers for digests", '{ "files": { "src/index.ts": 1 } }'],
  ])("is mended when the package is as it should be: %s", async (_, text) => {
    const place = await scene();
    const before = await texts(place.output);
    await place.write(".specwright.json", text);
    await put(place.output, older);
    expect(await texts(place.output)).toEqual(before);
  });

  test("does not make a file that others wrote one of ours", async () => {
    const place = await scene();
    await place.write(".specwright.json", "{}");
    await expect(put(place.output, newer)).rejects.toThrow("foreign");
    expect((await texts(place.output))["src/index.ts"]).toBe("old");
  });
});

describe("a journal that was tampered with", () => {
  test.each<[string, (root: string) => object]>([
    ["moves out of the package", () => ({ moves: [["0", "../precious.txt"]], removals: [] })],
    ["moves far out of the package", () => ({ moves: [["0", "src/../../../precious.txt"]], removals: [] })],
    ["moves to an absolute path", (root) => ({ moves: [["0", join(root, "x.txt")]], removals: [] })],
    ["moves from outside", () => ({ moves: [["../../precious.txt", "src/index.ts"]], removals: [] })],
    ["removes outside the package", () => ({ moves: [], removals: ["../precious.txt"] })],
    ["removes an absolute path", (root) => ({ moves: [], removals: [join(root, "above/precious.txt")] })],
    ["holds numbers", () => ({ moves: [[0, 1]], removals: [2] })],
    ["holds no lists", () => ({ moves: {}, removals: "src" })],
    ["is no journal", () => ({})],
    ["is a list", () => []],
  ])("touches nothing outside the package, and stands in no run's way: it %s", async (_, journal) => {
    const place = await scene();
    await place.write(".specwright-stage/0", "evil");
    await place.write(".specwright-stage/journal.json", JSON.stringify(journal(place.root)));
    await put(place.output, newer);
    await expectUntouched(place);
    await expectNewer(place);
  });

  test.each([
    ["is no JSON", "<<<<<<< HEAD"],
    ["is null", "null"],
    ["is empty", ""],
  ])("stands in no run's way: it %s", async (_, text) => {
    const place = await scene();
    const before = await snapshot(place.output);
    await place.write(".specwright-stage/journal.json", text);
    await put(place.output, older);
    expect(await snapshot(place.output)).toEqual(before);
  });

  test("touches nothing outside the package: it leads through a link", async () => {
    const place = await scene();
    await symlink(join(place.output, "../folder"), join(place.output, "src/linked"));
    await place.write(".specwright-stage/0", "evil");
    const journal = { moves: [["0", "src/linked/new.txt"]], removals: ["src/linked/precious.txt"] };
    await place.write(".specwright-stage/journal.json", JSON.stringify(journal));
    await put(place.output, newer);
    await expectUntouched(place);
    expect(await readdir(join(place.output, "../folder"))).toEqual(["precious.txt"]);
  });

  test("touches nothing outside the package: it lies behind a link", async () => {
    const place = await scene();
    const stage = join(place.output, "../stage");
    await mkdir(stage);
    await writeFile(join(stage, "0"), "theirs");
    const journal = { moves: [["0", "src/index.ts"]], removals: [] };
    await writeFile(join(stage, "journal.json"), JSON.stringify(journal));
    await symlink(stage, join(place.output, ".specwright-stage"));
    await put(place.output, newer);
    await expectNewer(place);
    expect((await readdir(stage)).sort()).toEqual(["0", "journal.json"]);
  });
});

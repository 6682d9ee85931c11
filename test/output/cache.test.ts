/** The cache of texts: it makes runs quicker and changes nothing else, whatever stands in it. */
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, generate } from "../../generator/index.js";
import { texts } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

interface Cached extends Workspace {
  readonly cache: string;
  readonly config: Config & { readonly cache: string };
}

async function cached(...names: readonly string[]): Promise<Cached> {
  const space = await workspace(pets(...names));
  const cache = join(space.root, "kept");
  return { ...space, cache, config: { ...space.config, cache } };
}

/** The file of texts, of which there is one. */
async function textsFile({ cache }: Cached): Promise<string> {
  const [name = ""] = (await readdir(cache)).filter((each) => each.endsWith(".texts"));
  return join(cache, name);
}

const reads = async (path: string): Promise<string> => readFile(path, "utf8");

test("with it and without it the package is the same, byte by byte, and so it is after a change", async () => {
  const space = await cached("cat", "dog");
  await generate(space.config);
  const first = await texts(space.output);
  await space.write("openapi.json", JSON.stringify(pets("cat", "dog", "eel")));
  const { notes } = await generate(space.config);
  expect(notes).toEqual([]);
  const changed = await texts(space.output);
  const fresh = await workspace(pets("cat", "dog", "eel"));
  await generate({ ...fresh.config, cache: false });
  expect(changed).toEqual(await texts(fresh.output));
  expect(changed).not.toEqual(first);
});

test("it holds what the last run used, and nothing else", async () => {
  const space = await cached("cat", "dog");
  await generate(space.config);
  const file = await textsFile(space);
  expect(await reads(file)).toContain("getDog");
  await space.write("openapi.json", JSON.stringify(pets("cat")));
  await generate(space.config);
  expect(await reads(file)).not.toContain("getDog");
});

test.each<[what: string, damage: (text: string) => string]>([
  ["cut off", (text) => text.slice(0, text.length / 2)],
  ["changed in one letter", (text) => text.replace("getCat", "getRat")],
  ["empty", () => ""],
  ["something else", () => "null\n[]"],
  ["of one line", (text) => text.split("\n")[0] ?? ""],
])("one that is %s is discarded with a note, and made anew", async (_, damage) => {
  const space = await cached("cat");
  await generate(space.config);
  const whole = await texts(space.output);
  const file = await textsFile(space);
  const good = await reads(file);
  await writeFile(file, damage(good));
  await space.write("openapi.json", `${JSON.stringify(pets("cat"))}\n`);
  const { notes, diagnostics } = await generate(space.config);
  expect([notes, diagnostics]).toEqual([[`the cache ${file} is damaged, and was discarded`], []]);
  expect(await texts(space.output)).toEqual(whole);
  expect(await reads(file)).toBe(good);
});

test("one of another version of the generator is not used", async () => {
  const space = await cached("cat");
  await generate(space.config);
  const file = await textsFile(space);
  const good = await reads(file);
  await writeFile(file, good.replace(/^\w+/, "0".repeat(64)));
  await space.write("openapi.json", `${JSON.stringify(pets("cat"))}\n`);
  expect((await generate(space.config)).notes).toEqual([]);
  expect(await reads(file)).toBe(good);
});

test("runs at once do not spoil it", async () => {
  const space = await cached("cat", "dog");
  const others = await Promise.all(
    [1, 2, 3].map(async (each) => {
      const output = join(space.root, `package${each}`);
      await generate({ ...space.config, output });
      return texts(output);
    }),
  );
  expect(new Set(others.map((each) => JSON.stringify(each))).size).toBe(1);
  for (const name of await readdir(space.cache)) {
    if (!name.endsWith(".texts")) continue;
    const [head, ...body] = (await reads(join(space.cache, name))).split("\n");
    expect(head).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/);
    expect(body.filter((each) => !/^[0-9a-f]{64} ".*"$/.test(each))).toEqual([]);
  }
});

test("without it nothing is kept", async () => {
  const space = await workspace(pets("cat"));
  await mkdir(join(space.root, "node_modules"));
  await generate({ ...space.config, cache: false });
  expect(await readdir(join(space.root, "node_modules"))).toEqual([]);
  expect((await generate({ ...space.config, cache: false })).upToDate).toBe(false);
  expect(existsSync(join(space.root, "node_modules/.cache"))).toBe(false);
});

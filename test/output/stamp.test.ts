import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Config, generate } from "../../generator/index.js";
import { snapshot, texts } from "./snapshot.js";
import { type Workspace, makeWorkspace, pets, workspace } from "./workspace.js";

const overlay = (title: string): string =>
  JSON.stringify({ overlay: "1.0.0", actions: [{ target: "$.info", update: { title } }] });

let root: string;
let cache: string;
let config: Config;
let write: Workspace["write"];
let whole: Readonly<Record<string, string>>;

/** A package with an overlay that has been generated, and whose stamp says so. Each test leaves it as it found it. */
beforeAll(async () => {
  const space = await makeWorkspace(pets("cat", "dog"));
  ({ root, write } = space);
  await mkdir(join(root, "node_modules"));
  await write("overlay.json", overlay("Animals"));
  config = { ...space.config, overlays: [join(root, "overlay.json")] };
  cache = join(root, "node_modules/.cache/specwright");
  await generate(config);
  whole = await texts(config.output);
  expect((await readdir(cache)).map((each) => each.replace(/^.*\./, "")).sort()).toEqual([
    "code",
    "json",
    "texts",
  ]);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const inOutput = (path: string): string => join(config.output, path);

async function overwriteStamp(text: string): Promise<void> {
  for (const name of await readdir(cache))
    if (name.endsWith(".json")) await writeFile(join(cache, name), text);
}

const damages: Readonly<Record<string, () => Promise<void>>> = {
  "an output file edited by hand": () => write("package/src/index.ts", "// mine"),
  "an output file edited so that its size and time stay": async () => {
    const text = await readFile(inOutput("src/index.ts"), "utf8");
    const { atime, mtime } = await stat(inOutput("src/index.ts"));
    await writeFile(inOutput("src/index.ts"), text.replace("export", "EXPORT"));
    await utimes(inOutput("src/index.ts"), atime, mtime);
  },
  "an output file deleted": () => rm(inOutput("src/models/cat.ts")),
  "the whole output deleted": () => rm(config.output, { recursive: true }),
  "the record deleted": () => rm(inOutput(".specwright.json")),
  "the record emptied": () => write("package/.specwright.json", '{ "files": {} }'),
  "a stamp of another package": () => overwriteStamp("0\n0\n"),
  "an empty stamp": () => overwriteStamp(""),
  "a stamp deleted": () => rm(cache, { recursive: true }),
  "a run interrupted before its decision": () => write("package/.specwright-stage/0", "half"),
};

const changes: Readonly<Record<string, () => Promise<Partial<Config>>>> = {
  "an overlay changed": async () => {
    await write("overlay.json", overlay("Beasts"));
    return {};
  },
  "an overlay dropped": async () => ({ overlays: [] }),
  "an overlay applied twice": async () => ({
    overlays: [...(config.overlays ?? []), ...(config.overlays ?? [])],
  }),
  "the description changed": async () => {
    await write("openapi.json", JSON.stringify(pets("cat", "eel")));
    return {};
  },
  "the name of the package changed": async () => ({ package: { name: "beasts" } }),
};

async function restore(): Promise<void> {
  await write("openapi.json", JSON.stringify(pets("cat", "dog")));
  await write("overlay.json", overlay("Animals"));
  await generate(config);
}

describe("with a stamp", () => {
  test("a run with nothing to do says so and writes nothing", async () => {
    const before = await snapshot(root);
    const report = await generate(config);
    expect(report).toMatchObject({ upToDate: true, written: [], removed: [] });
    expect(await snapshot(root)).toEqual(before);
  });

  test.each(Object.entries(damages))("a damage is noticed and mended: %s", async (_, damage) => {
    await damage();
    await generate(config, undefined, { force: true });
    expect(await texts(config.output)).toEqual(whole);
    expect(await generate(config)).toMatchObject({ upToDate: true });
  });

  test.each(Object.entries(changes))("the result is what it is without: %s", async (_, change) => {
    const changed = { ...config, ...(await change()) };
    await generate(changed);
    expect(await generate(changed)).toMatchObject({ upToDate: true });
    const elsewhere = await workspace({});
    await generate({ ...changed, output: elsewhere.output });
    expect(await texts(config.output)).toEqual(await texts(elsewhere.output));
    await restore();
  });

  test("a document that is referred to changed, and is gone", async () => {
    const { components, ...rest } = pets("cat") as { readonly components: object };
    const more = { components: { ...components, schemas: { Cat: { $ref: "cat.json" } } } };
    await write("openapi.json", JSON.stringify({ ...rest, ...more }));
    await write("cat.json", '{ "type": "string" }');
    await generate(config);
    expect(await generate(config)).toMatchObject({ upToDate: true });
    await write("cat.json", '{ "type": "integer" }');
    expect((await generate(config)).written).toContain("src/models/cat.ts");
    expect(await generate(config)).toMatchObject({ upToDate: true });
    await rm(join(root, "cat.json"));
    await expect(generate(config)).rejects.toThrow("ref-unreadable");
    await restore();
  });

  test("two packages in one project do not take each other's", async () => {
    const other = { ...config, output: join(root, "other") };
    expect(await generate(other)).toMatchObject({ upToDate: false });
    expect(await generate(config)).toMatchObject({ upToDate: true });
    expect(await generate(other)).toMatchObject({ upToDate: true });
    expect(await texts(other.output)).toEqual(whole);
  });

  test("a description with warnings is told of at every run", async () => {
    const parameters = [{ name: "size", in: "path", required: true, schema: { type: "string" } }];
    const born = { post: { parameters, responses: { "200": { description: "Noted." } } } };
    await write("openapi.json", JSON.stringify({ ...pets("cat"), webhooks: { born } }));
    expect((await generate(config)).diagnostics).toHaveLength(1);
    expect((await generate(config)).diagnostics).toHaveLength(1);
    await restore();
  });

  test("a description that is gone is told of", async () => {
    await rm(config.input);
    await expect(generate(config)).rejects.toThrow("input-unreadable");
    await restore();
  });

  test("a cache that cannot be written to costs time and nothing else", async () => {
    await rm(cache, { recursive: true });
    await writeFile(cache, "");
    await rm(inOutput("src/index.ts"));
    expect(await generate(config)).toMatchObject({ written: ["src/index.ts"] });
    expect(await generate(config)).toMatchObject({ upToDate: false, written: [] });
    expect(await texts(config.output)).toEqual(whole);
  });
});

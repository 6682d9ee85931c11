/** What libraries were compiled to: kept for other runs of the same Node, believed only where it is whole, and of no say in the result. */
import { existsSync } from "node:fs";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specwright } from "./command.js";
import { texts } from "./snapshot.js";
import { pets, workspace } from "./workspace.js";

test("it is kept once, and used by runs that print something else", async () => {
  const space = await workspace(pets("cat"));
  const cache = join(space.root, "kept");
  const run = (): ReturnType<typeof specwright> =>
    specwright([
      "generate",
      "-i",
      join(space.root, "openapi.json"),
      "-o",
      space.output,
      "--cache-dir",
      cache,
    ]);
  const codeFile = async (): Promise<string> => {
    const [name = ""] = (await readdir(cache)).filter((each) => each.endsWith(".code"));
    return join(cache, name);
  };
  const change = (...names: readonly string[]): Promise<void> =>
    space.write("openapi.json", JSON.stringify(pets(...names)));

  expect((await run()).code).toBe(0);
  const path = await codeFile();
  const first = await readFile(path);
  expect(first.length).toBeGreaterThan(100_000);

  await change("cat", "dog");
  expect((await run()).code).toBe(0);
  expect((await readFile(path)).equals(first), "nothing was compiled that was not known").toBe(true);
  const usual = await texts(space.output);

  const half = first.length >> 1;
  const changed = Buffer.from(first);
  changed.writeUInt8((changed.readUInt8(half) + 1) % 256, half);
  for (const damaged of [first.subarray(0, half), changed, Buffer.from(""), Buffer.from("null\n[]\n")]) {
    await writeFile(path, damaged);
    await rm(space.output, { recursive: true });
    for (const each of (await readdir(cache)).filter((name) => name.endsWith(".texts")))
      await rm(join(cache, each));
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([0, ""]);
    expect(await texts(space.output)).toEqual(usual);
    expect((await readFile(path)).length, "it was kept anew").toBeGreaterThan(100_000);
  }
});

test("without a cache there is none", async () => {
  const space = await workspace(pets("cat"));
  await specwright(["generate", "-i", join(space.root, "openapi.json"), "-o", space.output, "--no-cache"]);
  expect(existsSync(join(space.root, "node_modules"))).toBe(false);
});

/** Runs at once in several terminals: one writes at a time, and what is there in the end is one whole package. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { alone, turnName } from "../../generator/output/alone.js";
import { type Run, cli, specwright } from "./command.js";
import { snapshot, texts } from "./snapshot.js";
import { type Workspace, pets, workspace } from "./workspace.js";

const argv = ({ config }: Workspace, ...more: readonly string[]): readonly string[] => [
  "generate",
  "-i",
  config.input,
  "-o",
  config.output,
  ...more,
];

/** What one run alone makes of a description. */
async function wanted(...names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { config } = await workspace(pets(...names));
  await generate(config);
  return texts(config.output);
}

const outcome = ({ code, stderr }: Run): readonly unknown[] => [code, stderr];

describe("two terminals", () => {
  test("that write a package which is not there make one package, and both succeed", async () => {
    const space = await workspace(pets("cat", "dog"));
    const runs = await Promise.all([specwright(argv(space)), specwright(argv(space))]);
    expect(runs.map(outcome)).toEqual([
      [0, ""],
      [0, ""],
    ]);
    expect(await texts(space.output)).toEqual(await wanted("cat", "dog"));
  });

  test("that write the same change, and share a cache, both succeed", async () => {
    const space = await workspace(pets("cat"));
    const cache = join(space.root, "kept");
    await specwright(argv(space, "--cache-dir", cache));
    await space.write("openapi.json", JSON.stringify(pets("dog", "eel")));
    const runs = await Promise.all([1, 2, 3].map(() => specwright(argv(space, "--cache-dir", cache))));
    expect(runs.map(outcome)).toEqual(runs.map(() => [0, ""]));
    expect(await texts(space.output)).toEqual(await wanted("dog", "eel"));
    expect((await readdir(cache)).map((each) => each.replace(/^.*\./, "")).sort()).toEqual([
      "code",
      "json",
      "texts",
    ]);
    expect((await generate({ ...space.config, cache })).notes).toEqual([]);
  });

  test("with different descriptions leave the package of one of them, and no file is taken for edited", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    await space.write("one.json", JSON.stringify(pets("cat", "dog")));
    await space.write("two.json", JSON.stringify(pets("eel")));
    const run = (input: string): Promise<Run> =>
      specwright(["generate", "-i", join(space.root, input), "-o", space.output]);
    const runs = await Promise.all([run("one.json"), run("two.json")]);
    expect(runs.map(outcome)).toEqual([
      [0, ""],
      [0, ""],
    ]);
    expect([await wanted("cat", "dog"), await wanted("eel")]).toContainEqual(await texts(space.output));
    expect((await run("two.json")).code).toBe(0);
    expect(await texts(space.output)).toEqual(await wanted("eel"));
  });

  test("of which one watches and the other generates leave the package of the description", async () => {
    const space = await workspace(pets("cat"));
    const child = spawn(process.execPath, [cli, "watch", ...argv(space).slice(1)]);
    onTestFinished(() => void child.kill("SIGKILL"));
    let told = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => (told += String(text)));
    const saying = async (count: number): Promise<void> => {
      while (told.split(" written, ").length <= count)
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await saying(1);
    await space.write("openapi.json", JSON.stringify(pets("dog")));
    const run = await specwright(argv(space));
    await saying(2);
    expect(outcome(run)).toEqual([0, ""]);
    expect(told).not.toContain("error");
    expect(await texts(space.output)).toEqual(await wanted("dog"));
  });

  test("that tell the changelog do not lose what somebody writes in it meanwhile", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    await space.write("old.json", JSON.stringify(pets("cat")));
    await space.write("openapi.json", JSON.stringify(pets("cat", "dog")));
    const written = join(space.output, "CHANGELOG.md");
    const observe = (stage: string): void => {
      if (stage === "format" && !existsSync(written)) void writeFile(written, "# Changelog\n\nMine.\n");
    };
    await generate(space.config, observe, { changelogSince: { input: join(space.root, "old.json") } });
    expect(await readFile(written, "utf8")).toMatch(/Mine\.[^]*## 0\.1\.1[^]*getDog/);
    expect(await check(space.config)).toMatchObject({ changed: [], stale: [] });
  });

  test("in one of which a run fails, whose folder the other one has filled, keep that", async () => {
    const space = await workspace(pets("cat"));
    const folder = join(space.root, "generated");
    const failing = alone(join(folder, "a"), async () => {
      await generate({ ...space.config, output: join(folder, "b") });
      throw new Error("full");
    });
    await expect(failing).rejects.toThrow("full");
    expect(await readdir(folder)).toEqual(["b"]);
  });
});

describe("the file that holds others off", () => {
  const held = async (space: Workspace, text: string): Promise<string> => {
    await mkdir(space.output, { recursive: true });
    const path = join(space.output, turnName);
    await writeFile(path, text);
    return path;
  };
  /** A process that has ended. */
  const gone = async (): Promise<number> => {
    const child = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => child.once("close", resolve));
    return child.pid ?? 0;
  };

  test.each<[what: string, text: () => Promise<string>]>([
    ["of a process that was killed", async () => `${await gone()} ${hostname()} token\n`],
    ["of a process that was killed before it said who it is", async () => ""],
  ])("is taken away: %s", async (_, text) => {
    const space = await workspace(pets("cat"));
    await held(space, await text());
    const runs = await Promise.all([1, 2, 3].map(() => specwright(argv(space))));
    expect(runs.map(outcome)).toEqual(runs.map(() => [0, ""]));
    expect(await texts(space.output)).toEqual(await wanted("cat"));
  });

  test("is taken away where it is too old to be of anybody", async () => {
    const space = await workspace(pets("cat"));
    const path = await held(space, `${process.pid} ${hostname()} token\n`);
    await utimes(path, 1, 1);
    await generate(space.config);
    expect(existsSync(path)).toBe(false);
  });

  test("is waited for while its process writes", async () => {
    const space = await workspace(pets("cat"));
    const path = await held(space, `${process.pid} elsewhere token\n`);
    const run = generate(space.config);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(Object.keys(await texts(space.output))).toEqual([turnName]);
    await rm(path);
    await run;
    expect(await texts(space.output)).toEqual(await wanted("cat"));
  });

  test("is told of where its process does not end, and everything stays as it was", async () => {
    const space = await workspace(pets("cat"));
    await held(space, `${process.pid} ${hostname()} token\n`);
    const before = await snapshot(space.root);
    const { code, stderr } = await specwright(argv(space));
    expect(code).toBe(1);
    expect(stderr).toMatch(/package\/\.specwright-lock:1:1 error output-busy/);
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("is gone when nothing differs, and is not made where nothing is to be written", async () => {
    const space = await workspace(pets("cat"));
    await generate(space.config);
    const before = await snapshot(space.root);
    await generate(space.config);
    await check(space.config);
    expect(await snapshot(space.root)).toEqual(before);
    expect(before.has(join("package", turnName))).toBe(false);
  });
});

test("many who ask at once take turns, also after one of them was killed", async () => {
  const space = await workspace({});
  await mkdir(space.output);
  await writeFile(join(space.output, turnName), `999999999 ${hostname()} token\n`);
  let [inside, most] = [0, 0];
  await Promise.all(
    Array.from({ length: 20 }, () =>
      alone(space.output, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(await readdir(space.output)).toEqual([]);
});

import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { type Run, cli, run, specwright } from "./command.js";
import { snapshot, texts } from "./snapshot.js";
import { type Workspace, makeWorkspace, pets, workspace } from "./workspace.js";

const argv = ({ config }: Workspace): readonly string[] => [
  "generate",
  "-i",
  config.input,
  "-o",
  config.output,
];

/** A package on disk and a description that has changed since. */
async function outdated(): Promise<Workspace> {
  const space = await workspace(pets("cat", "dog"));
  await generate(space.config);
  await space.write("openapi.json", JSON.stringify(pets("cat", "eel")));
  return space;
}

/** What an undisturbed run makes of the changed description. */
async function undisturbed(): Promise<Readonly<Record<string, string>>> {
  const { root, config } = await makeWorkspace(pets("cat", "eel"));
  await generate(config);
  const files = await texts(config.output);
  await rm(root, { recursive: true });
  return files;
}

describe("a full disk", () => {
  const withLimit = (kilobytes: number, space: Workspace): Promise<Run> =>
    run("bash", ["-c", `ulimit -f ${kilobytes}; exec "$@"`, "bash", process.execPath, cli, ...argv(space)]);

  test.each([1, 2])("leaves the previous package as it was: files of at most %i KB", async (kilobytes) => {
    const space = await outdated();
    const before = await snapshot(space.root);
    const { code, stderr } = await withLimit(kilobytes, space);
    expect(code).toBe(1);
    expect(stderr).toContain("output-unwritable");
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("leaves nothing where there was nothing", async () => {
    const space = await workspace(pets("cat"));
    const before = await snapshot(space.root);
    const { code, stderr } = await withLimit(2, space);
    expect(code).toBe(1);
    expect(stderr).toContain("output-unwritable");
    expect(await snapshot(space.root)).toEqual(before);
  });
});

describe("kill -9", () => {
  let wanted: Readonly<Record<string, string>>;
  beforeAll(async () => {
    wanted = await undisturbed();
  });

  /** Ends the process without ado before one of its steps on the disk: `rename:3`, say, is the third renaming. */
  const killer = `
    import disk from "node:fs/promises";
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const [name, count] = process.env.KILL_BEFORE.split(":");
    let left = Number(count);
    const counted = (real) => (...args) => --left === 0 ? process.kill(process.pid, "SIGKILL") : real(...args);
    disk[name] = counted(disk[name]);
    fs[name + "Sync"] = counted(fs[name + "Sync"]);
    syncBuiltinESMExports();`;

  /** Whether a file is there while a run writes, and no longer. */
  const isPassing = (path: string): boolean => /^\.specwright-(stage|lock)/.test(path);

  async function killed(space: Workspace, before: string): Promise<Run> {
    const hook = join(space.root, "killer.mjs");
    await writeFile(hook, killer);
    return specwright(argv(space), {
      env: { NODE_OPTIONS: `--import ${pathToFileURL(hook).href}`, KILL_BEFORE: before },
    });
  }

  test.each(["rename:1"])("before the decision leaves the previous package: %s", async (step) => {
    const space = await outdated();
    const before = await texts(space.output);
    expect((await killed(space, step)).signal).toBe("SIGKILL");
    const after = Object.entries(await texts(space.output));
    expect(Object.fromEntries(after.filter(([path]) => !isPassing(path)))).toEqual(before);
    expect((await specwright(argv(space))).code).toBe(0);
    expect(await texts(space.output)).toEqual(wanted);
  });

  test.each(["rename:4", "rm:3"])("after it is finished by the next run: %s", async (step) => {
    const space = await outdated();
    const before = await texts(space.output);
    expect((await killed(space, step)).signal).toBe("SIGKILL");
    for (const [path, text] of Object.entries(await texts(space.output)))
      if (!isPassing(path)) expect([before[path], wanted[path]], path).toContain(text);
    expect((await specwright(argv(space))).code).toBe(0);
    expect(await texts(space.output)).toEqual(wanted);
  });
});

describe("a folder that may not be written to", () => {
  /** The super-user may write everywhere, so somebody else runs the command for it. */
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;

  test("is refused, and stays as it was", async (context) => {
    const space = await outdated();
    const as = uid === undefined ? {} : { uid };
    if (uid !== undefined) {
      const probe = await run(process.execPath, [cli, "--version"], as).catch(() => undefined);
      context.skip(probe?.code !== 0, "nobody may read the repository, so nobody can run the command");
      await chmod(space.root, 0o755);
    }
    await chmod(space.output, 0o555);
    const before = await snapshot(space.root);
    const { code, stderr } = await specwright(argv(space), as);
    await chmod(space.output, 0o755);
    expect(code).toBe(1);
    expect(stderr).toContain("output-unwritable");
    expect(await snapshot(space.root)).toEqual(before);
  });

  test("is refused where it lies below a file", async () => {
    const space = await workspace(pets("cat"));
    const output = join(space.config.input, "package");
    const before = await snapshot(space.root);
    const { code, stderr } = await specwright(["generate", "-i", space.config.input, "-o", output]);
    expect(code).toBe(1);
    expect(stderr).toContain("output-unwritable");
    expect(await snapshot(space.root)).toEqual(before);
  });
});

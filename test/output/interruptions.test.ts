import type * as Fs from "node:fs";
import type * as Disk from "node:fs/promises";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Entry, snapshot, texts } from "./snapshot.js";
import { type Files, newer, older, put } from "./tiny-package.js";

/** Steps that change the disk and that still go well; then one goes wrong, or that one and all after it. */
const disk = vi.hoisted(() => ({ left: Infinity, dead: false, steps: 0 }));

const failing = vi.hoisted(() => (): boolean => {
  disk.steps++;
  return disk.dead ? disk.left-- <= 0 : disk.left-- === 0;
});
const fail = vi.hoisted(() => (): never => {
  throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
});

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof Disk>();
  const step =
    <A extends readonly unknown[], R>(change: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> =>
      failing() ? fail() : change(...args);
  return {
    ...real,
    open: step(real.open),
    mkdir: step(real.mkdir),
    rename: step(real.rename),
    rm: step(real.rm),
    rmdir: step(real.rmdir),
    writeFile: step(real.writeFile),
  };
});

vi.mock("node:fs", async (original) => {
  const real = await original<typeof Fs>();
  const step =
    <A extends readonly unknown[], R>(change: (...args: A) => R) =>
    (...args: A): R =>
      failing() ? fail() : change(...args);
  /** Half of a text is written before it fails. */
  const torn: typeof real.writeFileSync = (file, text, options) => {
    if (!failing()) return real.writeFileSync(file, text, options);
    real.writeFileSync(file, String(text).slice(0, String(text).length / 2), options);
    fail();
  };
  return { ...real, openSync: step(real.openSync), renameSync: step(real.renameSync), writeFileSync: torn };
});

afterEach(() => void Object.assign(disk, { left: Infinity, dead: false }));

const stage = ".specwright-stage";

/** A folder that holds a version of the package and a file of somebody else. */
async function folderWith(files: Files | undefined): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "specwright-interruption-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, "package");
  if (files === undefined) return folder;
  await put(folder, files);
  await writeFile(join(folder, "src/mine.txt"), "mine");
  return folder;
}

/** How many steps a run takes that is not disturbed. */
async function stepsOf(before: Files | undefined, after: Files): Promise<number> {
  const folder = await folderWith(before);
  disk.steps = 0;
  await put(folder, after);
  return disk.steps;
}

/** Writes a version of the package while the disk fails after some steps. */
async function putFailing(
  folder: string,
  files: Files,
  how: { left: number; dead: boolean },
): Promise<boolean> {
  Object.assign(disk, how);
  const done = await put(folder, files).then(
    () => true,
    () => false,
  );
  Object.assign(disk, { left: Infinity, dead: false });
  return done;
}

/** The package's own files: neither its record nor what lies in the stage nor what somebody else wrote. */
async function own(folder: string): Promise<Files> {
  const all = Object.entries(await texts(folder));
  const shown = all.filter(([path]) => path !== ".specwright.json" && !path.startsWith(stage));
  return Object.fromEntries(shown.filter(([path]) => path !== "src/mine.txt"));
}

const isStaged = (entries: ReadonlyMap<string, Entry>): boolean => entries.has(join(stage, "journal.json"));

/** Each text is whole: the one before or the one after. */
function expectWhole(found: Files): void {
  for (const [path, text] of Object.entries(found)) expect([older[path], newer[path]], path).toContain(text);
}

const versions: readonly [string, Files | undefined][] = [
  ["over an older package", older],
  ["where there was none", undefined],
];

describe.each(versions)("a run that is killed, %s", (_, before) => {
  test("leaves the package as it was, or a journal that the next run finishes", async () => {
    const steps = await stepsOf(before, newer);
    expect(steps).toBeGreaterThan(10);
    let [undone, begun] = [0, 0];
    for (let left = 0; left < steps; left++) {
      const folder = await folderWith(before);
      await putFailing(folder, newer, { left, dead: true });
      const found = await own(folder);
      if (isStaged(await snapshot(folder))) {
        begun++;
        expectWhole(found);
      } else if (left < steps - 1) {
        undone++;
        expect(found, `after ${left} steps`).toEqual(before ?? {});
      }
      await put(folder, newer);
      expect(await own(folder), `after ${left} steps and another run`).toEqual(newer);
      expect((await snapshot(folder)).has(stage)).toBe(false);
    }
    expect(Math.min(undone, begun)).toBeGreaterThan(3);
  });

  test("and whose next run is killed too, is finished by the one after it", async () => {
    const steps = await stepsOf(before, newer);
    for (let first = 1; first < steps; first += 8)
      for (let second = 0; second < steps; second += 5) {
        const folder = await folderWith(before);
        await putFailing(folder, newer, { left: first, dead: true });
        await putFailing(folder, newer, { left: second, dead: true });
        await put(folder, newer);
        expect(await own(folder), `after ${first} and ${second} steps`).toEqual(newer);
        expect((await snapshot(folder)).has(stage)).toBe(false);
      }
  });

  test("is undone by a run that writes the older package again", async () => {
    const steps = await stepsOf(before, newer);
    for (let left = 0; left < steps; left++) {
      const folder = await folderWith(before);
      await putFailing(folder, newer, { left, dead: true });
      await put(folder, older);
      expect(await own(folder), `after ${left} steps`).toEqual(older);
    }
  });
});

describe.each(versions)("a disk on which one step fails, %s", (_, before) => {
  test("leaves everything as it was, or a journal that the next run finishes", async () => {
    const steps = await stepsOf(before, newer);
    let refused = 0;
    for (let left = 0; left < steps; left++) {
      const folder = await folderWith(before);
      const entries = await snapshot(folder);
      const done = await putFailing(folder, newer, { left, dead: false });
      const after = await snapshot(folder);
      if (!done && !isStaged(after)) {
        refused++;
        expect(after, `after ${left} steps`).toEqual(entries);
      }
      if (!done) expectWhole(await own(folder));
      await put(folder, newer);
      expect(await own(folder), `after ${left} steps and another run`).toEqual(newer);
      expect((await snapshot(folder)).has(stage)).toBe(false);
    }
    expect(refused).toBeGreaterThan(5);
  });

  test("never harms what somebody else wrote", async () => {
    const steps = await stepsOf(older, newer);
    for (let left = 0; left < steps; left++) {
      const folder = await folderWith(older);
      await putFailing(folder, newer, { left, dead: left % 2 === 0 });
      expect((await texts(folder))["src/mine.txt"]).toBe("mine");
    }
  });
});

describe("two runs at once", () => {
  test("leave a package that is whole, and that the next run finds or makes right", async () => {
    for (let i = 0; i < 20; i++) {
      const folder = await folderWith(older);
      await Promise.allSettled([put(folder, newer), put(folder, newer)]);
      expectWhole(await own(folder));
      await put(folder, newer);
      expect(await own(folder)).toEqual(newer);
      expect((await snapshot(folder)).has(stage)).toBe(false);
    }
  });
});

/** What is looked at again and again: every change is seen, and nothing else. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WatchedFiles } from "../../generator/watch/watched-files.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "specwright-watched-"));
  write("a.yaml", "one");
  mkdirSync(at("folder/inner"), { recursive: true });
  write("folder/inner/b.hbs", "one");
  // Some systems count time in steps that are longer than a test.
  for (const each of ["a.yaml", "folder/inner/b.hbs"]) utimesSync(at(each), 0, 0);
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (path: string): string => join(root, path);
const write = (path: string, text: string): void => writeFileSync(at(path), text);

function watched(...paths: readonly string[]): WatchedFiles {
  const files = new WatchedFiles();
  files.add(paths.map(at));
  return files;
}

test.each<readonly [string, () => void, readonly string[]]>([
  ["nothing", () => undefined, []],
  ["a file that is not among them", () => write("other.yaml", "one"), []],
  ["a text of the same length", () => write("a.yaml", "two"), ["a.yaml"]],
  ["a file that is gone", () => rmSync(at("a.yaml")), ["a.yaml"]],
  ["a file that comes", () => write("later.yaml", "one"), ["later.yaml"]],
  ["a file in a folder", () => write("folder/inner/b.hbs", "two"), ["folder/inner/b.hbs"]],
  ["a new file in a folder", () => write("folder/c.hbs", "one"), ["folder/c.hbs"]],
  ["a folder that is gone", () => rmSync(at("folder"), { recursive: true }), ["folder/inner/b.hbs"]],
])("sees %s", (_, change, expected) => {
  const files = watched("a.yaml", "later.yaml", "folder");
  change();
  expect(files.changes()).toEqual(expect.arrayContaining(expected.map(at)));
  expect(files.take()).toHaveLength(expected.length);
  expect(files.changes()).toEqual([]);
});

test("a file of the same size and time that takes another's place is another file", () => {
  const files = watched("a.yaml");
  const time = new Date("2020-01-01");
  utimesSync(at("a.yaml"), time, time);
  files.take();
  write("b.yaml", "two");
  utimesSync(at("b.yaml"), time, time);
  renameSync(at("b.yaml"), at("a.yaml"));
  expect(files.changes()).toEqual([at("a.yaml")]);
});

test("what is added again is as it was", () => {
  const files = watched("a.yaml");
  write("a.yaml", "two");
  files.add([at("a.yaml")]);
  expect(files.changes()).toEqual([at("a.yaml")]);
});

test("a folder that links to itself is looked at once", () => {
  symlinkSync(at("folder"), at("folder/again"));
  const files = watched("folder");
  write("folder/inner/b.hbs", "two");
  expect(files.changes()).toEqual([at("folder/inner/b.hbs")]);
});

test("what is written in the meantime is not at rest", async () => {
  const files = watched("a.yaml");
  expect(await files.isAtRest(Promise.resolve())).toBe(true);
  expect(await files.isAtRest(Promise.resolve().then(() => write("a.yaml", "two")))).toBe(false);
});

/** Paths on both kinds of systems, on whichever this runs. */
import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { fromConfig, isTop, slashed } from "../../generator/paths.js";

test("a backslash separates on Windows alone", () => {
  expect(slashed("a\\b/c", win32)).toBe("a/b/c");
  expect(slashed("a\\b/c", posix)).toBe("a\\b/c");
});

test.each([
  ["spec\\openapi.yaml", "specwright.config.ts", "spec/openapi.yaml"],
  ["spec/openapi.yaml", "apis\\pets\\specwright.config.ts", "apis/pets/spec/openapi.yaml"],
  ["..\\common", "C:\\ada\\apis\\specwright.config.ts", "common"],
  [".", "specwright.config.ts", "."],
  ["D:\\specs\\openapi.yaml", "specwright.config.ts", "D:/specs/openapi.yaml"],
  ["\\\\server\\share\\openapi.yaml", "specwright.config.ts", "//server/share/openapi.yaml"],
])("on Windows %s of %s is %s", (path, config, found) => {
  expect(fromConfig(path, config, "C:\\ada", win32)).toBe(found);
});

test.each([
  ["a\\b.yaml", "specwright.config.ts", "a\\b.yaml"],
  ["../common", "/home/ada/apis/specwright.config.ts", "common"],
])("elsewhere %s of %s is %s", (path, config, found) => {
  expect(fromConfig(path, config, "/home/ada", posix)).toBe(found);
});

test("the top of a disk is no folder of its own", () => {
  expect(["/", "//", "/a/.."].map((each) => isTop(each, posix))).toEqual([true, true, true]);
  expect(["C:\\", "C:/", "\\\\server\\share\\"].map((each) => isTop(each, win32))).toEqual([
    true,
    true,
    true,
  ]);
  expect([isTop("/a", posix), isTop("C:\\a", win32), isTop(".", win32)]).toEqual([false, false, false]);
});

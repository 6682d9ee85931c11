import { describe, expect, test } from "vitest";
import { covers, essence, isJson } from "../../../generator/runtime/media-type.js";

test.each([
  ["Text/HTML; charset=utf-8", "text/html"],
  [" application/json ;q=1", "application/json"],
  ["a/b", "a/b"],
])("the essence of %j is %s", (type, alone) => {
  expect(essence(type)).toBe(alone);
});

test.each([
  ["application/json", true],
  ["text/json; charset=utf-8", true],
  ["application/problem+json", true],
  ["application/json-seq", false],
  ["application/jsonl", false],
  ["text/plain", false],
])("that %s is JSON is %s", (type, is) => {
  expect(isJson(type)).toBe(is);
});

describe("a range", () => {
  test.each([
    ["*/*", "image/png"],
    ["image/*", "image/PNG"],
    ["text/*; charset=utf-8", "text/csv;header=present"],
    ["application/pdf", "Application/PDF; version=1"],
  ])("%s has %s in it", (range, type) => {
    expect(covers(range, type)).toBe(true);
  });

  test.each([
    ["image/*", "imagery/png"],
    ["text/*", "image/text"],
    ["application/json", "application/json-seq"],
  ])("%s does not have %s in it", (range, type) => {
    expect(covers(range, type)).toBe(false);
  });
});

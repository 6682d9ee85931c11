/** What a file holds: YAML is another spelling of JSON. */
import { expect, test } from "vitest";
import { parseSource } from "../../generator/load/source.js";

async function read(text: string): Promise<unknown> {
  const loaded = await parseSource("a.yaml", text);
  return "source" in loaded ? loaded.source.data : loaded.diagnostics.map((each) => each.code);
}

test.each<[text: string, data: unknown]>([
  ["no", "no"],
  ["on", "on"],
  ["2020-01-01", "2020-01-01"],
  ["!!timestamp 2020-01-01", "2020-01-01"],
  ["!!binary aGk=", "aGk="],
  ["0x10", 16],
  ["010", 10],
  ["1_000", "1_000"],
  ["~", null],
  ["yes: 1", { yes: 1 }],
  ["200: a", { 200: "a" }],
])("%s is the same in YAML 1.1 and 1.2", async (text, data) => {
  expect(await read(text)).toEqual(data);
  expect(await read(`%YAML 1.1\n---\n${text}`)).toEqual(data);
});

test.each([
  ["a byte order mark", "\uFEFFa: 1", { a: 1 }],
  ["a byte order mark before JSON", '\uFEFF{ "a": 1 }', { a: 1 }],
  ["Windows line endings", "a: 1\r\nb:\r\n  - c\r\n", { a: 1, b: ["c"] }],
  ["tabs for indentation", "a:\n\t- b", ["input-syntax"]],
  ["one tab before a text", "a: |\n\tb\nc: 1", ["input-syntax"]],
  ["one tab in a list of names", "a: {\n\tb: 1 }\nc: 1", ["input-syntax"]],
  ["two tabs, and a mistake behind them", 'a:\n\tb: 1\n\tc: 1\nd: "', Array(3).fill("input-syntax")],
  ["a tab that is no indentation", "a:\t1", { a: 1 }],
  ["a name twice", "a: 1\na: 2", ["input-syntax"]],
])("%s", async (_, text, data) => {
  expect(await read(text)).toEqual(data);
});

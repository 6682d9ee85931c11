/** The checks of hostile texts notice what they are made for. */
import { expect, test } from "vitest";
import { escapesOfMarkdown, escapesOfModule, outline } from "./escapes.js";

const caught: readonly (readonly [what: string, code: string])[] = [
  ["a statement", 'export const a = ""; globalThis.PWNED_1 = 1;'],
  ["a name", "export const PWNED_1 = 1;"],
  ["a property's name", "export const a = { PWNED_1: 1 };"],
  ["a type's name", "export type A = { PWNED_1: 1 };"],
  ["a substitution", "export const a = `${PWNED_1}`;"],
  ["a broken comment", "/** a */ globalThis.PWNED_1 = 1 /* */"],
  ["broken code", 'export const a = "'],
  ["a bidi control", 'export const a = "\u202e";'],
  ["a line separator in a comment", "// \u2028"],
  ["a script's end", "/** </script> */"],
  ["a directive", "// @ts-nocheck"],
  ["a reference", '/// <reference path="PWNED_1" />'],
];

test.each(caught)("%s is caught", (_, code) => {
  expect(escapesOfModule("module.ts", code)).not.toEqual([]);
});

const allowed: readonly (readonly [what: string, code: string])[] = [
  ["a string", 'export const a = "PWNED_1";'],
  ["a name in quotes", 'export const a = { "PWNED_1;": 1 };'],
  ["a comment", "/** PWNED_1 */\nexport const a = 1; // PWNED_1"],
  ["a regular expression", "export const a = /PWNED_1/u;"],
];

test.each(allowed)("%s is allowed", (_, code) => {
  expect(escapesOfModule("module.ts", code)).toEqual([]);
});

const model = "# a\n\ntext\n\n```ts\ncode;\n```\n";

test.each([
  ["HTML", "# a\n\ntext <b>x</b>\n\n```ts\ncode;\n```\n"],
  ["a link", "# a\n\n[text](javascript:x)\n\n```ts\ncode;\n```\n"],
  ["an image", "# a\n\n![text](x)\n\n```ts\ncode;\n```\n"],
  ["emphasis", "# a\n\n*text*\n\n```ts\ncode;\n```\n"],
  ["another heading", "# a\n\n# text\n\n```ts\ncode;\n```\n"],
  ["a fence that ends early", "# a\n\ntext\n\n```ts\n```\ncode;\n"],
  ["code that has escaped", "# a\n\ntext\n\n```ts\nPWNED_1();\n```\n"],
])("%s in a document is caught", (_, text) => {
  expect(escapesOfMarkdown("README.md", text, model)).not.toEqual([]);
});

test("a document with other texts is allowed", () => {
  expect(escapesOfMarkdown("README.md", "# b\n\nother `text`\n\n```ts\nother;\n```\n", model)).toEqual([]);
  expect(outline(model)).toBe("root(heading paragraph code ts)");
});

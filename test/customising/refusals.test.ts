/** What is wrong with modules of formats and with plugins is told of at their files, and nothing is written. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { texts } from "../output/snapshot.js";
import { ownModule } from "./modules.js";
import { plugin, refusals, shop } from "./shop.js";

const money = await readFile(ownModule("money.ts"), "utf8");

/** A text of the module in place of another one. */
const having = (before: string, after: string): string => {
  expect(money).toContain(before);
  return money.replace(before, after);
};

const lastLine = /export const sample[^]*$/;

const formats: Readonly<Record<string, readonly [text: () => string, problem: string]>> = {
  "is not there": [() => "", "1:1 it exports no function `is`"],
  "does not parse": [() => "export const is = (;", "1:20 it cannot be run: Unexpected token"],
  "throws when it is run": [() => "throw new Error('not today');", "1:1 it cannot be run: not today"],
  "has no fixture": [() => money.replace(lastLine, ""), "1:1 it exports no function `sample`"],
  "has no type": [
    () => having("export interface Value", "interface Value"),
    "1:1 `Value`, `read` and `write` are exported together, or none of them",
  ],
  "has half a codec": [
    () => having("export const read", "const read"),
    "1:1 `Value`, `read` and `write` are exported together, or none of them",
  ],
  "makes what it refuses": [
    () => money.replace(lastLine, "export const sample = (seed: number): string => `${seed}`;\n"),
    '1:1 `sample(0)` is "0", which `is` refuses',
  ],
  "makes no text": [
    () => money.replace(lastLine, "export const sample = (seed: number): number => seed;\n"),
    "1:1 `sample(0)` is no text",
  ],
  "makes one text only": [
    () => money.replace(lastLine, 'export const sample = (seed: number): string => "1.00 EUR";\n'),
    "1:1 `sample` gives the same text for every seed",
  ],
  "makes another text each time": [
    () =>
      money.replace(
        lastLine,
        "let next = 0;\nexport const sample = (seed: number): string => `${next++}.00 EUR`;\n",
      ),
    "1:1 `sample(0)` is another text each time",
  ],
  "does not say whether a text is of it": [
    () => having(": boolean => /^", ": unknown => /^").replace(".test(text);", ".exec(text);"),
    '1:1 `sample(0)` is "0.00 EUR", of which `is` says neither true nor false',
  ],
  "writes what it refuses": [
    () =>
      having("amount.toFixed(2)", "amount").replace(
        lastLine,
        "export const sample = (seed: number): string => `${seed}.00 EUR`;\n",
      ),
    '1:1 `write(read("0.00 EUR"))` is "0 EUR", which `is` refuses',
  ],
  "reads a text": [
    () => `export type Value = string;
export const is = (text: string): boolean => /^[a-z]\\d+$/.test(text);
export const read = (text: string): Value => text;
export const write = (value: Value): string => value;
export const sample = (seed: number): string => "a" + seed;
`,
    '1:1 `read("a0")` is a text: without a codec values are texts',
  ],
  "reads nothing": [
    () => having("return { amount: Number(amount), currency };", "return undefined as never;"),
    '1:1 `read("0.00 EUR")` is undefined',
  ],
  "reads an object that is more than its properties": [
    () =>
      having(
        "return { amount: Number(amount), currency };",
        "return new (class { amount = 1; currency = currency; })();",
      ),
    '1:1 `read("0.00 EUR")` is an instance of a class without `Symbol.toStringTag`, which passes for an object of properties',
  ],
  "throws when it is used": [
    () => having("return { amount: Number(amount), currency };", 'throw new Error("unreadable");'),
    "10:3 it throws: unreadable",
  ],
  "imports something": [
    () => `import { join } from "node:path";\n${having("text.split", "join(text).split")}`,
    '1:22 it imports "node:path"; it is copied into the package, alone',
  ],
  "has an export without a type": [
    () => having("(text: string): boolean", "(text: string)"),
    "6:19 Function must have an explicit return type annotation with --isolatedDeclarations.",
  ],
  "does not compile strictly": [
    () => having('currency = ""', "currency"),
    "10:36 Type 'string | undefined' is not assignable to type 'string'.",
  ],
  "uses what no package has": [
    () => having("text.split", "Buffer.from(text).toString().split"),
    "9:35 Cannot find name 'Buffer'.",
  ],
};

test.each(Object.entries(formats))("a format is refused that %s", async (_, [text, problem]) => {
  const { output, customised, write } = await shop();
  await write("money.ts", text());
  await write("plugin.ts", plugin("[]"));
  const [first = ""] = await refusals(customised);
  expect(first).toContain(`format-invalid money.ts:${problem}`);
  expect(await texts(output)).toEqual({});
});

test("a format whose module is missing is refused", async () => {
  const { customised } = await shop();
  expect(await refusals(customised)).toEqual(["format-invalid money.ts:1:1 there is no such file"]);
});

const one = (path: string, text: string = "text"): string => plugin(JSON.stringify([{ path, text }]));
const noPath = (path: string): string => `${JSON.stringify(path)} is no path of a file in the package`;

const plugins: Readonly<Record<string, readonly [text: string, problem: string, place?: string]>> = {
  "does not parse": ["export default (;", "it throws: Unexpected token", "1:17"],
  throws: ["export default () => { throw new Error('not today'); };", "it throws: not today"],
  rejects: ["export default async () => { throw new Error('not today'); };", "it throws: not today"],
  "has no default export": ["export const make = () => [];", "its default export is no function"],
  "gives no list": [plugin("{}"), "it gives no list of `{ path, text }`"],
  "gives no texts": [plugin("[{ path: 'a.md' }]"), "it gives no list of `{ path, text }`"],
  "leaves the folder": [one("../a.md"), noPath("../a.md")],
  "names a path from the root": [one("/a.md"), noPath("/a.md")],
  "names a path of Windows": [one("src\\a.ts"), noPath("src\\a.ts")],
  "writes the record": [one(".specwright.json"), noPath(".specwright.json")],
  "writes what is compiled": [one("dist/index.js"), noPath("dist/index.js")],
  "writes the changelog": [one("CHANGELOG.md"), noPath("CHANGELOG.md")],
  "writes one of our files": [one("src/index.ts"), "src/index.ts is made by specwright as well"],
  "writes a file of the runtime": [
    one("src/runtime/call.ts"),
    "src/runtime/call.ts is made by specwright as well",
  ],
  "writes a file that differs in case only": [one("readme.md"), "readme.md is made by specwright as well"],
  "takes a subpath of ours": [one("src/validators.ts"), "src/validators.ts is made by specwright as well"],
  "makes TypeScript that does not parse": [one("src/a.ts", "const a = ;"), "src/a.ts: Unexpected token"],
  "makes JSON that does not parse": [one("a.json", "{"), "a.json: Unexpected token"],
};

test.each(Object.entries(plugins))(
  "a plugin is refused that %s",
  async (_, [text, problem, place = "1:1"]) => {
    const { output, customised, write } = await shop();
    await write("money.ts", money);
    await write("plugin.ts", text);
    const [first = ""] = await refusals(customised);
    expect(first).toContain(`plugin-invalid plugin.ts:${place} ${problem}`);
    expect(await texts(output)).toEqual({});
  },
);

test("a plugin that is missing is refused, and so are two of one file", async () => {
  const { root, customised, write } = await shop();
  await write("money.ts", money);
  expect(await refusals(customised)).toEqual(["plugin-invalid plugin.ts:1:1 there is no such file"]);
  await write("plugin.ts", one("a.md"));
  await write("other.ts", one("A.md"));
  const both = { ...customised, plugins: [...customised.plugins, `${root}/other.ts`] };
  expect(await refusals(both)).toEqual([
    `plugin-invalid other.ts:1:1 A.md is made by ${root}/plugin.ts as well`,
  ]);
});

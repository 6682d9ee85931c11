/** The modules of formats and plugins are inputs: what changes in them is noticed, and named by check. */
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { specwright } from "../output/command.js";
import { texts } from "../output/snapshot.js";
import { ownModule } from "./modules.js";
import { type Shop, plugin, refusals, shop, shopDescription } from "./shop.js";

const money = await readFile(ownModule("money.ts"), "utf8");

const note = `import { words } from "./words.js";
export default (model) => [{ path: "docs/note.md", text: \`\${words} \${model.operations.length}\n\` }];
`;

/** A shop that has been generated. */
async function generatedShop(): Promise<Shop> {
  const made = await shop();
  await made.write("money.ts", money);
  await made.write("plugin.ts", note);
  await made.write("words.ts", 'export const words = "Operations:";\n');
  await generate(made.customised);
  return made;
}

const reasonsOf = async ({ customised }: Shop): Promise<readonly string[]> =>
  (await check(customised)).drift.map((each) => `${each.path}: ${each.reason}`).sort();

test("what was read is told, and a second run finds nothing to do", async () => {
  const { customised, root } = await generatedShop();
  expect(await generate(customised)).toMatchObject({
    upToDate: true,
    read: ["openapi.json", "money.ts", "plugin.ts", "words.ts"].map((each) => join(root, each)),
  });
});

test("another validator is another configuration", async () => {
  const made = await generatedShop();
  await made.write("money.ts", money.replace("\\d+", "\\d{1,9}"));
  expect(await reasonsOf(made)).toEqual([
    ".specwright.json: configuration changed",
    "src/formats/money.ts: configuration changed",
  ]);
  const { upToDate, written } = await generate(made.customised);
  expect([upToDate, written.length]).toEqual([false, 2]);
  expect(await reasonsOf(made)).toEqual([]);
});

test("so is what a plugin imports, and what it makes no more is removed", async () => {
  const made = await generatedShop();
  await made.write("words.ts", 'export const words = "There are";\n');
  expect(await reasonsOf(made)).toEqual([
    ".specwright.json: configuration changed",
    "docs/note.md: configuration changed",
  ]);
  await generate(made.customised);
  expect((await texts(made.output))["docs/note.md"]).toBe("There are 1\n");
  await made.write("plugin.ts", plugin("[]"));
  expect((await generate(made.customised)).removed).toEqual(["docs/note.md"]);
});

test("a change that changes no file is one of the record alone", async () => {
  const made = await generatedShop();
  await made.write("plugin.ts", `${note}// A remark.\n`);
  expect(await reasonsOf(made)).toEqual([".specwright.json: configuration changed"]);
});

test("a file of a plugin that was edited by hand stops the run", async () => {
  const made = await generatedShop();
  await made.write("package/docs/note.md", "Mine.");
  expect(await refusals(made.customised)).toEqual(["output-edited note.md:1:1 docs/note.md"]);
});

test("a module that is made is a subpath, formatted, and compiled where that is asked for", async () => {
  const { customised, write, output } = await generatedShop();
  await write("plugin.ts", plugin("[{ path: 'src/a.ts', text: 'export const a : string=\"a\"' }]"));
  await generate(customised, () => undefined, { build: true });
  const files = await texts(output);
  expect(files["src/a.ts"]).toBe('export const a: string = "a";\n');
  expect(files["dist/a.d.ts"]).toContain("export declare const a: string;");
  expect(JSON.parse(files["package.json"] ?? "")).toMatchObject({
    exports: { "./a": { default: "./dist/a.js" }, "./formats/money": { default: "./dist/formats/money.js" } },
  });
  await write(
    "plugin.ts",
    plugin("[{ path: 'src/a.ts', text: 'export const a = f(); declare function f(): 1;' }]"),
  );
  const failure: unknown = await generate(customised, () => undefined, { build: true }).catch(
    (cause: unknown) => cause,
  );
  expect(String(failure)).toContain("plugin-invalid");
});

test(
  "the package is the same wherever the folder and the working directory are",
  { timeout: 60_000 },
  async () => {
    const { root, write } = await generatedShop();
    await rm(join(root, "package"), { recursive: true });
    const paths = { formats: { money: { module: "money.ts" } }, plugins: ["plugin.ts"] };
    await write("one/openapi.json", JSON.stringify(shopDescription));
    await write(
      "one/specwright.config.json",
      JSON.stringify({ input: "openapi.json", output: "out", ...paths }),
    );
    for (const each of ["money.ts", "plugin.ts", "words.ts"])
      await cp(join(root, each), join(root, "one", each));
    await mkdir(join(root, "two"));
    await cp(join(root, "one"), join(root, "two/deep"), { recursive: true });
    expect(await specwright(["generate"], { cwd: join(root, "one") })).toMatchObject({ code: 0, stderr: "" });
    const there = ["generate", "--config", "two/deep/specwright.config.json"];
    expect(await specwright(there, { cwd: root })).toMatchObject({ code: 0, stderr: "" });
    expect(await texts(join(root, "two/deep/out"))).toEqual(await texts(join(root, "one/out")));
  },
);

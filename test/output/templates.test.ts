/** Templates of the user's: they take the place of ours, and what is wrong with them is told of. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, SpecError, check, generate } from "../../generator/index.js";
import { texts } from "./snapshot.js";
import { pets, workspace } from "./workspace.js";

const ours = (name: string): Promise<string> => readFile(join("templates", `${name}.hbs`), "utf8");

interface Customised {
  readonly config: Config;
  /** The same without templates. */
  readonly plain: Config;
  /** Writes a template. */
  readonly put: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

async function customised(): Promise<Customised> {
  const { root, config } = await workspace(pets("cat"));
  await mkdir(join(root, "templates"));
  const at = (name: string): string => join(root, "templates", `${name}.hbs`);
  const plain = { ...config, cache: join(root, "kept") };
  return {
    plain,
    config: { ...plain, templates: join(root, "templates") },
    put: (name, text) => writeFile(at(name), text),
    remove: (name) => rm(at(name)),
  };
}

/** Codes and files, with the places that are not the beginning. */
async function refused(config: Config): Promise<readonly string[]> {
  const failure: unknown = await generate(config).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(SpecError);
  return (failure as SpecError).diagnostics.map(({ code, file, line, column }) => {
    const place = line === 1 && column === 1 ? "" : `:${line}:${column}`;
    return `${code} ${file.replace(/^.*\//, "")}${place}`;
  });
}

test("one takes the place of ours, and all other files are as they were", async () => {
  const { config, plain, put } = await customised();
  await generate(plain);
  const before = await texts(config.output);
  await put("README.md", (await ours("README.md")).replace("a typed client", "Acme's client"));
  const { written } = await generate(config);
  expect([...written].sort()).toEqual([".specwright.json", "README.md"]);
  const after = await texts(config.output);
  expect(after["README.md"]).toBe(before["README.md"]?.replace("a typed client", "Acme's client"));
  expect(await generate(config)).toMatchObject({ upToDate: true });
});

test("one of a function shapes all functions", async () => {
  const { config, put } = await customised();
  await put(
    "operation",
    (await ours("operation")).replace("return {{call}}(", "// By Acme.\nreturn {{call}}("),
  );
  await generate(config);
  const { "src/operations/cat.ts": text } = await texts(config.output);
  expect(text).toContain("  // By Acme.\n  return call(");
});

test("a change of one is noticed, and named by check", async () => {
  const { config, put } = await customised();
  await put("README.md", (await ours("README.md")).replace("a typed client", "one client"));
  await generate(config);
  await put("README.md", (await ours("README.md")).replace("a typed client", "two clients"));
  const { drift } = await check(config);
  expect(drift.map((each) => `${each.path}: ${each.reason}`).sort()).toEqual([
    ".specwright.json: templates changed",
    "README.md: templates changed",
  ]);
  expect((await generate(config)).upToDate).toBe(false);
});

test("one that is not ours, stale or broken is told of, and nothing is written", async () => {
  const { config, put, remove } = await customised();
  expect(await refused(config)).toEqual(["template-unknown templates"]);
  await put("nothing", "");
  expect(await refused(config)).toEqual(["template-unknown nothing.hbs"]);
  await remove("nothing");
  await put("README.md", "{{!-- view: README.md@0 --}}\n# Mine\n");
  expect(await refused(config)).toEqual(["template-stale README.md.hbs"]);
  await put("README.md", "# Mine\n");
  expect(await refused(config)).toEqual(["template-stale README.md.hbs"]);
  await put("README.md", "{{!-- view: README.md@1 --}}\n{{nothing}}\n");
  expect(await refused(config)).toEqual(["template-invalid README.md.hbs:2:3"]);
  await put("README.md", "{{!-- view: README.md@1 --}}\n{{#if title}}\n");
  expect(await refused(config)).toEqual(["template-invalid README.md.hbs:3:1"]);
  await remove("README.md");
  await put("operation", "{{!-- view: operation@1 --}}\nreturn ((;\n");
  expect(await refused(config)).toEqual(["template-invalid cat.ts"]);
  await expect(texts(config.output)).resolves.toEqual({});
});

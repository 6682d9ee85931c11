/** Our own layout is Prettier's: of all that we emit, and of what is made at random of the forms that we emit. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/index.js";
import { withPointers } from "../../generator/model/plain-refs.js";
import { packageConfig, planPackage, readModel } from "../../generator/pipeline.js";
import { layOut } from "../../generator/render/layout/layout.js";
import { layOutTable } from "../../generator/render/layout/table.js";
import { prettier } from "../../generator/render/prettier.js";
import { render } from "../../generator/render/render.js";
import { textsIn } from "../e2e/project.js";
import { runs } from "../support/runs.js";

const repository = join(import.meta.dirname, "../..");
const width = 110;

/** What is printed for a description, before it is laid out. */
async function printed(config: Config): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const model = await readModel(config, () => {});
  const plans = await planPackage(await packageConfig(config, model.api.title, undefined), model, () => {});
  const data = withPointers(model.data, model.source.documents, model.api.schemas);
  const files = await render(plans, data, model.report);
  return files.filter((each) => each.path.endsWith(".ts") && each.source !== undefined);
}

const twilio = ["openapi.yaml", "overlay.yaml"].map((path) => join(repository, "spec/twilio", path));
const samples = [
  "converts-what-unions-hold",
  "checks-arrays",
  "reads-what-openapi-3-2-adds",
  "sends-one-of-several-media-types",
  "tells-branches-apart-by-a-mapping",
];

describe("what is printed", () => {
  test.each([
    ["the curated description", twilio],
    ...samples.map((each) => [each, [`test/samples/${each}/spec.yaml`]]),
  ])("for %s is laid out as Prettier does", { timeout: 60_000 }, async (_, paths) => {
    const [input = "", ...overlays] = paths;
    const files = await printed({ input, overlays, output: "package" });
    const known = files.filter((each) => layOut(each.text, width) !== undefined);
    // Prettier is for the exceptions.
    expect(known.length).toBeGreaterThan(files.length * 0.8);
    for (const { path, text } of known)
      expect({ path, text: layOut(text, width) }).toEqual({
        path,
        text: await prettier(text, "babel-ts", width),
      });
  });

  test("and committed, Prettier leaves as it is", { timeout: 60_000 }, async () => {
    const texts = Object.entries(await textsIn(join(repository, "generated/twilio/src")));
    for (const [path, text] of texts)
      expect({ path, text: await prettier(text, "babel-ts", width) }).toEqual({ path, text });
  });
});

const name = fc.constantFrom(
  "a",
  "id",
  "value",
  "friendlyName",
  "aRatherLongNameOfSomething",
  "undefined",
  "true",
  "null",
);
const text = fc.oneof(
  fc.constantFrom(
    '""',
    '"x"',
    '"it\'s"',
    '"say \\"so\\""',
    '"#/components/schemas/Application/properties/sid"',
  ),
  fc.string({ maxLength: 60, unit: "grapheme-ascii" }).map((each) => JSON.stringify(each)),
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom("0.5", "12.25", "5n"),
);
const key = fc.constantFrom(
  "in",
  "name",
  "required",
  '"content-type"',
  "200",
  '"a b"',
  "aRatherLongNameOfAProperty",
);

/** Expressions of the forms that we emit, nested at random. */
const { expression, type } = fc.letrec<{ expression: string; type: string; member: string }>((tie) => ({
  member: fc
    .tuple(fc.constantFrom("", "readonly "), key, fc.constantFrom("", "?"), tie("type"))
    .map((all) => `${all[0]}${all[1]}${all[2]}: ${all[3]}`),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(name, text, number),
    fc.array(tie("expression"), { maxLength: 4 }).map((all) => `[${all.join(", ")}]`),
    fc.array(number, { minLength: 1, maxLength: 40 }).map((all) => `[${all.join(", ")}]`),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(key, tie("expression")), { maxLength: 4, selector: ([each]) => each }),
        fc.boolean(),
      )
      .map(([all, isOpen]) => {
        const members = all.map(([own, value]) => `${own}: ${value}`).join(", ");
        return all.length === 0 ? "{}" : `{${isOpen ? "\n" : " "}${members} }`;
      }),
    fc
      .tuple(
        fc.constantFrom("call", "record", "x.check", "aRatherLongNameOfAFunction"),
        fc.array(tie("expression"), { maxLength: 3 }),
      )
      .map(([own, args]) => `${own}(${args.join(", ")})`),
    tie("expression").map((each) => `(s) => (${each})`),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "-", "===", "&&", "||", "!=="), tie("expression"))
      .map((all) => `((${all[0]}) ${all[1]} (${all[2]}))`),
    tie("type").map((each) => `(value as ${each})`),
    tie("expression").map((each) => `/* @__PURE__ */ make(${each})`),
  ),
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("string", "number", "null", "unknown", "Application", "AnApplicationOfARatherLongName"),
    text,
    fc.array(tie("type"), { minLength: 2, maxLength: 4 }).map((all) => `(${all.join(" | ")})`),
    fc.array(tie("type"), { minLength: 2, maxLength: 3 }).map((all) => `(${all.join(" & ")})`),
    tie("type").map((each) => `(${each})[]`),
    fc
      .tuple(fc.constantFrom("Map", "Record"), tie("type"), tie("type"))
      .map((all) => `${all[0]}<${all[1]}, ${all[2]}>`),
    tie("type").map((each) => `Promise<${each}>`),
    fc.array(tie("type"), { maxLength: 3 }).map((all) => `[${all.join(", ")}]`),
    fc
      .tuple(
        fc.uniqueArray(tie("member"), { maxLength: 3, selector: (each) => each.split(/[?:]/)[0] }),
        fc.boolean(),
      )
      .map(([all, isOpen]) => (all.length === 0 ? "{}" : `{${isOpen ? "\n" : " "}${all.join("; ")} }`)),
    tie("type").map((each) => `(value: ${each}) => string`),
  ),
}));

const statement = fc.oneof(
  fc.tuple(type, expression).map(([of, value]) => `export const thing: ${of} = ${value};`),
  expression.map((value) => `const thing = ${value};`),
  type.map((of) => `export type Thing = ${of};`),
  type.map((of) => `/** It. */\nexport interface Thing {\n  it: ${of};\n}`),
  fc
    .tuple(type, expression)
    .map(
      ([of, value]) => `export function thing(given: ${of}, more?: string): ${of} {\n return ${value};\n}`,
    ),
  fc
    .tuple(expression, expression)
    .map(([test, value]) => `function it() {\n if (${test}) call(${value});\n}`),
);

test("what is made at random is laid out as Prettier does, or not at all", { timeout: 120_000 }, async () => {
  let known = 0;
  await fc.assert(
    fc.asyncProperty(statement, fc.constantFrom(80, 100, 110), async (source, columns) => {
      const ours = layOut(`${source}\n`, columns);
      if (ours === undefined) return;
      known++;
      expect(ours).toBe(await prettier(`${source}\n`, "babel-ts", columns));
    }),
    runs(2_000),
  );
  expect(known).toBeGreaterThan(500);
});

test("tables are laid out as Prettier does", async () => {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const tables = readme.split(/\n{2,}/).filter((each) => each.startsWith("|"));
  const known = tables.flatMap(
    (each) => layOutTable(each.replace(/ {2,}/g, " ").replace(/-{3,}/g, "---")) ?? [],
  );
  expect(known.length).toBeGreaterThan(2);
  for (const each of known) expect(tables).toContain(each);
});

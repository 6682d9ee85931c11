/** No text of a description becomes code, markup or a path, whatever it is and wherever it stands. */
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../generator/diagnostics.js";
import { inspectPackages } from "../support/sample-modules.js";
import { compileTogether } from "../support/sample-program.js";
import type { SampleOutput } from "../support/sample-run.js";
import { describeWith } from "./description.js";
import { escapesOfMarkdown, escapesOfModule } from "./escapes.js";
import { generateFrom } from "./generate-from.js";
import { type Payload, payloads } from "./payloads.js";

/** What the package would be if everybody meant well. */
const harmless = "a harmless-text";

const runs = new Map<string, Promise<SampleOutput>>();

/** What the generator makes of the description with one text everywhere; made once. */
function outputOf(text: string): Promise<SampleOutput> {
  const run = runs.get(text) ?? generateFrom(describeWith(text));
  runs.set(text, run);
  return run;
}

const ofKind = (
  { files }: SampleOutput,
  ending: string,
): readonly (readonly [path: string, text: string])[] => [...files].filter(([path]) => path.endsWith(ending));

const errorsOf = ({ diagnostics }: SampleOutput): readonly string[] =>
  diagnostics.filter((each) => each.severity === "error").map(formatDiagnostic);

describe.each(payloads.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
  test("leaves a package", async () => {
    expect(errorsOf(await outputOf(text))).toEqual([]);
  });

  test("stands in literals and comments only", async () => {
    const modules = ofKind(await outputOf(text), ".ts");
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.flatMap(([path, code]) => escapesOfModule(path, code))).toEqual([]);
  });

  test("is plain text in the documents", async () => {
    const [given, model] = [await outputOf(text), await outputOf(harmless)];
    const documents = ofKind(given, ".md");
    expect(documents.map(([path]) => path)).toEqual(["README.md", "api.md"]);
    expect(
      documents.flatMap(([path, markdown]) => escapesOfMarkdown(path, markdown, model.files.get(path) ?? "")),
    ).toEqual([]);
  });

  test("adds nothing to package.json and to other JSON files", async () => {
    const [given, model] = [await outputOf(text), await outputOf(harmless)];
    const shape = ({ files }: SampleOutput): unknown => {
      const { name, description, ...rest } = JSON.parse(files.get("package.json") ?? "") as Record<
        string,
        unknown
      >;
      return [typeof name, typeof description, rest, files.get("tsconfig.json")];
    };
    expect(shape(given)).toEqual(shape(model));
    const manifest = JSON.parse(given.files.get(".specwright.json") ?? "") as { readonly files: object };
    expect([...Object.keys(manifest.files), ".specwright.json"].sort()).toEqual([...given.files.keys()]);
  });

  test("is no path", async () => {
    const given = await outputOf(text);
    const odd = [...given.files.keys()].filter(
      (path) => !/^(src\/([a-z0-9-]+\/){0,2})?[a-z0-9_$-][\w$-]*\.(ts|md|json)$/i.test(path),
    );
    expect(odd).toEqual([".specwright.json"]);
    expect(given.strays).toEqual([]);
  });
});

test("packages of hostile descriptions compile", async () => {
  // Compiling takes its time, and syntax is checked above: the names and a quarter of the rest will do.
  const some = payloads.filter(({ name }, i) => name.startsWith("the name") || i % 4 === 0);
  expect(await compileTogether(await packagesOf(some))).toEqual([]);
});

test("importing and using packages of hostile descriptions runs nothing and changes no prototype", async () => {
  const findings = Object.entries(await inspectPackages(await packagesOf(payloads)));
  expect(findings.length).toBeGreaterThan(payloads.length / 2);
  for (const [name, { pairs, ...found }] of findings) {
    expect.soft(found, name).toEqual({ broken: [], traces: [], invalid: [] });
    expect.soft(pairs, name).toBeGreaterThan(10);
  }
});

test("hostile texts mean the same in YAML as in JSON", async () => {
  for (const text of [
    "__proto__",
    '";PWNED_0//\\',
    "\u2028PWNED_0\u0085",
    "{{PWNED_0}}: # PWNED_0 &a *a !!x",
  ]) {
    const yaml = await generateFrom(`---\n${JSON.stringify(describeWith(text))}\n`);
    expect(errorsOf(yaml)).toEqual([]);
    expect(yaml.files).toEqual((await outputOf(text)).files);
  }
});

/** What could be generated; a text that makes the generator crash fails in its own tests. */
async function packagesOf(
  list: readonly Payload[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const outputs = await Promise.allSettled(list.map(({ text }) => outputOf(text)));
  return new Map(
    outputs.flatMap((each, i) =>
      each.status === "fulfilled" ? [[`package-${i}`, each.value.files] as const] : [],
    ),
  );
}

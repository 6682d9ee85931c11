/** Every sample: what specwright writes for it and says of it, file by file, and that all of it compiles. */
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../generator/catalogue/catalogue.js";
import type { DiagnosticCode } from "../generator/diagnostics.js";
import { withExamples } from "./support/readme-examples.js";
import { type SampleCase, readSamples, readSnapshots } from "./support/sample-case.js";
import { inspectPackages } from "./support/sample-modules.js";
import { compileTogether } from "./support/sample-program.js";
import { type SampleOutput, generateAside, snapshotsOf } from "./support/sample-run.js";

const samples = readSamples();
const runs = new Map<string, Promise<SampleOutput>>();

/** What the generator makes of a sample; made once. */
function outputOf({ name, config }: SampleCase): Promise<SampleOutput> {
  const run = runs.get(name) ?? generateAside(config);
  runs.set(name, run);
  return run;
}

/** Codes that no description and no overlay can cause. */
const causedElsewhere: readonly DiagnosticCode[] = [
  "config-failed",
  "config-invalid",
  "format-invalid",
  "input-unreadable",
  "lock-invalid",
  "name-kept",
  "output-busy",
  "output-edited",
  "output-foreign",
  "output-is-input",
  "output-left-over",
  "output-unwritable",
  "plugin-invalid",
  "ref-offline",
  "revision-unknown",
  "selection-no-match",
  "template-invalid",
  "template-stale",
  "template-unknown",
  // Nothing that is known causes it.
  "wire-unprintable",
];

describe("a sample", () => {
  for (const sample of samples)
    test(sample.name.replaceAll("-", " "), async () => {
      const snapshots = snapshotsOf(sample, await outputOf(sample));
      const wanted = [...snapshots.keys()];
      const present = readSnapshots(sample);
      if (expect.getState().snapshotState.snapshotUpdateState === "all")
        await Promise.all(
          present.filter((path) => !snapshots.has(path)).map((path) => rm(join(sample.folder, path))),
        );
      else expect(wanted, "the set of files (vitest -u accepts it)").toEqual(present);
      for (const [path, text] of snapshots)
        await expect.soft(text).toMatchFileSnapshot(join(import.meta.dirname, "..", sample.folder, path));
    });
});

/** The outputs of all samples; one that made the generator crash fails in its own test. */
async function allOutputs(): Promise<ReadonlyMap<string, SampleOutput>> {
  const outputs = await Promise.allSettled(samples.map(outputOf));
  return new Map(
    outputs.flatMap((each, i) =>
      each.status === "fulfilled" ? [[(samples[i] as SampleCase).name, each.value] as const] : [],
    ),
  );
}

/** Milliseconds that the compiler may take for all samples on a busy machine. */
const compileTimeout = 600_000;

/** That an example ends where its value would be used. */
const isUnusedInExample = (error: string): boolean => /^[^(]*\/examples\/\d+\.ts\(.* TS6133:/.test(error);

test(
  "all output of the samples and all examples of their READMEs compile in one program, as strictly as possible",
  async () => {
    const outputs = [...(await allOutputs())].map(
      ([name, { files }]) => [name, withExamples(files)] as const,
    );
    const errors = await compileTogether(new Map(outputs));
    expect(errors.filter((each) => !isUnusedInExample(each))).toEqual([]);
  },
  compileTimeout,
);

test("every fixture of the samples passes its validator, and importing a module leaves no trace", async () => {
  const outputs = [...(await allOutputs())].map(([name, { files }]) => [name, files] as const);
  const findings = Object.entries(await inspectPackages(new Map(outputs)));
  expect(
    findings.flatMap(([name, each]) =>
      [each.broken, each.traces, each.invalid].flat().map((what) => `${name}: ${what}`),
    ),
  ).toEqual([]);
  expect(findings.reduce((sum, [, { pairs }]) => sum + pairs, 0)).toBeGreaterThan(100);
});

test("each kind of problem that a description can have is shown by a sample", async () => {
  const outputs = [...(await allOutputs()).values()];
  const shown = new Set(outputs.flatMap((each) => each.diagnostics).map((each) => each.code));
  const all = Object.keys(catalogue) as DiagnosticCode[];
  expect(all.filter((code) => !shown.has(code)).sort()).toEqual(causedElsewhere);
});

test("every sample is one idea in at most 40 lines", () => {
  const files = samples.flatMap(({ config }) => [config.input, ...(config.overlays ?? [])]);
  expect(files.filter((path) => readFileSync(path, "utf8").trimEnd().split("\n").length > 40)).toEqual([]);
});

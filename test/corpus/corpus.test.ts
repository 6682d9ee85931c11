/**
 * Descriptions that others have written: each is generated, and then its package compiles, its fixtures are valid and a second
 * run writes nothing; or it is refused, for the reasons that `outcomes.txt` lists. There is no third outcome.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type Diagnostic, SpecError } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { inspectPackages } from "../support/sample-modules.js";
import { type Package, compileTogether } from "../support/sample-program.js";
import { readFolder } from "../support/sample-run.js";

const shared = process.env["SPECWRIGHT_SHARED"] ?? "../shared";
const folder = resolve(import.meta.dirname, "../..", shared, "specs");
const table = join(import.meta.dirname, "outcomes.txt");
const all = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && /\.(json|ya?ml)$/.test(each.name))
      .map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll("\\", "/"))
      .sort()
  : [];

/** Every so many of the small ones, unless all are asked for (`npm run test:corpus`). */
const step = 5;
const isWhole = process.env["SPECWRIGHT_CORPUS"] === "whole";
const chosen = all.filter(
  (path, i) =>
    isWhole || /refers|external|oauth_v1/.test(path) || (path.startsWith("small/") && i % step === 0),
);

interface Outcome {
  /** As it stands in the table. */
  readonly line: string;
  /** The package's files, where there is one. */
  readonly files: Package;
  /** What a second run wrote. */
  readonly rewritten: readonly string[];
}

const codes = (diagnostics: readonly Diagnostic[]): string =>
  [...new Set(diagnostics.map((each) => each.code))].sort().join(" ");

async function outcomeOf(path: string): Promise<Outcome> {
  const parent = await mkdtemp(join(tmpdir(), "specwright-corpus-"));
  const config = { input: join(folder, path), output: join(parent, "package") };
  try {
    const { diagnostics } = await generate(config);
    const files = await readFolder(config.output);
    const { written, removed } = await generate(config);
    return { line: `generated ${codes(diagnostics)}`.trim(), files, rewritten: [...written, ...removed] };
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    const errors = cause.diagnostics.filter((each) => each.severity === "error");
    return { line: `refused ${codes(errors)}`, files: new Map(), rewritten: [] };
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** The reviewed outcomes, by path. */
const expected = new Map(
  existsSync(table)
    ? readFileSync(table, "utf8")
        .split("\n")
        .flatMap((line) => (line === "" ? [] : [line.split(": ", 2) as [string, string]]))
    : [],
);

describe.skipIf(chosen.length === 0)(`a description of ${shared}/specs, which may be absent`, () => {
  const outcomes = new Map<string, Outcome>();

  test.for(chosen)("%s is generated, or refused for the reasons that are listed", async (path) => {
    const outcome = await outcomeOf(path);
    outcomes.set(path, outcome);
    if (expect.getState().snapshotState.snapshotUpdateState === "all") expected.set(path, outcome.line);
    expect(outcome.line).toBe(expected.get(path));
    expect(outcome.rewritten).toEqual([]);
  });

  const packages = (): ReadonlyMap<string, Package> =>
    new Map(
      [...outcomes]
        .filter(([, { files }]) => files.size > 0)
        .map(([path, { files }]) => [nameOf(path), files]),
    );

  test("what is generated compiles, as strictly as possible", { timeout: 600_000 }, async () => {
    expect(packages().size).toBeGreaterThan(20);
    expect(await compileTogether(packages())).toEqual([]);
  });

  test("every fixture of it passes its validator", { timeout: 600_000 }, async () => {
    const findings = Object.entries(await inspectPackages(packages()));
    const wrong = findings.flatMap(([name, each]) =>
      [each.broken, each.traces, each.invalid].flat().map((what) => `${name}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });

  test.runIf(isWhole)("the table lists all descriptions and no others", () => {
    if (expect.getState().snapshotState.snapshotUpdateState === "all")
      writeFileSync(
        table,
        [...expected]
          .filter(([path]) => all.includes(path))
          .map(([path, line]) => `${path}: ${line}\n`)
          .sort()
          .join(""),
      );
    expect([...expected.keys()].sort()).toEqual([...all].sort());
  });
});

const nameOf = (path: string): string => path.replaceAll(/[^\w]+/g, "-");

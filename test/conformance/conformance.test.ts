/** What the emitted validators say, against what the JSON Schema Test Suite says. */
import { describe, expect, test } from "vitest";
import { embedCase } from "./embed.js";
import { exceptions } from "./exceptions.js";
import { type Verdict, judge } from "./judge.js";
import { printResults } from "./results.js";
import { isPresent, isRequired, readCases, suiteFiles } from "./suite.js";

const runs = new Map<string, Promise<readonly Verdict[]>>();

/** The verdicts on a file; made once. By default formats are annotations; the optional files assert them. */
function verdictsOn(file: string): Promise<readonly Verdict[]> {
  const cases = (): ReturnType<typeof embedCase>[] =>
    readCases(file).map((each, i) => embedCase(each, file, i));
  const run = runs.get(file) ?? judge(cases(), isRequired(file) ? "annotation" : "assertion");
  runs.set(file, run);
  return run;
}

const isException = (file: string, verdict: Verdict): boolean =>
  exceptions.some(
    (each) =>
      each.file === file &&
      each.case === verdict.case &&
      (each.test === undefined || each.test === verdict.test),
  );

const describeVerdict = (each: Verdict): string =>
  `${each.case}: ${each.test}: ${each.problem ?? "passes, and is listed as an exception"}`;

describe.skipIf(!isPresent)("the suite (skipped where ../shared/json-schema-test-suite is absent)", () => {
  test.each(suiteFiles)("%s: says what our validators say, but for the listed exceptions", async (file) => {
    const verdicts = await verdictsOn(file);
    const surprises = verdicts.filter((each) => (each.problem !== undefined) !== isException(file, each));
    expect(surprises.map(describeVerdict)).toEqual([]);
  });

  test("has every case and every test that the exceptions name", async () => {
    for (const { file, case: name, test: only } of exceptions) {
      const verdicts = suiteFiles.includes(file) ? await verdictsOn(file) : [];
      const named = verdicts.filter((each) => each.case === name && (only ?? each.test) === each.test);
      expect(named, `${file}: ${name}: ${only ?? "every test"}`).not.toEqual([]);
    }
  });

  test("has the results that are on record", async () => {
    const results = await Promise.all(
      suiteFiles.map(async (file) => [file, await verdictsOn(file)] as const),
    );
    await expect(await printResults(new Map(results))).toMatchFileSnapshot("results.md");
  });
});

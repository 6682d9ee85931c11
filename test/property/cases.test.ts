import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOverlays } from "../../generator/load/overlay.js";
import { loadSource } from "../../generator/load/source.js";
import { type SampleCase, readSamples } from "../support/sample-case.js";
import { specs, writeOracleSpec, writeSpec } from "../support/spec-arbitrary.js";
import { brokenIn } from "./broken-keywords.js";
import { problemsOf, requestProblems } from "./case-laws.js";
import { jsonSchemas } from "./described-schemas.js";
import { emit } from "./emit.js";
import { casesProblems, loadEmitted } from "./emitted.js";
import { oracle, oraclesOf } from "./oracle.js";
import { runs } from "./runs.js";
import { description, requestSubjects, schemaSubjects } from "./twilio-subjects.js";

describe("of the Twilio package, edges are valid, invalid cases have the one issue that they tell of", () => {
  const { judge } = oracle(description);

  test.each(schemaSubjects.map((each) => [each.title, each] as const))(
    "of the schema %s",
    (_, { factory, validator, pointer }) => {
      const judges = { check: validator.check, judge: (value: unknown) => judge(pointer, value).valid };
      expect(problemsOf({ factory, ...judges })).toEqual([]);
      expect([...factory.edges(), ...factory.invalid()]).not.toEqual([]);
    },
  );

  test.each(requestSubjects(judge).map((each) => [each.name, each] as const))(
    "of the requests of %s",
    (_, { request, parts }) => {
      expect(requestProblems(request, parts)).toEqual([]);
      const lacking = [...request.invalid()].filter(({ path }) => path.length === 1);
      const required = parts.filter((each) => each.required && each.name !== "body");
      expect(lacking.filter(({ code }) => code === "required").map(({ path }) => path[0])).toEqual(
        required.map((each) => each.name),
      );
    },
  );
});

describe("of arbitrary descriptions", () => {
  const asked = new Map<string, number>();
  const broken = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);

  test("edges are valid, and invalid cases have the one issue that they tell of", async () => {
    const law = fc.asyncProperty(specs, async (spec) => {
      const document = writeSpec(spec);
      const emitted = await loadEmitted(await emit(document));
      for (const { pointer, factory } of emitted.schemas) {
        if (factory === undefined) continue;
        const codes = [...factory.invalid()].map((each) => each.code);
        for (const { keyword, isBroken } of brokenIn(document, pointer, codes)) {
          count(asked, keyword);
          if (isBroken) count(broken, keyword);
        }
      }
      const oracles = oraclesOf((direction) => writeOracleSpec(spec, direction));
      expect(casesProblems(emitted, oracles)).toEqual([]);
    });
    await fc.assert(law, runs(100));
  });

  test("invalid cases break each keyword, and most of them where they occur", () => {
    const never = [...asked.keys()].filter((keyword) => !broken.has(keyword));
    expect(never).toEqual([]);
    const total = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
    expect(total(asked)).toBeGreaterThan(500);
    expect(total(broken) / total(asked)).toBeGreaterThan(0.6);
  });
});

/** The description of a sample with its overlay; undefined where it cannot be read. */
async function descriptionOf({ config }: SampleCase): Promise<object | undefined> {
  const loaded = await Promise.all([config.input, ...(config.overlays ?? [])].map(loadSource));
  const [base, ...overlays] = loaded.flatMap((each) => ("source" in each ? [each.source] : []));
  return base === undefined ? undefined : (applyOverlays(base, overlays).source.data as object);
}

describe("of the samples, edges are valid, and invalid cases have the one issue that they tell of", () => {
  const samples = readSamples().filter(({ folder }) => existsSync(`${folder}/expected`));

  test.each(samples.map((each) => [each.name, each] as const))("%s", async (_, sample) => {
    const data = await descriptionOf(sample);
    if (data === undefined) throw new Error("a sample with a package that cannot be read");
    const emitted = await loadEmitted(await emit(data));
    const oracles = oraclesOf((direction) => jsonSchemas(data, direction));
    expect(casesProblems(emitted, oracles)).toEqual([]);
  });
});

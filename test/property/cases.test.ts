import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOverlays } from "../../generator/load/overlay.js";
import { loadSource } from "../../generator/load/source.js";
import { type SampleCase, readSamples } from "../support/sample-case.js";
import type { Direction } from "../support/sketch.js";
import { specs, writeOracleSpec, writeSpec } from "../support/spec-arbitrary.js";
import { brokenIn } from "./broken-keywords.js";
import { problemsOf, requestProblems } from "./case-laws.js";
import { jsonSchemas } from "./described-schemas.js";
import { type Emission, emit } from "./emit.js";
import { judgesOf, loadEmitted } from "./emitted.js";
import { type Oracle, oracle } from "./oracle.js";
import { runs } from "./runs.js";
import { description, requestSubjects, schemaSubjects } from "./twilio-subjects.js";

type Oracles = Readonly<Record<Direction, Oracle>>;

const oraclesOf = (schemasIn: (direction: Direction) => object): Oracles => ({
  request: oracle(schemasIn("request")),
  response: oracle(schemasIn("response")),
});

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

async function problemsIn(emission: Emission, oracles: Oracles, seen: Seen): Promise<readonly string[]> {
  const { schemas, requests } = await loadEmitted(emission);
  const ofSchemas = schemas.flatMap((each) => {
    if (each.factory === undefined) return [];
    seen(
      each.pointer,
      [...each.factory.invalid()].map(({ code }) => code),
    );
    const problems = problemsOf({ factory: each.factory, ...judgesOf(each, oracles) });
    return problems.map((problem) => `${each.title}: ${problem}`);
  });
  const ofRequests = requests(oracles).flatMap(({ title, request, parts }) =>
    requestProblems(request, parts).map((problem) => `${title}: ${problem}`),
  );
  return [...ofSchemas, ...ofRequests];
}

/** Is told of the codes of the invalid cases of each schema. */
type Seen = (pointer: string, codes: readonly string[]) => void;

describe("of arbitrary descriptions", () => {
  const asked = new Map<string, number>();
  const broken = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);

  test("edges are valid, and invalid cases have the one issue that they tell of", async () => {
    const law = fc.asyncProperty(specs, async (spec) => {
      const document = writeSpec(spec);
      const seen: Seen = (pointer, codes) => {
        for (const { keyword, isBroken } of brokenIn(document, pointer, codes)) {
          count(asked, keyword);
          if (isBroken) count(broken, keyword);
        }
      };
      const oracles = oraclesOf((direction) => writeOracleSpec(spec, direction));
      expect(await problemsIn(await emit(document), oracles, seen)).toEqual([]);
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
    const emission = await emit(data);
    const oracles = oraclesOf((direction) => jsonSchemas(data, direction));
    expect(await problemsIn(emission, oracles, () => {})).toEqual([]);
  });
});

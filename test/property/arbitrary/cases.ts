/** Edges are valid, and invalid cases are invalid for one reason, of every kind. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sketches } from "../../support/sketch-arbitrary.js";
import { writeSchema } from "../../support/sketch.js";
import { brokenIn } from "../broken-keywords.js";
import { emitValues } from "../emit.js";
import { casesProblems, loadEmitted } from "../emitted.js";
import { runs } from "../../support/runs.js";
import { assertLaw } from "./packages.js";

export function caseLaws(): void {
  test("edges are valid, and invalid cases have the one issue that they tell of", async () => {
    await assertLaw(({ emitted, oracles }) => {
      expect(casesProblems(emitted, oracles)).toEqual([]);
    });
  });

  test("invalid cases break most keywords where they occur, and each that occurs often somewhere", async () => {
    const asked = new Map<string, number>();
    const broken = new Map<string, number>();
    const count = (counts: Map<string, number>, key: string): void =>
      void counts.set(key, (counts.get(key) ?? 0) + 1);
    const document = manySchemas();
    for (const { pointer, factory } of (await loadEmitted(await emitValues(document))).schemas) {
      const cases = [...(factory?.invalid() ?? [])];
      const codes = cases.flatMap(({ code, cause }) => [code, ...(cause ? [cause.code] : [])]);
      for (const { keyword, isBroken } of factory ? brokenIn(document, pointer, codes) : []) {
        count(asked, keyword);
        if (isBroken) count(broken, keyword);
      }
    }
    const often = [...asked].flatMap(([keyword, times]) => (times >= 20 ? [keyword] : []));
    expect(often.length).toBeGreaterThanOrEqual(20);
    expect(often.filter((keyword) => !broken.has(keyword))).toEqual([]);
    const total = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
    expect(total(asked)).toBeGreaterThan(1000);
    expect(total(broken) / total(asked)).toBeGreaterThan(0.75);
  });
}

/** One description with many small schemas: every keyword is there often. */
function manySchemas(): object {
  const plain = { type: "object", properties: { id: { type: "string" } } };
  const many = fc.sample(sketches(["Plain"], 1), runs(1000));
  const schemas = Object.fromEntries(many.map((each, i) => [`Schema${i}`, writeSchema(each, "3.1")]));
  const info = { title: "Schemas", version: "1" };
  return { openapi: "3.1.0", info, components: { schemas: { Plain: plain, ...schemas } } };
}

/** Edges are valid, and invalid cases are invalid for one reason. */
import { expect, test } from "vitest";
import { brokenIn } from "../broken-keywords.js";
import { casesProblems } from "../emitted.js";
import { assertLaw } from "./packages.js";

export function caseLaws(): void {
  const asked = new Map<string, number>();
  const broken = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);

  test("edges are valid, and invalid cases have the one issue that they tell of", async () => {
    await assertLaw(({ document, emitted, oracles }) => {
      for (const { pointer, factory } of emitted.schemas) {
        if (factory === undefined) continue;
        const codes = [...factory.invalid()].map((each) => each.code);
        for (const { keyword, isBroken } of brokenIn(document, pointer, codes)) {
          count(asked, keyword);
          if (isBroken) count(broken, keyword);
        }
      }
      expect(casesProblems(emitted, oracles)).toEqual([]);
    });
  });

  test("invalid cases break most keywords where they occur, and each that occurs often somewhere", () => {
    const often = [...asked].flatMap(([keyword, times]) => (times >= 20 ? [keyword] : []));
    expect(often.length).toBeGreaterThan(10);
    expect(often.filter((keyword) => !broken.has(keyword))).toEqual([]);
    const total = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
    expect(total(asked)).toBeGreaterThan(500);
    expect(total(broken) / total(asked)).toBeGreaterThan(0.6);
  });
}

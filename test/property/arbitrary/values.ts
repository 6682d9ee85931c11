/** Fixtures are valid, and validators judge as other judges do. */
import { expect, test } from "vitest";
import type { Placed } from "../emit.js";
import { type EmittedSchema, judgesOf } from "../emitted.js";
import { junk } from "../junk.js";
import type { Oracles } from "../oracle.js";
import { placesIn, removed, replaced } from "../places.js";
import { type Made, assertLaw } from "./packages.js";

export function valueLaws(): void {
  const tally = { accepted: 0, refused: 0, valid: 0, invalid: 0 };

  test("every fixture is valid, and validators judge as others do, or the description is refused", async () => {
    await assertLaw((made, dice) => {
      if (made.emission.files === undefined) {
        tally.refused++;
        expectPlaces(made);
      } else {
        tally.accepted++;
        for (const each of subjectsOf(made)) expectLaws(each, dice);
      }
    });
    // A law that is never put to the test proves nothing.
    expect(tally.accepted).toBeGreaterThan(tally.refused);
    expect(Math.min(tally.valid, tally.invalid)).toBeGreaterThan(1000);
  });

  /** Values near to valid ones: a part of a fixture is taken away, replaced by junk, or by a part of another one. */
  function expectLaws({ title, factory, validator, judge, others }: Subject, dice: readonly number[]): void {
    const judged = (value: unknown, what: string): boolean => {
      const issues = validator.check(value);
      const valid = judge(value);
      tally[valid ? "valid" : "invalid"]++;
      if ((issues.length === 0) !== valid)
        expect.fail(
          `${title}: ${what} ${JSON.stringify(value)}: the others say ${valid}, we say ${JSON.stringify(issues)}`,
        );
      return valid;
    };
    for (const each of junk) judged(each, "the value");
    for (const seed of dice) {
      const value = factory === undefined ? {} : factory(undefined, { seed, index: seed % 3 });
      if (!judged(value, "the fixture") && factory)
        expect.fail(`${title}: invalid fixture ${JSON.stringify(value)}`);
      const places = placesIn(value);
      const place = places[seed % places.length] ?? [];
      const less = removed(value, place);
      if (less !== undefined) judged(less, "a fixture with a property less");
      for (const each of junk) judged(replaced(value, place, each), "a fixture with junk");
      for (const each of others)
        judged(replaced(value, place, each(seed)), "a fixture with a part of another");
    }
  }
}

interface Subject extends EmittedSchema {
  readonly judge: (value: unknown) => boolean;
  /** The fixtures of all schemas of the description. */
  readonly others: readonly ((seed: number) => unknown)[];
}

/** A refusal names an error, and each diagnostic stands in the document. */
function expectPlaces({ emission, document }: Made): void {
  const { diagnostics } = emission;
  const lines = JSON.stringify(document, null, 2).split("\n");
  expect(diagnostics.filter((each) => each.severity === "error")).not.toEqual([]);
  for (const { line, column, remedy } of diagnostics) {
    expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column);
    expect(remedy).not.toBe("");
  }
}

/** Where no value is said to be possible, none is. The claim does not name a direction, so it must fail in both. */
function expectTrue({ pointer, message }: Placed, { request, response }: Oracles): void {
  if (!request.knows(pointer) || !response.knows(pointer)) return;
  const possible = junk.filter((each) =>
    [request, response].every(({ judge }) => judge(pointer, each).valid),
  );
  expect(possible, `${pointer}: ${message}`).toEqual([]);
}

function subjectsOf({ emission, emitted: { schemas }, oracles }: Made): readonly Subject[] {
  for (const each of emission.diagnostics) if (each.code === "fixture-impossible") expectTrue(each, oracles);
  const factories = schemas.flatMap((each) => each.factory ?? []);
  const warnings = emission.diagnostics.filter((each) => each.code.startsWith("fixture-"));
  if (factories.length < schemas.length) expect(warnings).not.toEqual([]);
  const others = factories.map((make) => (seed: number) => make(undefined, { seed }));
  return schemas.map((each) => ({ ...each, judge: judgesOf(each, oracles).judge, others }));
}

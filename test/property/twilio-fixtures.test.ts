import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import { junk } from "./junk.js";
import { oracle } from "./oracle.js";
import { type Place, placesIn, removed, replaced, startsWith } from "./places.js";
import { runs } from "../support/runs.js";
import { type Subject, description, schemaSubjects, subjects } from "./twilio-subjects.js";

const { judge } = oracle(description);
const options = fc.record({ seed: fc.integer(), index: fc.nat(10_000) });
const titled = subjects.map((each) => [each.title, each] as const);

test("everything that the package makes is tested here", () => {
  const tested = new Set<unknown>(subjects.map((each) => each.source));
  const made = Object.values(fixtures).flatMap((each) =>
    typeof each === "function" ? [each] : Object.values<unknown>(each),
  );
  expect(made.length).toBeGreaterThanOrEqual(30);
  expect(made.filter((each) => !tested.has(each))).toEqual([]);
});

describe("a fixture", () => {
  test.each(titled)("passes its validator and its schema: %s", (_, { make, validator, pointer }) => {
    const passes = fc.property(options, (given) => {
      const value = make(undefined, given);
      expect(validator.check(value)).toEqual([]);
      expect(judge(pointer, value)).toEqual({ valid: true, keywords: [] });
      expect(judge(pointer, JSON.parse(JSON.stringify(value)))).toEqual({ valid: true, keywords: [] });
    });
    fc.assert(passes, runs(200));
  });

  test.each(titled)("shows every property that its schema documents: %s", (_, { make, pointer }) => {
    const documented = Object.keys(propertiesAt(pointer)).sort();
    const value = make();
    expect(typeof value === "object" ? Object.keys(value as object).sort() : []).toEqual(documented);
  });

  test.each(schemaSubjects.map((each) => [each.title, each] as const))(
    "of which one part is replaced is judged as its schema judges it: %s",
    (...row) => {
      const damages = fc.property(options, (given) => {
        for (const damage of damagesOf(row[1].make(undefined, given))) expectAgreement(row[1], damage);
      });
      fc.assert(damages, runs(5));
    },
  );
});

test("most replacements damage, and each kind of damage is there", () => {
  const kinds = new Map<string, number>();
  for (const { make, pointer } of subjects)
    for (const { value } of damagesOf(make()))
      for (const keyword of judge(pointer, value).keywords) kinds.set(keyword, (kinds.get(keyword) ?? 0) + 1);
  const expected = ["type", "required", "enum", "pattern", "format", "minimum", "maximum", "minLength"];
  expect([...kinds.keys()]).toEqual(expect.arrayContaining([...expected, "maxLength", "anyOf"]));
  expect([...kinds.values()].reduce((sum, each) => sum + each)).toBeGreaterThan(5000);
});

test("a call that names neither an application nor a URL is damaged as a whole", () => {
  const { validator } = subjects.find((each) => each.title === "CallRequest") as Subject;
  expect(validator.check({ To: "+15558675309", From: "+15555551212" })).toMatchObject([
    { path: [], code: "anyOf" },
  ]);
});

interface Damage {
  readonly place: Place;
  readonly value: unknown;
  /** Whether what stands at the place now has places of its own. */
  readonly nested: boolean;
}

/** The value with each of its parts taken away or replaced. */
function damagesOf(value: unknown): readonly Damage[] {
  return placesIn(value).flatMap((place) => {
    const without = removed(value, place);
    return [
      ...(without === undefined ? [] : [{ place, value: without, nested: false }]),
      ...junk.map((each) => ({
        place,
        value: replaced(value, place, each),
        nested: typeof each === "object" && each !== null,
      })),
    ];
  });
}

/** Our verdict is ajv's, it stands where the damage is, and it names a keyword that ajv finds broken too. */
function expectAgreement({ validator, pointer }: Subject, { place, value, nested }: Damage): void {
  const { valid, keywords } = judge(pointer, value);
  const issues = validator.check(value);
  const context = `${JSON.stringify(place)} ${JSON.stringify(value)}`;
  expect(issues.length === 0, `${context}: ${JSON.stringify(issues)}, ajv: ${keywords.join()}`).toBe(valid);
  for (const issue of issues) {
    expect(startsWith(issue.path, place), `${context}: ${JSON.stringify(issue)}`).toBe(true);
    if (!nested) expect(issue.path, context).toEqual(place);
    expect(keywords, context).toContain(issue.code);
  }
}

function propertiesAt(pointer: string): object {
  const name = pointer.slice("/components/schemas/".length);
  const schema = description.components.schemas[name] as { readonly properties?: object };
  return schema.properties ?? {};
}

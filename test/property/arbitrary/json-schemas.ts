/** JSON Schemas say what the validators say. */
import { expect, test } from "vitest";
import { expectAgreement, near } from "../agreement.js";
import { judges, judgesOf } from "../json-schema-judges.js";
import { assertLaw } from "./packages.js";

export function jsonSchemaLaws(): void {
  const tally = { valid: 0, invalid: 0, "draft-2020-12": 0, "draft-07": 0, "openapi-3.0": 0 };

  test("the JSON Schemas judge as the validators do", async () => {
    await assertLaw(({ emitted }, [seed = 0]) => {
      const judge = judges();
      for (const { schemaValidator: validator, factory } of emitted.schemas) {
        if (validator === undefined) throw new Error("a JSON Schema that was not emitted");
        const by = judgesOf(validator, judge);
        for (const dialect of by.keys()) tally[dialect]++;
        const sample = factory === undefined ? {} : factory(undefined, { seed });
        for (const value of near(sample))
          tally[expectAgreement(validator, by, value) ? "valid" : "invalid"]++;
      }
    });
    // A law that is never put to the test proves nothing.
    expect(Math.min(tally.valid, tally.invalid)).toBeGreaterThan(1000);
    expect(Math.min(tally["draft-2020-12"], tally["draft-07"], tally["openapi-3.0"])).toBeGreaterThan(50);
  });
}

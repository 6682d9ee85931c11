import type { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeCases, embedCase } from "../conformance/embed.js";
import { isPresent, isRequired, readCases, suiteFiles } from "../conformance/suite.js";
import { specs, writeOracleSpec } from "../support/spec-arbitrary.js";
import { ajvOf, makeAjv } from "./ajv.js";
import { assertionsOf } from "./assertions.js";
import { evaluator } from "./evaluator.js";
import { junk } from "./junk.js";
import { runs } from "../support/runs.js";

const asserting = assertionsOf(makeAjv());

/** In the required files of the suite, formats are annotations (JSON Schema 2020-12 Validation, section 7.2.1). */
const annotating = assertionsOf(withoutFormats(makeAjv()));

function withoutFormats(ajv: Ajv2020): Ajv2020 {
  return ajv.removeKeyword("format").addKeyword("format");
}

/** The verdict; or that there is none, because references lead back to themselves without end. */
function verdict(judge: () => unknown): unknown {
  try {
    return judge();
  } catch (cause) {
    if (cause instanceof RangeError) return "endless";
    throw cause;
  }
}

test("the evaluator judges as ajv does where nothing is left unevaluated", () => {
  let compared = 0;
  const law = fc.property(specs, (spec) => {
    const document = writeOracleSpec(spec, "response") as {
      readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
    };
    const { schemas } = document.components;
    if (JSON.stringify(schemas).includes('"unevaluated')) return;
    const [ajv, evaluate] = [ajvOf(document), evaluator(document, asserting)];
    for (const [name, schema] of Object.entries(schemas)) {
      const check = verdict(() => ajv.compile({ $ref: `document#/components/schemas/${name}` }));
      for (const value of typeof check === "function" ? junk : []) {
        const [ours, theirs] = [() => evaluate(schema, value), () => (check as Check)(value)].map(verdict);
        // One may stop before it comes to what has no end, where the other goes on.
        if (ours === "endless" || theirs === "endless") continue;
        compared++;
        expect(ours, `${name} ${JSON.stringify(value)}`).toBe(theirs);
      }
    }
  });
  fc.assert(law, runs(80));
  expect(compared).toBeGreaterThan(5000);
});

type Check = (value: unknown) => unknown;

/** Of a vocabulary that a dialect leaves out, the judge knows nothing; it speaks OpenAPI's dialect only. */
const files = suiteFiles.filter((file) => isRequired(file) && file !== "vocabulary.json");

test.skipIf(!isPresent).each(files)(
  "the evaluator passes the suite of ../shared, which may be absent: %s",
  (file) => {
    const cases = readCases(file).map((each, i) => embedCase(each, file, i));
    const document = describeCases(cases);
    const { schemas } = document["components"] as { readonly schemas: Readonly<Record<string, unknown>> };
    const evaluate = evaluator(document, annotating);
    for (const { component, description, tests } of cases)
      for (const each of tests)
        expect(evaluate(schemas[component], each.data), `${description}: ${each.description}`).toBe(
          each.valid,
        );
  },
);

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { specs, writeOracleSpec } from "../support/spec-arbitrary.js";
import { ajvOf } from "./ajv.js";
import { evaluator } from "./evaluator.js";
import { junk } from "./junk.js";
import { referred } from "./pointer.js";
import { runs } from "./runs.js";

const evaluatorOf = (document: object): ReturnType<typeof evaluator> =>
  evaluator(ajvOf({}), (ref) => referred(document, ref));

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
    const [ajv, evaluate] = [ajvOf(document), evaluatorOf(document)];
    for (const [name, schema] of Object.entries(schemas)) {
      const check = verdict(() => ajv.compile({ $ref: `document#/components/schemas/${name}` }));
      for (const value of typeof check === "function" ? junk : []) {
        const [ours, theirs] = [() => evaluate(schema, value), () => (check as Check)(value)].map(verdict);
        // Ajv stops at the first branch that fits, and so comes to an end where there is none.
        if (ours === "endless") continue;
        compared++;
        expect(ours, `${name} ${JSON.stringify(value)}`).toBe(theirs);
      }
    }
  });
  fc.assert(law, runs(200));
  expect(compared).toBeGreaterThan(5000);
});

type Check = (value: unknown) => unknown;

interface Case {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const shared = process.env["SPECWRIGHT_SHARED"] ?? "../shared";
const suite = resolve(import.meta.dirname, "../..", shared, "json-schema-test-suite/draft2020-12");

test.skipIf(!existsSync(suite)).each(["unevaluatedItems", "unevaluatedProperties"])(
  `the evaluator passes the suite of ${shared}, which may be absent: %s`,
  (keyword) => {
    const cases = JSON.parse(readFileSync(join(suite, `${keyword}.json`), "utf8")) as readonly Case[];
    const plain = cases.filter(({ schema }) => !/"\$(dynamicRef|ref":"[^#])/.test(JSON.stringify(schema)));
    expect(plain.length).toBeGreaterThan(20);
    for (const { description, schema, tests } of plain) {
      const evaluate = evaluatorOf(schema as object);
      for (const each of tests)
        expect(evaluate(schema, each.data), `${description}: ${each.description}`).toBe(each.valid);
    }
  },
);

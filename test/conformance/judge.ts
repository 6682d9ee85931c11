/** Asks emitted validators about the values of cases. */
import { pascalCase } from "../../generator/model/names.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { type EmbeddedCase, dependsOn, describeCases } from "./embed.js";
import { type Formats, type Refusal, emitValidators } from "./emit-validators.js";
import type { Test } from "./suite.js";

/** What became of one test of the suite. */
export interface Verdict {
  readonly case: string;
  readonly test: string;
  /** What is wrong; absent: the validator says what the suite says. */
  readonly problem?: string;
}

/** The verdicts on cases that stand in one description as far as they can: one that fails does not fail the others. */
export async function judge(cases: readonly EmbeddedCase[], formats: Formats): Promise<readonly Verdict[]> {
  if (cases.length === 0) return [];
  try {
    const emission = await emitValidators(describeCases(cases), formats);
    if ("refusals" in emission) return await judgeOthers(cases, formats, emission.refusals);
    const { "validators/index": validators } = await loadPackage(emission.files, ["validators/index"]);
    return cases.flatMap((each) => ask(each, validators));
  } catch (cause) {
    return judgeHalves(cases, formats, cause as Error);
  }
}

/** Takes out the cases that the generator refuses. */
async function judgeOthers(
  cases: readonly EmbeddedCase[],
  formats: Formats,
  refusals: readonly Refusal[],
): Promise<readonly Verdict[]> {
  const others: EmbeddedCase[] = [];
  const refused: Verdict[] = [];
  for (const each of cases) {
    const reason = refusals.find(({ component }) => dependsOn(each, component));
    if (reason === undefined) others.push(each);
    else refused.push(...failAll(each, `refused: ${reason.code}: ${reason.detail}`));
  }
  if (refused.length === 0) throw new Error(`refused for no case: ${JSON.stringify(refusals)}`);
  return [...refused, ...(await judge(others, formats))];
}

/** An exception is a bug of the generator; halves find out which case meets it. */
async function judgeHalves(
  cases: readonly EmbeddedCase[],
  formats: Formats,
  cause: Error,
): Promise<readonly Verdict[]> {
  const half = Math.ceil(cases.length / 2);
  if (half === cases.length) return cases.flatMap((each) => failAll(each, `exception: ${cause.message}`));
  return [...(await judge(cases.slice(0, half), formats)), ...(await judge(cases.slice(half), formats))];
}

const failAll = (each: EmbeddedCase, problem: string): readonly Verdict[] =>
  each.tests.map((test) => ({ case: each.description, test: test.description, problem }));

function ask(each: EmbeddedCase, validators: Namespace): readonly Verdict[] {
  const validator = validators[pascalCase(each.component)] as Validator<unknown>;
  return each.tests.map((test) => {
    const problem = disagreement(validator, test);
    const verdict = { case: each.description, test: test.description };
    return problem === undefined ? verdict : { ...verdict, problem };
  });
}

function disagreement(validator: Validator<unknown>, { data, valid }: Test): string | undefined {
  try {
    if (validator.is(data) === valid) return undefined;
    return valid ? "valid, but refused" : "invalid, but accepted";
  } catch (cause) {
    return `exception: ${(cause as Error).message}`;
  }
}

/** Schemas that apply to the value itself (JSON Schema 2020-12 Core, section 10.2). */
import { type Fields, fail } from "./checks.js";
import { CausedIssue } from "./caused-issue.js";
import { Issue, lift, step } from "./issue.js";
import { own } from "./object-checks.js";
import type { Check, Seen } from "./validator.js";

/** `$ref`, and one member of `allOf`. */
export function apply(issues: Issue[], value: unknown, check: Check, place: string = "", seen?: Seen): void {
  const before = issues.length;
  check(value, issues, seen);
  if (issues.length > before) lift(issues, before, undefined, check.place ?? place);
}

/** `apply` of a check that has run; `before` counts the issues that were there before. */
export function applied(issues: Issue[], before: number, _: void, check: Check, place: string = ""): void {
  if (issues.length > before) lift(issues, before, undefined, check.place ?? place);
}

const addAll = (seen: Seen | undefined, more: Seen | undefined): void => {
  for (const key of more ?? []) seen?.add(key);
};

/** `anyOf`; `places` are those of its branches, where they are not the places of all. */
export function anyOf(
  issues: Issue[],
  value: unknown,
  checks: readonly Check[],
  seen?: Seen,
  places?: readonly string[],
): void {
  branches(issues, value, checks, "anyOf", seen, places);
}

/** `oneOf`; `places` as in `anyOf`. */
export function oneOf(
  issues: Issue[],
  value: unknown,
  checks: readonly Check[],
  seen?: Seen,
  places?: readonly string[],
): void {
  branches(issues, value, checks, "oneOf", seen, places);
}

function branches(
  issues: Issue[],
  value: unknown,
  checks: readonly Check[],
  code: "anyOf" | "oneOf",
  seen: Seen | undefined,
  places: readonly string[] | undefined,
): void {
  const outcomes: Outcome[] = [];
  let fitting = 0;
  for (const check of checks) {
    const judged = seen && unseen();
    const found: Issue[] = [];
    check(value, found, judged);
    outcomes.push(found);
    if (found.length > 0) continue;
    fitting++;
    addAll(seen, judged);
    if (seen === undefined && (code === "anyOf" || fitting > 1)) break;
  }
  if (fitting === 1 || (fitting > 0 && code === "anyOf")) return;
  if (fitting > 0) return void issues.push(new Issue(value, code, 1));
  const nearest = outcomes.reduce(nearer);
  const index = outcomes.indexOf(nearest);
  lift(nearest, 0, undefined, checks[index]?.place ?? places?.[index] ?? `/${code}/${index}`);
  issues.push(new CausedIssue(value, code, checks.length, nearest));
}

/** What a branch finds wrong. */
type Outcome = readonly Issue[];

/** The branch that the value was more likely meant for. */
function nearer(a: Outcome, b: Outcome): Outcome {
  const [ofA, ofB] = [distance(a), distance(b)];
  const differing = ofA.findIndex((each, i) => each !== ofB[i]);
  return (ofA[differing] ?? 0) > (ofB[differing] ?? 0) ? b : a;
}

/** First come branches whose tags the value has, then those that know its properties, then those that fit deeper. */
const distance = (issues: Outcome): readonly number[] => [
  issues.filter(isMistagged).length,
  issues.filter(({ code, path }) => code === "additionalProperties" && path.length === 1).length,
  -Math.min(...issues.map((each) => each.path.length)),
  issues.length,
];

/** Whether a property has another value than the only one that it may have. */
const isMistagged = ({ code, expected, path }: Issue): boolean =>
  path.length === 1 &&
  (code === "const" || (code === "enum" && (expected as readonly unknown[]).length === 1));

/** `not`. */
export function not(issues: Issue[], value: unknown, check: Check): void {
  const found: Issue[] = [];
  check(value, found);
  if (found.length === 0) fail(issues, undefined, value, "not");
}

/** `if`, `then` and `else`. */
export function conditional(
  issues: Issue[],
  value: unknown,
  condition: Check,
  then?: Check,
  otherwise?: Check,
  seen?: Seen,
): void {
  const judged = seen && unseen();
  const found: Issue[] = [];
  condition(value, found, judged);
  if (found.length > 0) {
    if (otherwise !== undefined) apply(issues, value, otherwise, "/else", seen);
    return;
  }
  addAll(seen, judged);
  if (then !== undefined) apply(issues, value, then, "/then", seen);
}

/** `dependentSchemas`: where the property is present, the schema applies. */
export function dependent(issues: Issue[], value: Fields, key: string, check: Check, seen?: Seen): void {
  if (own(value, key) !== undefined) apply(issues, value, check, `/dependentSchemas${step(key)}`, seen);
}

/** Nothing is judged yet. */
export function unseen(): Seen {
  return new Set();
}

/** What an inner schema has judged counts for the outer one as well. */
export function tell(outer: Seen | undefined, seen: Seen): void {
  addAll(outer, seen);
}

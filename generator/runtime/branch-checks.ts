/** Schemas that apply to the value itself (JSON Schema 2020-12 Core, section 10.2). */
import { type Fields, fail } from "./checks.js";
import { Issue, step } from "./issue.js";
import { own } from "./object-checks.js";
import type { Check, Seen } from "./validator.js";

/** `$ref`, and one member of `allOf`. */
export function apply(issues: Issue[], value: unknown, check: Check, place: string = "", seen?: Seen): void {
  const before = issues.length;
  check(value, issues, seen);
  for (let i = before; i < issues.length; i++) issues[i]?.within(undefined, check.place ?? place);
}

interface Outcome {
  readonly index: number;
  readonly issues: readonly Issue[];
  readonly seen: Seen | undefined;
}

function tried(value: unknown, check: Check, place: string, index: number, tracks: boolean): Outcome {
  const issues: Issue[] = [];
  const seen = tracks ? unseen() : undefined;
  apply(issues, value, check, place, seen);
  return { index, issues, seen };
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
  const failed: Outcome[] = [];
  let fitting = 0;
  for (const [i, check] of checks.entries()) {
    const outcome = tried(value, check, places?.[i] ?? `/${code}/${i}`, i, seen !== undefined);
    if (outcome.issues.length > 0) failed.push(outcome);
    else {
      fitting++;
      addAll(seen, outcome.seen);
      if (seen === undefined && (code === "anyOf" || fitting > 1)) break;
    }
  }
  if (fitting === 1 || (fitting > 0 && code === "anyOf")) return;
  const nearest = fitting === 0 ? failed.reduce(nearer, failed[0] as Outcome) : undefined;
  issues.push(new Issue(value, code, fitting === 0 ? checks.length : 1, nearest?.issues));
}

/** The branch that the value was more likely meant for. */
function nearer(a: Outcome, b: Outcome): Outcome {
  const [ofA, ofB] = [distance(a), distance(b)];
  const differing = ofA.findIndex((each, i) => each !== ofB[i]);
  return (ofA[differing] ?? 0) > (ofB[differing] ?? 0) ? b : a;
}

/** First come branches whose tags the value has, then those that know its properties, then those that fit deeper. */
const distance = ({ issues }: Outcome): readonly number[] => [
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
  then: Check | undefined,
  otherwise: Check | undefined,
  seen?: Seen,
): void {
  const outcome = tried(value, condition, "/if", 0, seen !== undefined);
  if (outcome.issues.length > 0) {
    if (otherwise !== undefined) apply(issues, value, otherwise, "/else", seen);
    return;
  }
  addAll(seen, outcome.seen);
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

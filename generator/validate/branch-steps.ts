/** The steps of schemas that apply to the same value: references, parts, alternatives, conditions. */
import {
  type Conditional,
  type JsonType,
  type Schema,
  hasRules,
  isNull,
  isPureRef,
} from "../model/schema.js";
import { shownTypes } from "../model/allowed-types.js";
import { type BranchGroup, groupsByType } from "./branch-groups.js";
import { call, literal } from "./calls.js";
import { passing } from "./passing.js";
import { type Place, below, checkArg, named, seenArg, step, typesArg, within } from "./place.js";
import type { Arg, Call, Step } from "./steps.js";

/** The schemas that apply to the same value. */
export function branchSteps(schema: Schema, outer: Place): readonly Step[] {
  const place = { ...outer, orNull: false };
  const { ref, allOf = [], not, conditional, discriminator } = schema;
  const seen = seenArg(place);
  const parts = allOf.flatMap((each, i) => {
    if (!isPureRef(each) && !hasRules(each)) return [];
    return step(
      call(
        "apply",
        checkArg(each, { ...place, hint: `${place.hint} part ${i + 1}`, at: each.pointer }),
        ...(isPureRef(each) && seen.length === 0 ? [] : [literal(below(schema, each))]),
        ...seen,
      ),
    );
  });
  const branch = (each: Schema | undefined, name: string): Arg =>
    each === undefined ? literal(undefined) : checkArg(each, within(place, place.tracks, name, name));
  return [
    ...(ref === undefined
      ? []
      : [step(call("apply", named(ref), ...(seen.length ? [literal("")] : []), ...seen))]),
    ...parts,
    ...(discriminator ? taggedSteps(schema, place) : alternatives(schema, outer)),
    ...(not === undefined ? [] : [step(call("not", checkArg(not, within(place, false, "not", "not"))))]),
    ...(conditional === undefined || (isIdle(conditional) && !place.tracks)
      ? []
      : [
          step(
            call(
              "conditional",
              branch(conditional.if, "if"),
              branch(conditional.then, "then"),
              branch(conditional.else, "else"),
              ...seen,
            ),
          ),
        ]),
  ];
}

/** A condition from which nothing follows: it only says which parts of the value are judged. */
const isIdle = ({ then, else: otherwise }: Conditional): boolean =>
  then === undefined && otherwise === undefined;

/** One of several schemas. Where their types tell them apart, only that of the value's type reports. */
function alternatives(schema: Schema, outer: Place): readonly Step[] {
  const place = { ...outer, orNull: false };
  return (["anyOf", "oneOf"] as const).flatMap((keyword): readonly Step[] => {
    const branches = schema[keyword];
    if (branches === undefined) return [];
    const groups = groupsByType(branches, place.table);
    if (groups.length < 2) return [step(choice(schema, keyword, branches, place))];
    const allowed = new Set(groups.flatMap(({ types }) => [...types]));
    return [
      {
        kind: "byType",
        cases: groups.map((each) => ({
          types: shownTypes(each.types).map((type) => (type === "integer" ? "number" : type)),
          call: groupCall(schema, keyword, each, place),
        })),
        otherwise: call("typed", typesArg(shownTypes(allowed), outer)),
      },
    ];
  });
}

type Keyword = "anyOf" | "oneOf";

/** What checks the branches of a group; undefined where all values of its types are valid. */
function groupCall(
  schema: Schema,
  keyword: Keyword,
  { types, branches }: BranchGroup,
  place: Place,
): Call | undefined {
  const [only, ...more] = branches;
  if (only === undefined || more.length > 0) return choice(schema, keyword, branches, place);
  const { types: passed, constants } = passing(only, place.table);
  const passes = (type: JsonType): boolean =>
    type === "null" ? constants.includes(null) : (passed as readonly JsonType[]).includes(type);
  if ([...types].every(passes)) return undefined;
  const check = checkArg(only, branchPlace(schema, keyword, only, place));
  const seen = seenArg(place);
  return call("apply", check, ...placeArg(schema, only, seen), ...seen);
}

/** The place of a branch within its schema; that of a named one is known. */
const placeArg = (schema: Schema, branch: Schema, seen: readonly Arg[]): readonly Arg[] =>
  isPureRef(branch) && seen.length === 0 ? [] : [literal(below(schema, branch))];

const branchPlace = (schema: Schema, keyword: Keyword, branch: Schema, place: Place): Place => ({
  ...place,
  hint: `${place.hint} option ${(schema[keyword]?.indexOf(branch) ?? 0) + 1}`,
  at: branch.pointer,
});

/** The call that tries branches one by one. */
function choice(schema: Schema, keyword: Keyword, branches: readonly Schema[], place: Place): Call {
  const checks = branches.map((each) => place.check(each, branchPlace(schema, keyword, each, place)));
  const places = branches.map((each) => below(schema, each));
  const all = places.every((each, i) => each === `/${keyword}/${i}`);
  const seen = all || place.tracks ? seenArg(place) : [literal(undefined)];
  return call(keyword, { kind: "checks", checks }, ...seen, ...(all ? [] : [literal(places)]));
}

/** The discriminating property chooses the branch, and only that branch reports. */
function taggedSteps(schema: Schema, place: Place): readonly Step[] {
  const { property, tags } = schema.discriminator as NonNullable<Schema["discriminator"]>;
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const branches = schema[keyword] ?? [];
  const cases = branches.flatMap((branch, i) => {
    if (isNull(branch)) return [];
    const check = checkArg(branch, branchPlace(schema, keyword, branch, place));
    const seen = seenArg(place);
    return [{ tags: tags[i] ?? [], call: call("apply", check, ...placeArg(schema, branch, seen), ...seen) }];
  });
  const values: Arg = { kind: "shared", value: tags.flat(), hint: `${place.hint} ${property} values` };
  return [
    ...(branches.some(isNull) ? [{ kind: "pass", constants: [null] } as const] : []),
    { kind: "object", orNull: branches.some(isNull) },
    { kind: "choose", property, cases, otherwise: call("tagged", values) },
  ];
}

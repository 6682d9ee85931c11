/** Works a schema out to the steps that check it. */
import { type Json, joinPointer } from "../json.js";
import {
  type Conditional,
  type JsonType,
  type ObjectRules,
  type Property,
  type Schema,
  type SchemaId,
  type SchemaTable,
  childSchemas,
  hasRules,
  isNull,
  isPureRef,
  jsonTypes,
} from "../model/schema.js";
import { call, convertedCalls, limit, literal, numberCalls, stringCalls } from "./calls.js";
import { shownTypes } from "./allowed-types.js";
import { type BranchGroup, groupsByType } from "./branch-groups.js";
import { exempt, hasCombinators, isOnlyEnum } from "./exempt.js";
import { type Passing, fewValues, passing } from "./passing.js";
import type { Arg, Body, Call, CheckRef, ContainerType, Step, Target } from "./steps.js";
import { asksForUnevaluated, trackedSchemas } from "../model/tracked.js";

interface Place {
  readonly table: SchemaTable;
  /** A name for what is declared for the schema. */
  readonly hint: string;
  /** Whether what is judged must be noted. */
  readonly tracks: boolean;
  /** Whether null was let pass before. */
  readonly orNull: boolean;
  /** The JSON Pointer under which the runtime reports what it finds. The schema stands there or deeper. */
  readonly at: string;
}

/** Gives the body of the function that checks a named schema. `hint` names what is declared outside of it. */
export function stepsOf(table: SchemaTable): (id: SchemaId, schema: Schema, hint: string) => Body {
  const tracked = trackedSchemas(table);
  return (id, schema, hint) =>
    bodyOf(schema, { table, hint, tracks: tracked.has(id), orNull: false, at: placeOf(schema, table) });
}

/** The JSON Pointer of what the body of a named schema checks: of the branch that is left, where constants pass. */
export const placeOf = (schema: Schema, table: SchemaTable): string => exempt(schema, table).schema.pointer;

function bodyOf(whole: Schema, place: Place): Body {
  const { tracks } = place;
  const { schema, constants } = exempt(whole, place.table);
  const asks = asksForUnevaluated(schema);
  const seen = asks ? (tracks ? "both" : "own") : tracks ? "given" : "none";
  const orNull = place.orNull || constants.includes(null);
  const steps = rootSteps(schema, { ...place, tracks: tracks || asks, orNull, at: schema.pointer });
  return { seen, steps: constants.length === 0 ? steps : [{ kind: "pass", constants }, ...steps] };
}

/** The steps that check the value itself. */
function rootSteps(schema: Schema, place: Place): readonly Step[] {
  if (schema.never) return [step(call("never"))];
  const simple = simpleCalls(schema, place);
  if (simple !== undefined) return guarded("value", simple);
  return [...ownSteps(schema, place), ...branchSteps(schema, place), ...unevaluatedSteps(schema, place)];
}

const step = (...calls: readonly Call[]): Step => ({ kind: "calls", target: "value", calls });

const guarded = (target: Target, calls: readonly Call[]): readonly Step[] =>
  calls.length === 0 ? [] : [{ kind: "calls", target, calls }];

function ownSteps(schema: Schema, place: Place): readonly Step[] {
  if (schema.enum !== undefined)
    return [step(listed(schema, schema.enum, place)), ...stepsByType(schema, place)];
  if (schema.types?.length === 1 && schema.types[0] === "object")
    return [{ kind: "object", orNull: place.orNull }, ...objectSteps(schema.object, place)];
  const types = schema.types === undefined ? [] : [step(call("typed", typesArg(schema.types, place)))];
  return [...types, ...stepsByType(schema, place)];
}

/** The types that an issue names. */
const typesArg = (types: readonly JsonType[], { orNull }: Place): Arg =>
  literal(orNull && !types.includes("null") ? [...types, "null"] : [...types]);

/** Each group of rules applies to values of its type only. */
function stepsByType(schema: Schema, place: Place): readonly Step[] {
  const { types = jsonTypes } = schema;
  const block = (
    type: ContainerType,
    allowed: readonly JsonType[],
    steps: readonly Step[],
  ): readonly Step[] =>
    steps.length > 0 && allowed.some((each) => types.includes(each)) ? [{ kind: "typed", type, steps }] : [];
  return [
    ...block("string", ["string"], guarded("value", stringCalls(schema.string, place.hint))),
    ...block("number", ["number", "integer"], guarded("value", numberCalls(schema.number))),
    ...block("array", ["array"], guarded("value", arrayCalls(schema, place))),
    ...block("object", ["object"], objectSteps(schema.object, place)),
  ];
}

/** The schemas that apply to the same value. */
function branchSteps(schema: Schema, outer: Place): readonly Step[] {
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

/** The place of a schema that stands within another one. */
const within = (
  { table, hint, at }: Place,
  tracks: boolean,
  name: string,
  ...steps: readonly (string | number)[]
): Place => ({
  table,
  hint: `${hint} ${name}`,
  tracks,
  orNull: false,
  at: joinPointer(at, ...steps),
});

/** The steps of the JSON Pointer from a schema to one within it. */
const below = (outer: Schema, inner: Schema): string => inner.pointer.slice(outer.pointer.length);

const named = (id: SchemaId): Arg => ({ kind: "check", check: { kind: "named", id } });
const seenArg = ({ tracks }: Place): readonly Arg[] => (tracks ? [{ kind: "seen" }] : []);
const checkArg = (schema: Schema, place: Place): Arg => ({ kind: "check", check: checkRef(schema, place) });

/** The function that checks a schema: that of a named one, or one of its own. */
function checkRef(schema: Schema, place: Place): CheckRef {
  return isPureRef(schema)
    ? { kind: "named", id: schema.ref }
    : { kind: "body", body: bodyAt(schema, place), hint: `${place.hint} check` };
}

/** The body of a schema without a name. What it checks may stand deeper than the place that reports it. */
function bodyAt(whole: Schema, place: Place): Body {
  const { schema, constants } = exempt(whole, place.table);
  if (schema.pointer === place.at || isPureRef(schema) || isFlat(schema)) return bodyOf(whole, place);
  const deeper = literal(schema.pointer.slice(place.at.length));
  const rest = step(
    call(
      "apply",
      checkArg(schema, { ...place, orNull: place.orNull || constants.includes(null), at: schema.pointer }),
      deeper,
      ...seenArg(place),
    ),
  );
  return {
    seen: place.tracks ? "given" : "none",
    steps: constants.length === 0 ? [rest] : [{ kind: "pass", constants }, rest],
  };
}

/** Whether nothing that is reported of a value speaks of a place within its schema. */
const isFlat = (schema: Schema): boolean =>
  childSchemas(schema).length === 0 && schema.object?.dependentRequired === undefined;

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
  const checks = branches.map((each) => checkRef(each, branchPlace(schema, keyword, each, place)));
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

function unevaluatedSteps({ array, object }: Schema, place: Place): readonly Step[] {
  const [items, properties] = [array?.unevaluatedItems, object?.unevaluatedProperties];
  const arg = (
    schema: Schema,
    name: "unevaluatedItem" | "unevaluatedProperty",
    keyword: "unevaluatedItems" | "unevaluatedProperties",
  ): Arg =>
    schema.never
      ? { kind: "check", check: { kind: "runtime", name } }
      : checkArg(schema, within(place, false, name, keyword));
  return [
    ...(items === undefined
      ? []
      : [
          typed(
            "array",
            call("unevaluatedItems", arg(items, "unevaluatedItem", "unevaluatedItems"), { kind: "seen" }),
          ),
        ]),
    ...(properties === undefined
      ? []
      : [
          typed(
            "object",
            call("unevaluatedProperties", arg(properties, "unevaluatedProperty", "unevaluatedProperties"), {
              kind: "seen",
            }),
          ),
        ]),
  ];
}

const typed = (type: ContainerType, each: Call): Step => ({ kind: "typed", type, steps: [step(each)] });

/** The calls that check a schema of one type (null beside it aside), or undefined where calls do not suffice. */
function simpleCalls(schema: Schema, place: Place): readonly Call[] | undefined {
  if (schema.never || asksForUnevaluated(schema)) return undefined;
  if (isPureRef(schema)) return place.tracks ? undefined : [call("apply", named(schema.ref))];
  if (hasCombinators(schema)) return undefined;
  if (schema.file) return [call("file")];
  if (schema.enum !== undefined) return isOnlyEnum(schema) ? [listed(schema, schema.enum, place)] : undefined;
  if (!hasRules(schema)) return [];
  const [type, ...more] = schema.types ?? [];
  if (type === undefined || more.length > 0) return undefined;
  const orNull: readonly Arg[] = place.orNull ? [{ kind: "orNull" }] : [];
  if (schema.converter !== undefined) return convertedCalls(schema, schema.converter, place.hint, orNull);
  switch (type) {
    case "null":
      return [call("nil")];
    case "boolean":
      return [call("boolean", ...orNull)];
    case "string": {
      const [first = call("text"), ...others] = stringCalls(schema.string, place.hint);
      return [call(first.name, ...first.args, ...orNull), ...others];
    }
    case "integer":
    case "number":
      return [call(type, ...orNull), ...numberCalls(schema.number)];
    case "array": {
      const rules = arrayCalls(schema, place);
      return rules.length === 0 || place.orNull ? [call("array", ...orNull), ...rules] : rules;
    }
    case "object":
      return schema.object === undefined ? [call("record", ...orNull)] : undefined;
  }
}

function listed(schema: Schema, values: readonly Json[], { hint }: Place): Call {
  const [only] = values;
  const nested = values.some((each) => typeof each === "object" && each !== null);
  if (schema.constant && only !== undefined)
    return call(
      nested ? "constantNested" : "constant",
      nested ? { kind: "shared", value: only, hint: `${hint} value` } : literal(only),
    );
  return call(nested ? "amongNested" : "among", { kind: "shared", value: values, hint: `${hint} values` });
}

function arrayCalls({ array }: Schema, place: Place): readonly Call[] {
  if (array === undefined) return [];
  const { prefixItems = [], items, minItems, maxItems, uniqueItems, contains } = array;
  const heads = prefixItems.map((each, i) =>
    checkRef(each, within(place, false, `item ${i + 1}`, "prefixItems", i)),
  );
  const seen = seenArg(place);
  const judges = items !== undefined && (hasRules(items) || place.tracks);
  return [
    ...(minItems === undefined && maxItems === undefined
      ? []
      : [call("counted", literal(minItems ?? 0), limit(maxItems))]),
    ...(heads.length === 0 ? [] : [call("tuple", { kind: "checks", checks: heads }, ...seen)]),
    ...(judges
      ? [
          call(
            "each",
            checkArg(items, within(place, false, "item", "items")),
            ...(heads.length === 0 && seen.length === 0 ? [] : [literal(heads.length)]),
            ...seen,
          ),
        ]
      : []),
    ...(contains === undefined
      ? []
      : [
          call(
            "contains",
            checkArg(contains.schema, within(place, false, "contained", "contains")),
            literal(contains.min),
            limit(contains.max),
            ...seen,
          ),
        ]),
    ...(uniqueItems ? [call("unique")] : []),
  ];
}

function objectSteps(object: ObjectRules | undefined, place: Place): readonly Step[] {
  if (object === undefined) return [];
  const { properties, propertyNames, minProperties, maxProperties } = object;
  const { dependentRequired = [], dependentSchemas = [] } = object;
  return [
    ...properties.flatMap((each) =>
      propertySteps(each, within(place, false, each.name, "properties", each.name)),
    ),
    ...othersSteps(object, place),
    ...(propertyNames === undefined
      ? []
      : [step(call("names", checkArg(propertyNames, within(place, false, "name", "propertyNames"))))]),
    ...(minProperties === undefined && maxProperties === undefined
      ? []
      : [step(call("populated", literal(minProperties ?? 0), limit(maxProperties)))]),
    ...dependentRequired.map(({ name, required }) =>
      step(call("together", literal(name), literal([...required]))),
    ),
    ...dependentSchemas.map(({ name, schema }) =>
      step(
        call(
          "dependent",
          literal(name),
          checkArg(schema, within(place, place.tracks, `with ${name}`, "dependentSchemas", name)),
          ...seenArg(place),
        ),
      ),
    ),
  ];
}

/** The rules for all properties but the declared ones; also notes the declared ones as judged. */
function othersSteps(object: ObjectRules, place: Place): readonly Step[] {
  const { properties, patternProperties, additionalProperties } = object;
  const declared = properties.filter((each) => !each.undeclared).map((each) => each.name);
  const speaks = additionalProperties !== undefined && (hasRules(additionalProperties) || place.tracks);
  const notes = place.tracks && declared.length > 0;
  if (patternProperties.length === 0 && !speaks && !notes) return [];
  const names: Arg = { kind: "names", names: declared, hint: `${place.hint} properties` };
  const rest: Arg = !speaks
    ? literal(undefined)
    : additionalProperties.never
      ? { kind: "check", check: { kind: "runtime", name: "unknownProperty" } }
      : checkArg(additionalProperties, within(place, false, "other", "additionalProperties"));
  const entries = patternProperties.map(({ pattern, schema }, i) => ({
    pattern,
    hint: `${place.hint} name ${i + 1} pattern`,
    check: checkRef(schema, within(place, false, `match ${i + 1}`, "patternProperties", pattern.source)),
  }));
  const patterns: readonly Arg[] =
    entries.length > 0 ? [{ kind: "patterns", entries }] : place.tracks ? [literal([])] : [];
  return [step(call("others", names, rest, ...patterns, ...seenArg(place)))];
}

/** Nothing is asked of an absent optional property, nor of a null that is allowed. */
function propertySteps(
  { name, required, schema: whole, undeclared }: Property,
  place: Place,
): readonly Step[] {
  const { schema, constants } = exempt(
    undeclared ? { pointer: place.at, annotations: {} } : whole,
    place.table,
  );
  const calls = propertyCalls(schema, { ...place, orNull: constants.includes(null) });
  const passed = calls[0]?.name === "nested" ? passing(schema, place.table) : directly(schema);
  const target = {
    name,
    optional: !required,
    ...passed,
    constants: [...new Set([...constants, ...passed.constants])],
  };
  return calls.length > 0 || !required ? guarded(target, calls) : guarded(target, [call("present")]);
}

/** What passes before a helper is called that asks for little else. */
const directly = (schema: Schema): Passing => ({ constants: fewValues(schema), types: [] });

function propertyCalls(schema: Schema, place: Place): readonly Call[] {
  const direct = !isPureRef(schema) && (schema.pointer === place.at || isFlat(schema));
  const simple = direct ? simpleCalls(schema, { ...place, at: schema.pointer }) : undefined;
  return simple ?? [call("nested", checkArg(schema, place))];
}

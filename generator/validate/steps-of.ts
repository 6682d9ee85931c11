/** Works a schema out to the steps that check it. */
import { referenceTo } from "../documents.js";
import {
  type JsonType,
  type Schema,
  type SchemaId,
  type SchemaTable,
  isPureRef,
  jsonTypes,
} from "../model/schema.js";
import { asksForUnevaluated, trackedSchemas } from "../model/tracked.js";
import { arrayCalls } from "./array-calls.js";
import { branchSteps } from "./branch-steps.js";
import { call, literal, numberCalls, stringCalls } from "./calls.js";
import { exempt } from "./exempt.js";
import { objectSteps } from "./object-steps.js";
import { type Place, checkArg, guarded, isFlat, seenArg, step, typesArg, within } from "./place.js";
import { listed, simpleCalls } from "./simple-calls.js";
import type { Arg, Body, Call, CheckRef, ContainerType, Step } from "./steps.js";

/** Gives the body of the function that checks a named schema. `hint` names what is declared outside of it. */
export type StepsOf = (id: SchemaId, schema: Schema, hint: string) => Body;

const known = new WeakMap<SchemaTable, StepsOf>();

/** One for each table, for all that print bodies or run them; each body is worked out once. */
export function stepsOf(table: SchemaTable): StepsOf {
  const steps = known.get(table) ?? stepsFor(table);
  known.set(table, steps);
  return steps;
}

function stepsFor(table: SchemaTable): StepsOf {
  const tracked = trackedSchemas(table);
  const bodies = new WeakMap<Schema, Map<string, Body>>();
  return (id, schema, hint) => {
    const tracks = tracked.has(id);
    const key = `${tracks} ${hint}`;
    const ofSchema = bodies.get(schema) ?? new Map<string, Body>();
    bodies.set(schema, ofSchema);
    const body =
      ofSchema.get(key) ??
      bodyOf(schema, {
        table,
        hint,
        tracks,
        orNull: false,
        at: exempt(schema, table).schema.pointer,
        check: checkRef,
      });
    ofSchema.set(key, body);
    return body;
  };
}

/** The JSON Pointer of what the body of a named schema checks: of the branch that is left, where constants pass. */
export const placeOf = (schema: Schema, table: SchemaTable): string =>
  referenceTo(exempt(schema, table).schema.pointer);

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

function ownSteps(schema: Schema, place: Place): readonly Step[] {
  if (schema.enum !== undefined)
    return [step(listed(schema, schema.enum, place)), ...stepsByType(schema, place)];
  if (schema.types?.length === 1 && schema.types[0] === "object")
    return [{ kind: "object", orNull: place.orNull }, ...objectSteps(schema.object, place)];
  const types = schema.types === undefined ? [] : [step(call("typed", typesArg(schema.types, place)))];
  return [...types, ...stepsByType(schema, place)];
}

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

/** The steps that check the properties of an object. */
import { type ObjectRules, type Property, type Schema, hasRules, isPureRef } from "../model/schema.js";
import { type Json, isArray } from "../json.js";
import { call, limit, literal } from "./calls.js";
import { exempt } from "./exempt.js";
import { type Passing, fewValues, passing } from "./passing.js";
import { type Place, checkArg, guarded, isFlat, seenArg, step, within } from "./place.js";
import { simpleCalls } from "./simple-calls.js";
import type { Arg, Call, Step } from "./steps.js";

export function objectSteps(object: ObjectRules | undefined, place: Place): readonly Step[] {
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
    check: place.check(schema, within(place, false, `match ${i + 1}`, "patternProperties", pattern.source)),
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
  const left = calls.map((each) => exhausted(each, target.constants));
  return calls.length > 0 || !required ? guarded(target, left) : guarded(target, [call("present")]);
}

/** Where all values of an `enum` have passed already, there is nothing left to ask. */
function exhausted(each: Call, passed: readonly Json[]): Call {
  const [values] = each.args;
  if (each.name !== "among" || values?.kind !== "shared" || !isArray(values.value)) return each;
  return values.value.every((value) => passed.includes(value)) ? call("fail", literal("enum"), values) : each;
}

/** What passes before a helper is called that asks for little else. */
const directly = (schema: Schema): Passing => ({ constants: fewValues(schema), types: [] });

function propertyCalls(schema: Schema, place: Place): readonly Call[] {
  const direct = !isPureRef(schema) && (schema.pointer === place.at || isFlat(schema));
  const simple = direct ? simpleCalls(schema, { ...place, at: schema.pointer }) : undefined;
  return simple ?? [call("nested", checkArg(schema, place))];
}

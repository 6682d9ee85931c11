/** Schemas that a few calls check, without a function of their own. */
import type { Json } from "../json.js";
import { type Schema, hasRules, isPureRef } from "../model/schema.js";
import { asksForUnevaluated } from "../model/tracked.js";
import { arrayCalls } from "./array-calls.js";
import { call, convertedCalls, literal, numberCalls, stringCalls } from "./calls.js";
import { hasCombinators, isOnlyEnum } from "./exempt.js";
import { type Place, named } from "./place.js";
import type { Arg, Call } from "./steps.js";

/** The calls that check a schema of one type (null beside it aside), or undefined where calls do not suffice. */
export function simpleCalls(schema: Schema, place: Place): readonly Call[] | undefined {
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

/** `enum` or `const`. */
export function listed(schema: Schema, values: readonly Json[], { hint }: Place): Call {
  const [only] = values;
  const nested = values.some((each) => typeof each === "object" && each !== null);
  if (schema.constant && only !== undefined)
    return call(
      nested ? "constantNested" : "constant",
      nested ? { kind: "shared", value: only, hint: `${hint} value` } : literal(only),
    );
  return call(nested ? "amongNested" : "among", { kind: "shared", value: values, hint: `${hint} values` });
}

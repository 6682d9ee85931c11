/** What a schema lets pass at a glance, so that its function need not be called: constants, and types as a whole. */
import { type Schema, type SchemaId, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { allowedTypes } from "../model/allowed-types.js";
import { answersByName } from "../model/named-answers.js";
import { stringCalls } from "./calls.js";
import { exempt, hasCombinators, isOnlyEnum, isPlain, mostConstants } from "./exempt.js";
import type { Constant, PassingType } from "./steps.js";

export interface Passing {
  readonly constants: readonly Constant[];
  /** All values of these types. */
  readonly types: readonly PassingType[];
}

/** What a schema lets pass, references followed, so that its function need not be called for it. */
export function passing(schema: Schema, table: SchemaTable): Passing {
  const types = passingTypes.filter((type) => acceptsAll(schema, type, table));
  const constants = constantsIn(schema, table, new Set()).filter(
    (each) => !types.some((type) => typeof each === type),
  );
  return { constants: constants.length > mostConstants + 1 ? [] : constants, types };
}

/** A short list of values is asked for in the line itself; the call then only words the issue. */
export function fewValues(schema: Schema): readonly Constant[] {
  const values = schema.enum ?? [];
  if (values.length > mostConstants + 1 || hasCombinators(schema) || !isOnlyEnum(schema)) return [];
  return values.every(isPlain) && values.filter((each) => each !== null).length <= mostConstants
    ? values
    : [];
}

const passingTypes: readonly PassingType[] = ["string", "boolean"];

function constantsIn(whole: Schema, table: SchemaTable, open: ReadonlySet<SchemaId>): readonly Constant[] {
  const { schema, constants } = exempt(whole, table);
  if (!isPureRef(schema)) return [...new Set([...constants, ...fewValues(schema)])];
  if (open.has(schema.ref)) return constants;
  const inner = constantsIn(named(table, schema.ref).schema, table, new Set([...open, schema.ref]));
  return [...new Set([...constants, ...inner])];
}

/** Within itself a schema is hard to tell. */
const namedAcceptsAll = {
  string: answersByName(false, (schema, table) => acceptsAll(schema, "string", table)),
  boolean: answersByName(false, (schema, table) => acceptsAll(schema, "boolean", table)),
} as const satisfies Record<PassingType, unknown>;

/** Whether every value of a type is valid. False where that is hard to tell. */
function acceptsAll(schema: Schema, type: PassingType, table: SchemaTable): boolean {
  const of = (each: Schema): boolean => acceptsAll(each, type, table);
  const { ref, types, enum: values, allOf = [], anyOf, oneOf } = schema;
  if (
    schema.never ||
    schema.converter !== undefined ||
    values !== undefined ||
    schema.not !== undefined ||
    schema.conditional !== undefined
  )
    return false;
  // A schema that names no types speaks of others, so this one is not what stands there.
  if (!(types ?? (hasCombinators(schema) ? [type] : [])).includes(type)) return false;
  if (type === "string" && stringCalls(schema.string, "").length > 0) return false;
  const others = oneOf?.filter((each) => allowedTypes(each, table).has(type)) ?? [];
  return (
    (ref === undefined || namedAcceptsAll[type](ref, table)) &&
    allOf.every(of) &&
    (anyOf === undefined || anyOf.some(of)) &&
    (oneOf === undefined || (others.length === 1 && others.every(of)))
  );
}

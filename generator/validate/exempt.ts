/** Values that a validator lets pass before it looks any further: null, the empty string, single constants. */
import type { Json } from "../json.js";
import { type Schema, type SchemaTable, hasRules, isNull } from "../model/schema.js";
import { allowedTypes } from "../model/allowed-types.js";
import type { Constant } from "./steps.js";

export interface Exempted {
  /** What holds for all other values. */
  readonly schema: Schema;
  /** The values that pass. */
  readonly constants: readonly Constant[];
}

/** Tells what single values satisfy from the rest: `type` with null, and branches that allow constants only. */
export function exempt(schema: Schema, table: SchemaTable): Exempted {
  const { types, enum: values } = schema;
  if (hasCombinators(schema)) return exemptBranches(schema, table);
  if (!types?.includes("null") || types.length === 1) return { schema, constants: [] };
  if (values !== undefined && !values.includes(null)) return { schema, constants: [] };
  if (schema.constant) return { schema, constants: [] };
  return { schema: { ...schema, types: types.filter((type) => type !== "null") }, constants: [null] };
}

/** Whether other schemas apply to the same value. */
export const hasCombinators = ({ ref, allOf, anyOf, oneOf, not, conditional }: Schema): boolean =>
  [ref, allOf, anyOf, oneOf, not, conditional].some((each) => each !== undefined);

/** More constants than this are clearer where they stand. */
export const mostConstants = 3;

function exemptBranches(schema: Schema, table: SchemaTable): Exempted {
  const keyword = schema.anyOf === undefined ? "oneOf" : "anyOf";
  const branches = schema[keyword];
  if (branches === undefined || hasRules(schema, keyword) || schema.discriminator !== undefined)
    return { schema, constants: [] };
  const single = branches.filter((each) => constantsOf(each, keyword) !== undefined);
  const rest = branches.filter((each) => !single.includes(each));
  const constants = [...new Set(single.flatMap((each) => constantsOf(each, keyword) ?? []))];
  // `oneOf` allows a value that fits one branch only, so null may pass only where no other branch takes it.
  const refuseNull = (): boolean => !rest.some((each) => allowedTypes(each, table).has("null"));
  const sound = keyword === "anyOf" || (single.length === 1 && refuseNull());
  if (!sound || rest.length === 0 || constants.length > mostConstants) return { schema, constants: [] };
  const [only, ...more] = rest;
  return {
    schema: only !== undefined && more.length === 0 ? only : { ...schema, [keyword]: rest },
    constants,
  };
}

/** The only values that a branch allows, when they are few and plain. */
function constantsOf(schema: Schema, keyword: "anyOf" | "oneOf"): Exempted["constants"] | undefined {
  if (isNull(schema)) return [null];
  if (keyword === "oneOf") return undefined;
  if (schema.enum !== undefined && !hasCombinators(schema)) {
    const plain = schema.enum.filter(isPlain);
    const bare = schema.string === undefined && schema.number === undefined;
    return bare && plain.length === schema.enum.length ? plain : undefined;
  }
  const { types, string = {} } = schema;
  const isEmptyText =
    types?.length === 1 && types[0] === "string" && Object.keys(string).join() === "maxLength";
  return isEmptyText && string.maxLength === 0 ? [""] : undefined;
}

export const isPlain = (value: Json): value is Constant => typeof value !== "object" || value === null;

/** Whether nothing but its list of values constrains a schema that has one. */
export const isOnlyEnum = ({ string, number, array, object }: Schema): boolean =>
  [string, number, array, object].every((each) => each === undefined);

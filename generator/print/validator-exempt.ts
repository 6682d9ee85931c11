/** Values that a validator lets pass before it looks any further: null, the empty string, single constants. */
import type { Json } from "../json.js";
import { type Code, code, join, literal } from "../code/code.js";
import { type Schema, hasRules, isNull } from "../model/schema.js";

export interface Exempted {
  /** What holds for all other values. */
  readonly schema: Schema;
  /** The values that pass. */
  readonly constants: readonly (string | number | boolean | null)[];
}

/** Takes out of a schema what single values satisfy: `type` with null, and branches that allow constants only. */
export function exempt(schema: Schema): Exempted {
  const { types, enum: values } = schema;
  if (hasCombinators(schema)) return exemptBranches(schema);
  if (!types?.includes("null") || types.length === 1) return { schema, constants: [] };
  if (values !== undefined && !values.includes(null)) return { schema, constants: [] };
  const rest = { ...schema, types: types.filter((type) => type !== "null") };
  return {
    schema: values === undefined ? rest : { ...rest, enum: values.filter((each) => each !== null) },
    constants: [null],
  };
}

const hasCombinators = ({ ref, allOf, anyOf, oneOf }: Schema): boolean =>
  [ref, allOf, anyOf, oneOf].some((each) => each !== undefined);

/** More constants than this are clearer where they stand. */
const most = 3;

function exemptBranches(schema: Schema): Exempted {
  const keyword = schema.anyOf === undefined ? "oneOf" : "anyOf";
  const branches = schema[keyword];
  if (branches === undefined || hasRules(schema, keyword) || schema.discriminator !== undefined)
    return { schema, constants: [] };
  const single = branches.filter((each) => constantsOf(each, keyword) !== undefined);
  const rest = branches.filter((each) => !single.includes(each));
  const constants = [...new Set(single.flatMap((each) => constantsOf(each, keyword) ?? []))];
  const sound = keyword === "anyOf" || (single.length === 1 && rest.every(refusesNull));
  if (!sound || rest.length === 0 || constants.length > most) return { schema, constants: [] };
  const [only, ...more] = rest;
  return {
    schema: only !== undefined && more.length === 0 ? only : { ...schema, [keyword]: rest },
    constants,
  };
}

/** `oneOf` allows a value that fits one branch only, so null may pass only where no other branch takes it. */
const refusesNull = (schema: Schema): boolean => schema.types?.includes("null") === false;

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

const isPlain = (value: Json): value is string | number | boolean | null =>
  typeof value !== "object" || value === null;

/** The test that a value is one of the constants. */
export function isConstant(value: Code, constants: Exempted["constants"]): Code {
  return join(
    constants.map((each) => code`${value} === ${literal(each)}`),
    " || ",
  );
}

/** The test that a property, just assigned to `x`, is there and is none of the constants; empty where it always is. */
export function isWorthChecking(
  assigned: Code,
  optional: boolean,
  constants: Exempted["constants"],
): Code | undefined {
  const nullable = constants.includes(null);
  const others = constants.filter((each) => each !== null).map((each) => code`x !== ${literal(each)}`);
  const first = optional
    ? nullable
      ? code`${assigned} != null`
      : code`${assigned} !== undefined`
    : nullable
      ? code`${assigned} !== null`
      : undefined;
  if (first !== undefined) return join([first, ...others], " && ");
  const [constant, ...rest] = constants.filter((each) => each !== null);
  return constant === undefined
    ? undefined
    : join(
        [code`${assigned} !== ${literal(constant)}`, ...others.slice(others.length - rest.length)],
        " && ",
      );
}

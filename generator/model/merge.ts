/** The schema that allows what two schemas both allow: `allOf` worked out, for printers that need one set of rules. */
import { sameJson } from "../json.js";
import {
  type ArrayRules,
  type JsonType,
  type NumberRules,
  type ObjectRules,
  type Property,
  type Schema,
  type StringRules,
  isOfType,
} from "./schema.js";

/** Why two schemas cannot be merged: no value fits both, or we cannot work out which do. */
export class Unmergeable extends Error {
  readonly impossible: boolean;

  constructor(message: string, impossible: boolean) {
    super(message);
    this.impossible = impossible;
  }
}

/** `a` and `b` at once. References must have been expanded; branches are left for the caller to choose from. */
export function merge(a: Schema, b: Schema): Schema {
  if (a.never || b.never) return { ...a, never: true };
  const types = both(a.types, b.types, mergeTypes);
  const values = both(a.enum, b.enum, (x, y) => x.filter((each) => y.some((other) => sameJson(each, other))));
  const allowed = values?.filter((each) => types === undefined || types.some((type) => isOfType(each, type)));
  if (types?.length === 0)
    throw new Unmergeable(`no type is both ${a.types?.join("/")} and ${b.types?.join("/")}`, true);
  if (allowed?.length === 0) throw new Unmergeable("the lists of allowed values share none", true);
  const object = both(a.object, b.object, mergeObjects);
  return {
    pointer: a.pointer,
    annotations: { ...b.annotations, ...a.annotations },
    ...(types && { types }),
    ...(allowed && { enum: allowed }),
    ...optional("string", both(a.string, b.string, mergeStrings)),
    ...optional("number", both(a.number, b.number, mergeNumbers)),
    ...optional("array", both(a.array, b.array, mergeArrays)),
    ...optional("object", object),
    ...optional("anyOf", onlyOne(a.anyOf, b.anyOf)),
    ...optional("oneOf", onlyOne(a.oneOf, b.oneOf)),
    ...optional("discriminator", a.discriminator ?? b.discriminator),
  };
}

function both<T>(a: T | undefined, b: T | undefined, merged: (a: T, b: T) => T): T | undefined {
  return a === undefined ? b : b === undefined ? a : merged(a, b);
}

const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T });

function onlyOne<T>(a: T | undefined, b: T | undefined): T | undefined {
  return both(a, b, () => {
    throw new Unmergeable("two lists of alternatives apply at once", false);
  });
}

function mergeTypes(a: readonly JsonType[], b: readonly JsonType[]): readonly JsonType[] {
  const shared = a.filter((type) => b.includes(type));
  const integer =
    (a.includes("integer") && b.includes("number")) || (a.includes("number") && b.includes("integer"));
  return integer ? [...shared, "integer"] : shared;
}

const higher = (a: number, b: number): number => Math.max(a, b);
const lower = (a: number, b: number): number => Math.min(a, b);

function mergeStrings(a: StringRules, b: StringRules): StringRules {
  const same =
    <T>(what: string) =>
    (x: T, y: T): T => {
      if (JSON.stringify(x) === JSON.stringify(y)) return x;
      throw new Unmergeable(`two different ${what} apply at once`, false);
    };
  return {
    ...optional("minLength", both(a.minLength, b.minLength, higher)),
    ...optional("maxLength", both(a.maxLength, b.maxLength, lower)),
    ...optional("pattern", both(a.pattern, b.pattern, same("patterns"))),
    ...optional("format", both(a.format, b.format, same("formats"))),
  };
}

function mergeNumbers(a: NumberRules, b: NumberRules): NumberRules {
  return {
    ...optional("minimum", both(a.minimum, b.minimum, higher)),
    ...optional("maximum", both(a.maximum, b.maximum, lower)),
    ...optional("exclusiveMinimum", both(a.exclusiveMinimum, b.exclusiveMinimum, higher)),
    ...optional("exclusiveMaximum", both(a.exclusiveMaximum, b.exclusiveMaximum, lower)),
    ...optional("multipleOf", both(a.multipleOf, b.multipleOf, commonMultiple)),
    ...optional("format", a.format ?? b.format),
  };
}

function commonMultiple(a: number, b: number): number {
  const larger = Math.max(a, b);
  if (Number.isInteger(larger / Math.min(a, b))) return larger;
  throw new Unmergeable("two different multipleOf apply at once", false);
}

function mergeArrays(a: ArrayRules, b: ArrayRules): ArrayRules {
  if (
    (a.prefixItems ?? b.prefixItems) !== undefined &&
    (a.items ?? a.prefixItems) &&
    (b.items ?? b.prefixItems)
  )
    throw new Unmergeable("two lists of prefixItems apply at once", false);
  return {
    ...optional("prefixItems", a.prefixItems ?? b.prefixItems),
    ...optional("items", both(a.items, b.items, mergeLater)),
    ...optional("minItems", both(a.minItems, b.minItems, higher)),
    ...optional("maxItems", both(a.maxItems, b.maxItems, lower)),
    ...optional("uniqueItems", a.uniqueItems ?? b.uniqueItems),
  };
}

/** Inner schemas may still hold references, so their merge is written down as an `allOf`. */
const mergeLater = (a: Schema, b: Schema): Schema => ({
  pointer: a.pointer,
  annotations: a.annotations,
  allOf: [a, b],
});

function mergeObjects(a: ObjectRules, b: ObjectRules): ObjectRules {
  const names = [...new Set([...a.properties, ...b.properties].map((each) => each.name))];
  return {
    properties: names.flatMap((name) => mergeProperty(name, a, b)),
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    ...optional("additionalProperties", both(a.additionalProperties, b.additionalProperties, mergeLater)),
    ...optional("propertyNames", both(a.propertyNames, b.propertyNames, mergeLater)),
    ...optional("minProperties", both(a.minProperties, b.minProperties, higher)),
    ...optional("maxProperties", both(a.maxProperties, b.maxProperties, lower)),
  };
}

/** A property that one side does not declare falls under that side's `additionalProperties`. */
function mergeProperty(name: string, a: ObjectRules, b: ObjectRules): readonly Property[] {
  const [mine, yours] = [a, b].map((each) => each.properties.find((property) => property.name === name));
  const required = mine?.required === true || yours?.required === true;
  const schemas = [mine?.schema ?? a.additionalProperties, yours?.schema ?? b.additionalProperties].filter(
    (each) => each !== undefined,
  );
  const [first, second] = schemas as [Schema, Schema?];
  if (schemas.some((each) => each.never)) {
    if (required) throw new Unmergeable(`the property ${name} is required and forbidden`, true);
    return [];
  }
  return [{ name, required, schema: second === undefined ? first : mergeLater(first, second) }];
}

/** The schema that allows what two schemas both allow: `allOf` worked out, for printers that need one set of rules. */
import { referenceTo } from "../documents.js";
import { sameJson } from "../json.js";
import {
  type ArrayRules,
  type JsonType,
  type NumberRules,
  type ObjectRules,
  type Property,
  type Schema,
  type StringRules,
  hasRules,
  isOfType,
} from "../model/schema.js";

/** Two schemas that no value fits both of: the two clauses that conflict, each with its place. */
export class Conflict extends Error {}

const conflict = (a: Schema, ruleOfA: string, b: Schema, ruleOfB: string): Conflict =>
  new Conflict(
    `${ruleOfA} (${referenceTo(a.pointer)}) and ${ruleOfB} (${referenceTo(b.pointer)}) exclude each other`,
  );

/**
 * `a` and `b` at once, as one set of rules to make samples by. Where two rules of a kind cannot be one (two patterns,
 * say), the first stands: samples are proved against the schemas themselves. References must have been followed;
 * what applies in place is left to the caller.
 */
export function merge(a: Schema, b: Schema): Schema {
  if (a.never || b.never)
    throw conflict(a, a.never ? "false" : "the rules", b, b.never ? "false" : "the rules");
  const types = both(a.types, b.types, mergeTypes);
  const values = both(a.enum, b.enum, (x, y) => x.filter((each) => y.some((other) => sameJson(each, other))));
  const allowed = values?.filter((each) => types === undefined || types.some((type) => isOfType(each, type)));
  if (types?.length === 0) throw conflict(a, `type ${a.types?.join("/")}`, b, `type ${b.types?.join("/")}`);
  if (b.enum?.length === 0) throw new Conflict("enum allows no value");
  if (allowed?.length === 0) throw conflict(a, "the values", b, "the values or types");
  const object = both(a.object, b.object, (x, y) => mergeObjects(x, y, a, b));
  return {
    pointer: hasRules(a) ? a.pointer : b.pointer,
    annotations: { ...b.annotations, ...a.annotations },
    ...(types && { types }),
    ...(allowed && { enum: allowed }),
    ...optional("string", both(a.string, b.string, mergeStrings)),
    ...optional("number", both(a.number, b.number, mergeNumbers)),
    ...optional("array", both(a.array, b.array, mergeArrays)),
    ...optional("object", object),
  };
}

function both<T>(a: T | undefined, b: T | undefined, merged: (a: T, b: T) => T): T | undefined {
  return a === undefined ? b : b === undefined ? a : merged(a, b);
}

const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T });

function mergeTypes(a: readonly JsonType[], b: readonly JsonType[]): readonly JsonType[] {
  const shared = a.filter((type) => b.includes(type));
  const integer =
    (a.includes("integer") && b.includes("number")) || (a.includes("number") && b.includes("integer"));
  return integer ? [...shared, "integer"] : shared;
}

const higher = (a: number, b: number): number => Math.max(a, b);
const lower = (a: number, b: number): number => Math.min(a, b);

function mergeStrings(a: StringRules, b: StringRules): StringRules {
  return {
    ...optional("minLength", both(a.minLength, b.minLength, higher)),
    ...optional("maxLength", both(a.maxLength, b.maxLength, lower)),
    ...optional("pattern", a.pattern ?? b.pattern),
    ...optional("format", a.format ?? b.format),
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

/** The least step that is a multiple of both, as far as whole multiples of the larger lead to it. */
function commonMultiple(a: number, b: number): number {
  const [large, small] = a > b ? [a, b] : [b, a];
  for (let times = 1; times <= 1000; times++)
    if (Number.isInteger((large * times) / small)) return large * times;
  return large;
}

function mergeArrays(a: ArrayRules, b: ArrayRules): ArrayRules {
  const length = Math.max(a.prefixItems?.length ?? 0, b.prefixItems?.length ?? 0);
  const prefixItems = Array.from({ length }, (_, i) => {
    const item = both(a.prefixItems?.[i] ?? a.items, b.prefixItems?.[i] ?? b.items, together);
    return item ?? anything(a.items?.pointer ?? "");
  });
  return {
    ...optional("prefixItems", length === 0 ? undefined : prefixItems),
    ...optional("items", both(a.items, b.items, together)),
    ...optional("minItems", both(a.minItems, b.minItems, higher)),
    ...optional("maxItems", both(a.maxItems, b.maxItems, lower)),
    ...optional("uniqueItems", a.uniqueItems ?? b.uniqueItems),
    ...optional("contains", a.contains ?? b.contains),
    ...optional("unevaluatedItems", a.unevaluatedItems ?? b.unevaluatedItems),
  };
}

const anything = (pointer: string): Schema => ({ pointer, annotations: {} });

/** Both schemas at once, written down as an `allOf`: they may still hold references. */
export const together = (a: Schema, b: Schema): Schema => ({
  pointer: a.pointer,
  annotations: a.annotations,
  allOf: [a, b],
});

function mergeObjects(a: ObjectRules, b: ObjectRules, inA: Schema, inB: Schema): ObjectRules {
  const names = [...new Set([...a.properties, ...b.properties].map((each) => each.name))];
  return {
    properties: names.flatMap((name) => mergeProperty(name, a, b, inA, inB)),
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    ...optional("additionalProperties", both(a.additionalProperties, b.additionalProperties, together)),
    ...optional("propertyNames", both(a.propertyNames, b.propertyNames, together)),
    ...optional("minProperties", both(a.minProperties, b.minProperties, higher)),
    ...optional("maxProperties", both(a.maxProperties, b.maxProperties, lower)),
    ...optional(
      "dependentRequired",
      both(a.dependentRequired, b.dependentRequired, (x, y) => [...x, ...y]),
    ),
    ...optional("unevaluatedProperties", a.unevaluatedProperties ?? b.unevaluatedProperties),
  };
}

/** A property that one side does not declare falls under that side's rules for others. */
function mergeProperty(
  name: string,
  a: ObjectRules,
  b: ObjectRules,
  inA: Schema,
  inB: Schema,
): readonly Property[] {
  const [mine, yours] = [a, b].map((each) => each.properties.find((property) => property.name === name));
  const required = mine?.required === true || yours?.required === true;
  const schema = both(
    mine === undefined || mine.undeclared ? otherRule(a, name) : mine.schema,
    yours === undefined || yours.undeclared ? otherRule(b, name) : yours.schema,
    together,
  );
  if (schema !== undefined && [schema, ...(schema.allOf ?? [])].some((each) => each.never)) {
    if (!required) return [];
    throw conflict(inA, `the rules for ${name}`, inB, "its being required or forbidden");
  }
  const undeclared = (mine ?? yours)?.undeclared === true && schema === undefined;
  return [
    {
      name,
      required,
      schema: schema ?? (mine ?? yours)?.schema ?? anything(inA.pointer),
      ...(undeclared ? { undeclared: true as const } : {}),
    },
  ];
}

/** What `patternProperties` and `additionalProperties` say of a property. */
export function otherRule(
  { patternProperties, additionalProperties }: ObjectRules,
  name: string,
): Schema | undefined {
  const matching = patternProperties.filter(({ pattern }) =>
    new RegExp(pattern.source, pattern.flags).test(name),
  );
  if (matching.length === 0) return additionalProperties;
  return matching.map((each) => each.schema).reduce(together);
}

/** The schemas that speak of a value or of its parts, as far as the value has them. */
import type { Json } from "../json.js";
import { isObject } from "../json.js";
import type { ObjectRules, Schema } from "../model/schema.js";
import type { Path } from "./case.js";
import { without } from "./without.js";

export interface Part {
  readonly schema: Schema;
  /** From the value to what it speaks of; empty: the value itself. */
  readonly step: Path;
  /** The schemas that speak of the value beside this one, where it speaks of the value itself. */
  readonly beside: readonly Schema[];
  /** Whether the part must differ from its neighbours. */
  readonly distinct: boolean;
}

export const partsOf = (schema: Schema, value: Json | undefined): readonly Part[] => [
  ...inPlace(schema),
  ...itemsOf(schema),
  ...membersOf(schema, value),
];

function inPlace(schema: Schema): readonly Part[] {
  const { pointer, ref, allOf = [], conditional, object } = schema;
  const bare = (rules: Omit<Schema, "pointer" | "annotations">): Schema => ({
    pointer,
    annotations: {},
    ...rules,
  });
  const withoutRef = without(schema, "ref");
  const withoutCondition = without(schema, "conditional");
  const part = (each: Schema, ...beside: readonly Schema[]): Part => ({
    schema: each,
    step: [],
    beside,
    distinct: false,
  });
  return [
    ...(ref === undefined ? [] : [part(bare({ ref }), withoutRef)]),
    ...allOf.map((each, i) => part(each, { ...schema, allOf: allOf.filter((_, other) => other !== i) })),
    ...(conditional?.then === undefined ? [] : [part(conditional.then, withoutCondition, conditional.if)]),
    ...(conditional?.else === undefined
      ? []
      : [part(conditional.else, withoutCondition, bare({ not: conditional.if }))]),
    ...(object?.dependentSchemas?.map((each) => part(each.schema, withoutSchemasOf(schema, object))) ?? []),
  ];
}

const withoutSchemasOf = (schema: Schema, object: ObjectRules): Schema => ({
  ...schema,
  object: without(object, "dependentSchemas"),
});

function itemsOf({ array }: Schema): readonly Part[] {
  const { prefixItems = [], items, uniqueItems } = array ?? {};
  const part = (each: Schema, i: number): Part => ({
    schema: each,
    step: [i],
    beside: [],
    distinct: uniqueItems === true,
  });
  return [...prefixItems.map(part), ...(items === undefined ? [] : [part(items, prefixItems.length)])];
}

/** Declared properties, and one of the others for each schema that speaks of those. */
function membersOf({ object }: Schema, value: Json | undefined): readonly Part[] {
  if (object === undefined) return [];
  const part = (schema: Schema, name: string): Part => ({
    schema,
    step: [name],
    beside: [],
    distinct: false,
  });
  const declared = new Set(object.properties.map((each) => each.name));
  const others = isObject(value) ? Object.keys(value).filter((name) => !declared.has(name)) : [];
  const rest = object.patternProperties.flatMap(({ pattern, schema }) => {
    const matching = new RegExp(pattern.source, pattern.flags);
    return others
      .filter((name) => matching.test(name))
      .slice(0, 1)
      .map((name) => part(schema, name));
  });
  const { additionalProperties } = object;
  const [other] = additionalProperties === undefined ? [] : others;
  return [
    ...object.properties.map((each) => part(each.schema, each.name)),
    ...rest,
    ...(additionalProperties === undefined || other === undefined ? [] : [part(additionalProperties, other)]),
  ];
}

/** Whether what is wrong with a part of a value is wrong with the value, and nothing else is. */
export function isTransparent({
  ref,
  allOf,
  anyOf,
  oneOf,
  not,
  conditional,
  array,
  object,
  types,
}: Schema): boolean {
  return (
    [ref, allOf, anyOf, oneOf, not, conditional, array?.contains, array?.unevaluatedItems].every(isAbsent) &&
    [object?.unevaluatedProperties, object?.dependentSchemas, array?.uniqueItems].every(isAbsent) &&
    (object?.patternProperties.length ?? 0) === 0 &&
    types !== undefined
  );
}

export const isAbsent = (value: unknown): boolean => value === undefined;

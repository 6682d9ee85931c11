/** For each rule of a schema, what the values are like that break it and keep all others. */
import type { Json } from "../json.js";
import {
  type ArrayRules,
  type JsonType,
  type NumberRules,
  type ObjectRules,
  type Schema,
  type StringRules,
  isOfType,
  jsonTypes,
} from "../model/schema.js";
import type { Likeness } from "./case.js";

export function* opposites(schema: Schema): Iterable<Likeness> {
  const { enum: values, constant, not, anyOf, oneOf, string, number, array, object, ...rest } = schema;
  if (values !== undefined) {
    const types = schema.types ?? typesOf(values);
    const { enum: _, constant: __, ...others } = schema;
    yield {
      label: constant ? "const" : "enum",
      schema: refusing({ ...others, types }, only(schema, { enum: values })),
    };
  }
  if (string !== undefined) yield* ofString(schema, string);
  if (number !== undefined) yield* ofNumber(schema, number);
  if (array !== undefined) yield* ofArray(schema, array);
  if (object !== undefined) yield* ofObject(schema, object);
  const kept = { ...rest, ...present({ enum: values, string, number, array, object }) };
  if (not !== undefined)
    yield { label: "not", schema: keeping({ ...kept, ...present({ anyOf, oneOf }) }, not) };
  if (anyOf !== undefined)
    yield { label: "anyOf", schema: anyOf.reduce(refusing, { ...kept, ...present({ not, oneOf }) }) };
  if (oneOf !== undefined) {
    const base: Schema = { ...kept, ...present({ not, anyOf }) };
    yield { label: "oneOf", schema: oneOf.reduce(refusing, base) };
    for (const [i, one] of oneOf.slice(0, 4).entries())
      for (const other of oneOf.slice(i + 1, 4)) yield { label: "oneOf", schema: keeping(base, one, other) };
  }
}

const typesOf = (values: readonly Json[]): readonly JsonType[] =>
  jsonTypes.filter((type) => type !== "integer" && values.some((each) => isOfType(each, type)));

const only = ({ pointer }: Schema, rules: Omit<Schema, "pointer" | "annotations">): Schema => ({
  pointer,
  annotations: {},
  ...rules,
});

/** The schema, whose values must be valid for more schemas. */
export const keeping = (schema: Schema, ...more: readonly Schema[]): Schema =>
  more.length === 0 ? schema : { ...schema, allOf: [...(schema.allOf ?? []), ...more] };

/** The schema, whose values must not be valid for another one. */
export const refusing = (schema: Schema, other: Schema): Schema =>
  keeping(schema, { pointer: schema.pointer, not: other, annotations: {} });

/** The members that are there. */
function present<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function* ofString(schema: Schema, rules: StringRules): Iterable<Likeness> {
  const { minLength, maxLength, pattern, format, ...rest } = rules;
  const all = present({ minLength, maxLength, pattern, format });
  const having = (string: StringRules): Schema => ({
    ...schema,
    types: ["string"],
    string: { ...rest, ...string },
  });
  if (minLength !== undefined && minLength > 0) {
    yield { label: "minLength", schema: having({ ...omit(all, "minLength"), maxLength: minLength - 1 }) };
  }
  if (maxLength !== undefined)
    yield { label: "maxLength", schema: having({ ...omit(all, "maxLength"), minLength: maxLength + 1 }) };
  if (pattern !== undefined)
    yield {
      label: "pattern",
      schema: refusing(having(omit(all, "pattern")), only(schema, { string: { pattern } })),
    };
  if (format !== undefined)
    yield {
      label: "format",
      schema: refusing(having(omit(all, "format")), only(schema, { string: { format } })),
    };
}

function omit<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole;
  return rest;
}

function* ofNumber(schema: Schema, rules: NumberRules): Iterable<Likeness> {
  const types = schema.types ?? ["number" as const];
  const having = (number: NumberRules): Schema => ({ ...schema, types, number });
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = rules;
  if (minimum !== undefined)
    yield { label: "minimum", schema: having({ ...omit(rules, "minimum"), exclusiveMaximum: minimum }) };
  if (maximum !== undefined)
    yield { label: "maximum", schema: having({ ...omit(rules, "maximum"), exclusiveMinimum: maximum }) };
  if (exclusiveMinimum !== undefined)
    yield {
      label: "exclusiveMinimum",
      schema: having({ ...omit(rules, "exclusiveMinimum"), maximum: exclusiveMinimum }),
    };
  if (exclusiveMaximum !== undefined)
    yield {
      label: "exclusiveMaximum",
      schema: having({ ...omit(rules, "exclusiveMaximum"), minimum: exclusiveMaximum }),
    };
  if (multipleOf !== undefined)
    yield {
      label: "multipleOf",
      schema: refusing(having(omit(rules, "multipleOf")), only(schema, { number: { multipleOf } })),
    };
}

/** Longer lists make no fixture that anyone would read. */
const most = 100;

function* ofArray(schema: Schema, rules: ArrayRules): Iterable<Likeness> {
  const { minItems = 0, maxItems, uniqueItems, contains, prefixItems = [] } = rules;
  const having = (array: ArrayRules): Schema => ({ ...schema, types: ["array"], array });
  if (minItems > 0)
    yield { label: "minItems", schema: having({ ...omit(rules, "minItems"), maxItems: minItems - 1 }) };
  if (maxItems !== undefined && maxItems < most)
    yield { label: "maxItems", schema: having({ ...omit(rules, "maxItems"), minItems: maxItems + 1 }) };
  if (uniqueItems)
    yield {
      label: "uniqueItems",
      schema: refusing(
        having({ ...omit(rules, "uniqueItems"), minItems: Math.max(minItems, 2) }),
        only(schema, { array: { uniqueItems } }),
      ),
    };
  if (contains !== undefined) {
    const rest = omit(rules, "contains");
    const label = contains.min === 1 ? "contains" : "minContains";
    const without = only(schema, { not: contains.schema });
    if (contains.min > 0)
      yield {
        label,
        schema: having({
          ...rest,
          items: rest.items === undefined ? without : keeping(rest.items, without),
        }),
      };
    if (contains.min > 1)
      yield {
        label,
        schema: having({
          ...rest,
          contains: { schema: contains.schema, min: contains.min - 1, max: contains.min - 1 },
        }),
      };
    if (contains.max !== undefined && contains.max < most)
      yield {
        label: "maxContains",
        schema: having({ ...rest, contains: { schema: contains.schema, min: contains.max + 1 } }),
      };
  }
  const longer = Math.max(minItems, prefixItems.length + 1);
  if (rules.items?.never)
    yield {
      label: "never",
      schema: having({ ...omit(rules, "items"), minItems: longer }),
      shows: [prefixItems.length],
    };
  if (rules.unevaluatedItems?.never)
    yield {
      label: "unevaluatedItems",
      schema: having({ ...omit(rules, "unevaluatedItems"), minItems: longer }),
    };
}

function* ofObject(schema: Schema, rules: ObjectRules): Iterable<Likeness> {
  const having = (object: ObjectRules): Schema => ({ ...schema, types: ["object"], object });
  const { properties, minProperties = 0, maxProperties, propertyNames } = rules;
  const forbidden: Schema = only(schema, { never: true });
  const required = properties.filter((each) => each.required);
  for (const { name } of required)
    yield {
      label: "required",
      schema: having({
        ...rules,
        properties: properties.map((each) =>
          each.name === name ? { name, required: false, schema: forbidden } : each,
        ),
      }),
      shows: [name],
    };
  if (minProperties > 0)
    yield {
      label: "minProperties",
      schema: having({ ...omit(rules, "minProperties"), maxProperties: minProperties - 1 }),
    };
  if (maxProperties !== undefined && maxProperties < most)
    yield {
      label: "maxProperties",
      schema: having({ ...omit(rules, "maxProperties"), minProperties: maxProperties + 1 }),
    };
  if (propertyNames !== undefined)
    yield {
      label: "propertyNames",
      schema: having({
        ...omit(rules, "propertyNames"),
        properties: required,
        minProperties: required.length + 1,
        propertyNames: refusing(only(schema, { types: ["string"] }), propertyNames),
      }),
    };
  for (const label of ["additionalProperties", "unevaluatedProperties"] as const)
    if (rules[label]?.never)
      yield {
        label,
        schema: having({
          ...omit(rules, label),
          properties: properties.map((each) => (each.required ? each : { ...each, schema: forbidden })),
          patternProperties: rules.patternProperties.map((each) => ({ ...each, schema: forbidden })),
          minProperties: required.length + 1,
        }),
      };
  for (const { name: trigger, required: names } of rules.dependentRequired ?? [])
    for (const name of names) {
      const { schema: shown } = properties.find((each) => each.name === trigger) ?? {
        schema: only(schema, {}),
      };
      yield {
        label: "dependentRequired",
        schema: having({
          ...rules,
          properties: [
            ...properties.filter((each) => each.name !== trigger && each.name !== name),
            { name: trigger, required: true, schema: shown },
            { name, required: false, schema: forbidden },
          ],
          dependentRequired: (rules.dependentRequired ?? []).map((each) =>
            each.name === trigger
              ? { ...each, required: each.required.filter((other) => other !== name) }
              : each,
          ),
        }),
        shows: [name],
      };
    }
}

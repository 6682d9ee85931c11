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
import { present } from "../model/present.js";
import type { Likeness } from "./case.js";
import { without } from "./without.js";

export function* opposites(schema: Schema): Iterable<Likeness> {
  const { enum: values, constant, not, anyOf, oneOf, string, number, array, object, ...rest } = schema;
  if (values !== undefined) {
    const types = schema.types ?? typesOf(values);
    yield {
      label: constant ? "const" : "enum",
      schema: refusing({ ...without(schema, "enum", "constant"), types }, only(schema, { enum: values })),
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

function* ofString(schema: Schema, rules: StringRules): Iterable<Likeness> {
  const { minLength, maxLength, pattern, format, ...rest } = rules;
  const all = present({ minLength, maxLength, pattern, format });
  const having = (string: StringRules): Schema => ({
    ...schema,
    types: ["string"],
    string: { ...rest, ...string },
  });
  if (minLength !== undefined && minLength > 0) {
    yield { label: "minLength", schema: having({ ...without(all, "minLength"), maxLength: minLength - 1 }) };
  }
  if (maxLength !== undefined)
    yield { label: "maxLength", schema: having({ ...without(all, "maxLength"), minLength: maxLength + 1 }) };
  if (pattern !== undefined)
    yield {
      label: "pattern",
      schema: refusing(having(without(all, "pattern")), only(schema, { string: { pattern } })),
    };
  if (format !== undefined)
    yield {
      label: "format",
      schema: refusing(having(without(all, "format")), only(schema, { string: { format } })),
    };
}

function* ofNumber(schema: Schema, rules: NumberRules): Iterable<Likeness> {
  const types = schema.types ?? ["number" as const];
  const having = (number: NumberRules): Schema => ({ ...schema, types, number });
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = rules;
  if (minimum !== undefined)
    yield { label: "minimum", schema: having({ ...without(rules, "minimum"), exclusiveMaximum: minimum }) };
  if (maximum !== undefined)
    yield { label: "maximum", schema: having({ ...without(rules, "maximum"), exclusiveMinimum: maximum }) };
  if (exclusiveMinimum !== undefined)
    yield {
      label: "exclusiveMinimum",
      schema: having({ ...without(rules, "exclusiveMinimum"), maximum: exclusiveMinimum }),
    };
  if (exclusiveMaximum !== undefined)
    yield {
      label: "exclusiveMaximum",
      schema: having({ ...without(rules, "exclusiveMaximum"), minimum: exclusiveMaximum }),
    };
  if (multipleOf !== undefined)
    yield {
      label: "multipleOf",
      schema: refusing(having(without(rules, "multipleOf")), only(schema, { number: { multipleOf } })),
    };
}

/** Longer lists make no fixture that anyone would read. */
const most = 100;

function* ofArray(schema: Schema, rules: ArrayRules): Iterable<Likeness> {
  const { minItems = 0, maxItems, uniqueItems, contains, prefixItems = [] } = rules;
  const having = (array: ArrayRules): Schema => ({ ...schema, types: ["array"], array });
  if (minItems > 0)
    yield { label: "minItems", schema: having({ ...without(rules, "minItems"), maxItems: minItems - 1 }) };
  if (maxItems !== undefined && maxItems < most)
    yield { label: "maxItems", schema: having({ ...without(rules, "maxItems"), minItems: maxItems + 1 }) };
  if (uniqueItems)
    yield {
      label: "uniqueItems",
      schema: refusing(
        having({ ...without(rules, "uniqueItems"), minItems: Math.max(minItems, 2) }),
        only(schema, { array: { uniqueItems } }),
      ),
    };
  if (contains !== undefined) {
    const rest = without(rules, "contains");
    const label = contains.min === 1 ? "contains" : "minContains";
    const others = only(schema, { not: contains.schema });
    if (contains.min > 0)
      yield {
        label,
        schema: having({
          ...rest,
          items: rest.items === undefined ? others : keeping(rest.items, others),
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
      schema: having({ ...without(rules, "items"), minItems: longer }),
      shows: [prefixItems.length],
    };
  if (rules.unevaluatedItems?.never)
    yield {
      label: "unevaluatedItems",
      schema: having({ ...without(rules, "unevaluatedItems"), minItems: longer }),
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
      schema: having({ ...without(rules, "minProperties"), maxProperties: minProperties - 1 }),
    };
  if (maxProperties !== undefined && maxProperties < most)
    yield {
      label: "maxProperties",
      schema: having({ ...without(rules, "maxProperties"), minProperties: maxProperties + 1 }),
    };
  if (propertyNames !== undefined)
    yield {
      label: "propertyNames",
      schema: having({
        ...without(rules, "propertyNames"),
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
          ...without(rules, label),
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

/** Changes a schema and all schemas inside it. */
import type { ArrayRules, ObjectRules, Schema } from "./schema.js";

/** A copy in which each schema is what `change` makes of it, those inside first; references are not followed. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const map = (each: Schema): Schema => mapSchema(each, change);
  const { allOf, anyOf, oneOf, not, conditional, array, object } = schema;
  return change({
    ...schema,
    ...(allOf && { allOf: allOf.map(map) }),
    ...(anyOf && { anyOf: anyOf.map(map) }),
    ...(oneOf && { oneOf: oneOf.map(map) }),
    ...(not && { not: map(not) }),
    ...(conditional && {
      conditional: {
        if: map(conditional.if),
        ...(conditional.then && { then: map(conditional.then) }),
        ...(conditional.else && { else: map(conditional.else) }),
      },
    }),
    ...(array && { array: mapArray(array, map) }),
    ...(object && { object: mapObject(object, map) }),
  });
}

function mapArray(rules: ArrayRules, map: (schema: Schema) => Schema): ArrayRules {
  const { prefixItems, items, contains, unevaluatedItems } = rules;
  return {
    ...rules,
    ...(prefixItems && { prefixItems: prefixItems.map(map) }),
    ...(items && { items: map(items) }),
    ...(contains && { contains: { ...contains, schema: map(contains.schema) } }),
    ...(unevaluatedItems && { unevaluatedItems: map(unevaluatedItems) }),
  };
}

function mapObject(rules: ObjectRules, map: (schema: Schema) => Schema): ObjectRules {
  const { additionalProperties, propertyNames, dependentSchemas, unevaluatedProperties } = rules;
  return {
    ...rules,
    properties: rules.properties.map((each) => ({ ...each, schema: map(each.schema) })),
    patternProperties: rules.patternProperties.map((each) => ({ ...each, schema: map(each.schema) })),
    ...(additionalProperties && { additionalProperties: map(additionalProperties) }),
    ...(propertyNames && { propertyNames: map(propertyNames) }),
    ...(dependentSchemas && {
      dependentSchemas: dependentSchemas.map((each) => ({ ...each, schema: map(each.schema) })),
    }),
    ...(unevaluatedProperties && { unevaluatedProperties: map(unevaluatedProperties) }),
  };
}

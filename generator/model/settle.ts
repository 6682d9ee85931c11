/** Gives properties that a part of a schema only requires the schema that another part declares for them. */
import { type Property, type Schema, type SchemaTable, hasRules, named } from "./schema.js";

type Lookup = (name: string) => Schema | undefined;

const nothing: Lookup = () => undefined;

/**
 * In `{ properties: { a }, anyOf: [{ required: [a] }, …] }` the branch says of `a` only that it is there; what it is
 * stands beside the branch. Types that say both are the ones that users need.
 */
export function settle(schema: Schema, table: SchemaTable, around: Lookup = nothing): Schema {
  const known: Lookup = (name) => declaredIn(schema, name, table, 0) ?? around(name);
  const inside = (each: Schema): Schema => settle(each, table);
  const parts = (list: readonly Schema[]): readonly Schema[] =>
    list.map((each) => settle(each, table, known));
  const { allOf, anyOf, oneOf, array, object } = schema;
  return {
    ...schema,
    ...(allOf && { allOf: parts(allOf) }),
    ...(anyOf && { anyOf: parts(anyOf) }),
    ...(oneOf && { oneOf: parts(oneOf) }),
    ...(array && {
      array: {
        ...array,
        ...(array.items && { items: inside(array.items) }),
        ...(array.prefixItems && { prefixItems: array.prefixItems.map(inside) }),
      },
    }),
    ...(object && {
      object: {
        ...object,
        properties: object.properties.map((each) => settleProperty(each, known, inside)),
        patternProperties: object.patternProperties.map((each) => ({ ...each, schema: inside(each.schema) })),
        ...(object.additionalProperties && { additionalProperties: inside(object.additionalProperties) }),
      },
    }),
  };
}

function settleProperty(property: Property, known: Lookup, inside: (schema: Schema) => Schema): Property {
  if (!property.undeclared || hasRules(property.schema))
    return { ...property, schema: inside(property.schema) };
  return { ...property, schema: known(property.name) ?? property.schema };
}

/** The schema that a schema declares for a property: itself, through what it refers to, or in a part of `allOf`. */
function declaredIn(schema: Schema, name: string, table: SchemaTable, depth: number): Schema | undefined {
  if (depth > 20) return undefined;
  const own = schema.object?.properties.find((each) => each.name === name && !each.undeclared)?.schema;
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  return (
    own ?? parts.map((each) => declaredIn(each, name, table, depth + 1)).find((each) => each !== undefined)
  );
}

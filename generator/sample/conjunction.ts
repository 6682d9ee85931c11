/** Schemas that just stand side by side, as those of `allOf` do. */
import { applied } from "../model/in-place.js";
import type { Schema, SchemaTable } from "../model/schema.js";
import { isAbsent } from "./parts.js";

/**
 * The properties of which one of the schemas of a value alone speaks: what is wrong with such a property is wrong with the
 * value, and nothing else is. None, where some of the schemas choose, or look at properties that others describe.
 */
export function solelyDescribed(whole: Schema, table: SchemaTable): ReadonlySet<string> {
  const all = applied(whole, table);
  if (!all.every(isConjunct)) return new Set();
  const counts = new Map<string, number>();
  for (const { name } of all.flatMap(({ object }) => object?.properties ?? []))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
}

function isConjunct({ anyOf, oneOf, not, conditional, enum: values, object }: Schema): boolean {
  const { additionalProperties, propertyNames, unevaluatedProperties, dependentSchemas, patternProperties } =
    object ?? {};
  return (
    [anyOf, oneOf, not, conditional, values].every(isAbsent) &&
    [additionalProperties, propertyNames, unevaluatedProperties, dependentSchemas].every(isAbsent) &&
    (patternProperties ?? []).length === 0
  );
}

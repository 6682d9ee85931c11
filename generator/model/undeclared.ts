/** Properties that schemas require and that nothing describes. */
import type { Report } from "../diagnostics.js";
import { joinPointer } from "../json.js";
import { type Schema, type SchemaTable, childSchemas, hasRules } from "./schema.js";

/** Warns of them, once all parts of schemas are known. What a schema forbids, or asks of a condition, needs no description. */
export function reportUndeclared(table: SchemaTable, report: Report): void {
  const visit = (schema: Schema): void => {
    const { not, conditional, object, anyOf, oneOf } = schema;
    const others = object?.additionalProperties;
    // An alternative may describe it.
    const isOpen =
      (others === undefined || !hasRules(others)) && (anyOf ?? oneOf ?? conditional) === undefined;
    for (const { name, schema: each, undeclared } of isOpen ? (object?.properties ?? []) : [])
      if (undeclared === true && !hasRules(each))
        report("required-undeclared", joinPointer(schema.pointer, "required"), name);
    const apart: readonly (Schema | undefined)[] = [
      not,
      conditional?.if,
      conditional?.then,
      conditional?.else,
    ];
    childSchemas(schema)
      .filter((each) => !apart.includes(each))
      .forEach(visit);
  };
  for (const { schema } of table.values()) visit(schema);
}

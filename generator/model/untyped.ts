/** Schemas without `type`: they allow values of all types, whatever their rules speak of (JSON Schema Core, section 7.6.1). */
import type { Report } from "../diagnostics.js";
import { answersByName } from "./named-answers.js";
import { type JsonType, type Schema, type SchemaTable, childSchemas, inPlaceSchemas } from "./schema.js";

/** The one type that the rules of a schema without `type` speak of; undefined where they speak of several, or of none. */
export function assumedType(schema: Schema): JsonType | undefined {
  const [only, ...more] = (["string", "number", "array", "object"] as const).filter((type) => type in schema);
  return more.length === 0 ? only : undefined;
}

/** Warns of schemas whose TypeScript type is narrower than what they allow, because one type is assumed. */
export function reportUntyped(table: SchemaTable, report: Report): void {
  const seen = new Set<string>();
  const visit = (schema: Schema): void => {
    const type = isTyped(schema, table) ? undefined : assumedType(schema);
    if (type !== undefined && !seen.has(schema.pointer)) {
      seen.add(schema.pointer);
      report(
        "schema-untyped",
        schema.pointer,
        `its rules speak of ${plural[type]}, and so does its TypeScript type`,
      );
    }
    partsIn(schema, table).forEach(visit);
  };
  for (const { schema } of table.values()) visit(schema);
}

const plural: Readonly<Record<JsonType, string>> = {
  null: "null",
  boolean: "booleans",
  integer: "integers",
  number: "numbers",
  string: "strings",
  array: "arrays",
  object: "objects",
};

/** The schemas of the parts of a value. What names no type itself refines a value that others describe. */
function partsIn(schema: Schema, table: SchemaTable): readonly Schema[] {
  const { allOf = [], anyOf = [], oneOf = [] } = schema;
  const inPlace = inPlaceSchemas(schema);
  const described = [...allOf, ...anyOf, ...oneOf].filter((each) => isTyped(each, table));
  return [
    ...childSchemas(schema).filter((each) => !inPlace.includes(each)),
    ...described.flatMap((each) => partsIn(each, table)),
  ];
}

/** Whether a schema, or one that applies beside it, says which types it allows. */
function isTyped(schema: Schema, table: SchemaTable): boolean {
  const { never, types, enum: values, ref, allOf = [], anyOf, oneOf } = schema;
  const typed = (each: Schema): boolean => isTyped(each, table);
  return (
    [never, types, values].some((each) => each !== undefined) ||
    (ref !== undefined && isTypedNamed(ref, table)) ||
    allOf.some(typed) ||
    [anyOf, oneOf].some((branches) => branches?.every(typed))
  );
}

/** Within itself a schema leaves that to its other parts. */
const isTypedNamed = answersByName(true, isTyped);

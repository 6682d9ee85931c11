/** Whether the sample of one schema is surely invalid for another: what `oneOf` needs to hold for all other branches. */
import { sameJson } from "../json.js";
import { type JsonType, type Schema, type SchemaTable, isOfType, jsonTypes, named } from "../model/schema.js";

/** True only when it is certain; `shown` is the schema of a sample that holds all its properties. */
export function excludes(other: Schema, shown: Schema, table: SchemaTable): boolean {
  return clash(other, shown, { table, depth: 0, whole: true });
}

interface View {
  readonly table: SchemaTable;
  readonly depth: number;
  /** Whether `shown` is all that shapes the sample, so that what it does not declare is surely absent. */
  readonly whole: boolean;
}

function clash(other: Schema, shown: Schema, view: View): boolean {
  const { table, depth } = view;
  if (depth > 8) return false;
  if (other.never) return true;
  const deeper = { ...view, depth: depth + 1 };
  const part = { ...deeper, whole: false };
  const demands = [
    ...(other.ref === undefined ? [] : [named(table, other.ref).schema]),
    ...(other.allOf ?? []),
  ];
  const parts = [
    ...(shown.ref === undefined ? [] : [named(table, shown.ref).schema]),
    ...(shown.allOf ?? []),
  ];
  return (
    demands.some((each) => clash(each, shown, deeper)) ||
    parts.some((each) => clash(other, each, part)) ||
    [other.anyOf, other.oneOf].some((branches) => branches?.every((each) => clash(each, shown, deeper))) ||
    [shown.anyOf, shown.oneOf].some((branches) => branches?.every((each) => clash(other, each, part))) ||
    apart(typesOf(other), typesOf(shown)) ||
    enumsApart(other, shown) ||
    boundsApart(other, shown) ||
    objectsApart(other, shown, view)
  );
}

function typesOf({ types, enum: values }: Schema): readonly JsonType[] {
  const allowed = types ?? jsonTypes;
  return values === undefined
    ? allowed
    : allowed.filter((type) => values.some((each) => isOfType(each, type)));
}

function apart(a: readonly JsonType[], b: readonly JsonType[]): boolean {
  const wide = (types: readonly JsonType[]): readonly JsonType[] =>
    types.includes("number") ? [...types, "integer"] : types;
  return !wide(a).some((type) => wide(b).includes(type));
}

function enumsApart(a: Schema, b: Schema): boolean {
  return (
    a.enum !== undefined &&
    b.enum !== undefined &&
    !a.enum.some((each) => b.enum?.some((other) => sameJson(each, other)))
  );
}

/** Numbers and lengths whose ranges do not meet. */
function boundsApart(a: Schema, b: Schema): boolean {
  const only = (type: JsonType): boolean =>
    [a, b].every((each) =>
      typesOf(each).every((one) => one === type || (type === "number" && one === "integer")),
    );
  const low = (schema: Schema): number =>
    schema.number?.minimum ?? schema.number?.exclusiveMinimum ?? -Infinity;
  const high = (schema: Schema): number =>
    schema.number?.maximum ?? schema.number?.exclusiveMaximum ?? Infinity;
  if (only("number") && (low(a) > high(b) || low(b) > high(a))) return true;
  const [short, long] = [
    (schema: Schema) => schema.string?.minLength ?? 0,
    (schema: Schema) => schema.string?.maxLength ?? Infinity,
  ];
  return only("string") && (short(a) > long(b) || short(b) > long(a));
}

/** A property that the other asks for and the sample lacks, forbids and the sample has, or wants otherwise. */
function objectsApart(other: Schema, shown: Schema, { table, depth, whole }: View): boolean {
  if (other.object === undefined || !isObjectOnly(shown, table, depth)) return false;
  const present = propertiesOf(shown, table, depth);
  if (present === undefined) return false;
  const { properties, additionalProperties, patternProperties } = other.object;
  const declared = properties.filter((each) => !each.undeclared);
  const closed = additionalProperties?.never === true && patternProperties.length === 0;
  if (closed && [...present.keys()].some((name) => !declared.some((each) => each.name === name))) return true;
  return properties.some(({ name, required, schema }) => {
    const sample = present.get(name);
    if (sample === undefined) return whole && required;
    return clash(schema, sample, { table, depth: depth + 1, whole: true });
  });
}

/** Whether a sample is surely an object: by its own type, or by that of a part. */
function isObjectOnly(schema: Schema, table: SchemaTable, depth: number): boolean {
  if (depth > 8) return false;
  if (
    schema.types === undefined ? schema.object !== undefined : schema.types.every((type) => type === "object")
  )
    return true;
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  return parts.some((each) => isObjectOnly(each, table, depth + 1));
}

/** The properties that a sample surely has, or undefined where that cannot be told. */
function propertiesOf(
  schema: Schema,
  table: SchemaTable,
  depth: number,
): ReadonlyMap<string, Schema> | undefined {
  if (depth > 8 || schema.anyOf !== undefined || schema.oneOf !== undefined) return undefined;
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  const all = new Map((schema.object?.properties ?? []).map((each) => [each.name, each.schema]));
  for (const part of parts) {
    const more = propertiesOf(part, table, depth + 1);
    if (more === undefined) return undefined;
    for (const [name, each] of more) all.set(name, each);
  }
  return all;
}

/**
 * The schema with optional properties taken away until a sample of it is valid for none of the others, or undefined
 * where that does not lead there.
 */
export function madeExclusive(
  shown: Schema,
  others: readonly Schema[],
  table: SchemaTable,
): Schema | undefined {
  let whole = shown;
  for (const other of others) {
    if (excludes(other, whole, table)) continue;
    const wanted = requiredOf(other, table, 0);
    const spare = whole.object?.properties.find((each) => !each.required && wanted.includes(each.name));
    if (whole.object === undefined || spare === undefined) return undefined;
    whole = {
      ...whole,
      object: { ...whole.object, properties: whole.object.properties.filter((each) => each !== spare) },
    };
  }
  return others.every((other) => excludes(other, whole, table)) ? whole : undefined;
}

function requiredOf(schema: Schema, table: SchemaTable, depth: number): readonly string[] {
  if (depth > 8) return [];
  const own = (schema.object?.properties ?? []).filter((each) => each.required).map((each) => each.name);
  const parts = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  return [...own, ...parts.flatMap((each) => requiredOf(each, table, depth + 1))];
}

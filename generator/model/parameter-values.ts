/** Which values a style can write, and whether a schema allows others. */
import type { Serialization } from "./parameter.js";
import { type JsonType, type Schema, type SchemaTable, named } from "./schema.js";

/** What can be written: primitives, arrays of what `items` says, objects whose members are what `members` says. */
interface Writable {
  readonly items?: Writable;
  readonly members?: Writable;
}

const primitives: Writable = {};
/** The table of OpenAPI 3.1.1, section 4.8.12.4. */
const flat: Writable = { items: primitives, members: primitives };
/** An array in an object repeats the member's name, as it does in a form: the standard leaves it open. */
const exploded: Writable = { items: primitives, members: { items: primitives } };
/** The standard leaves objects in objects open: `filter[a][b]=1`, and an array repeats its name. */
const deep: Writable = {
  items: primitives,
  get members() {
    return deep;
  },
};
const deepObject: Writable = { members: deep };

function writableBy({ style, explode, json }: Serialization): Writable | undefined {
  if (json) return undefined;
  if (style === "deepObject") return deepObject;
  return style === "form" && explode ? exploded : flat;
}

/** What a parameter of a schema can hold that its serialization cannot write; undefined where there is nothing. */
export function unwritable(
  serialization: Serialization,
  schema: Schema,
  table: SchemaTable,
): string | undefined {
  if (serialization.style === "deepObject" && !allows("object", schema, table))
    return "deepObject writes objects";
  const writable = writableBy(serialization);
  return writable === undefined || fits(schema, writable, table, [])
    ? undefined
    : "it can hold a value that is nested deeper";
}

/** Whether some value of a schema may be of a type; one of which nothing is said is a primitive, as its type says. */
export function allows(
  type: JsonType,
  schema: Schema,
  table: SchemaTable,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (allowsItself(type, schema)) return true;
  const inner = inPlace(schema, table, seen);
  return inner.schemas.some((each) => allows(type, each, table, inner.seen));
}

/** Where no type is named, that is meant which the rules speak of. */
function allowsItself(type: JsonType, schema: Schema): boolean {
  return schema.types?.includes(type) ?? type in schema;
}

/** The schemas that say what a value is, references followed; those of `seen` have been looked at. */
function inPlace(
  { ref, allOf = [], anyOf = [], oneOf = [] }: Schema,
  table: SchemaTable,
  seen: ReadonlySet<string>,
): { readonly schemas: readonly Schema[]; readonly seen: ReadonlySet<string> } {
  const parts = [...allOf, ...anyOf, ...oneOf];
  return ref === undefined || seen.has(ref)
    ? { schemas: parts, seen }
    : { schemas: [named(table, ref).schema, ...parts], seen: new Set([...seen, ref]) };
}

/** `around` holds the schemas that this one stands in: one that contains itself nests without end. */
function fits(
  schema: Schema,
  writable: Writable,
  table: SchemaTable,
  around: readonly string[],
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (schema.ref !== undefined && around.includes(schema.ref)) return false;
  const inner = inPlace(schema, table, seen);
  const within = [...around, ...inner.seen];
  const all = (schemas: readonly Schema[], part: Writable | undefined): boolean =>
    part !== undefined && schemas.every((each) => fits(each, part, table, within));
  return (
    (!allowsItself("array", schema) || all(itemsOf(schema), writable.items)) &&
    (!allowsItself("object", schema) || all(membersOf(schema), writable.members)) &&
    inner.schemas.every((each) => fits(each, writable, table, around, inner.seen))
  );
}

const itemsOf = ({ array: { prefixItems = [], items } = {} }: Schema): readonly Schema[] => [
  ...prefixItems,
  ...(items === undefined ? [] : [items]),
];

function membersOf({ object }: Schema): readonly Schema[] {
  if (object === undefined) return [];
  const { properties, patternProperties, additionalProperties } = object;
  return [
    ...[...properties, ...patternProperties].map((each) => each.schema),
    ...(additionalProperties === undefined ? [] : [additionalProperties]),
  ];
}

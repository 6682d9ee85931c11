/** Which values a style can write, and whether a schema allows others. */
import { meantTypes } from "./allowed-types.js";
import type { Serialization } from "./parameter.js";
import { type Schema, type SchemaId, type SchemaTable, itemSchemas, memberSchemas, named } from "./schema.js";

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

function writableBy({ style, explode, json, whole }: Serialization): Writable | undefined {
  if (json) return undefined;
  if (whole) return primitives;
  if (style === "deepObject") return deepObject;
  return style === "form" && explode ? exploded : flat;
}

/** What a parameter of a schema can hold that its serialization cannot write; undefined where there is nothing. */
export function unwritable(
  serialization: Serialization,
  schema: Schema,
  table: SchemaTable,
): string | undefined {
  if (serialization.style === "deepObject" && !meantTypes(schema, table).has("object"))
    return "deepObject writes objects";
  const writable = writableBy(serialization);
  if (writable === undefined || fits(schema, writable, table)) return undefined;
  return writable === primitives
    ? "a text holds no objects and no arrays"
    : "it can hold a value that is nested deeper";
}

/** What is known of named schemas: whether each part of what can be written fits. */
type Known = Map<Writable, Map<SchemaId, boolean>>;

/** Where no type is named, that is meant which the rules speak of. */
const speaksOf = (type: "array" | "object", schema: Schema): boolean =>
  schema.types?.includes(type) ?? type in schema;

function fits(schema: Schema, writable: Writable, table: SchemaTable, known: Known = new Map()): boolean {
  const { ref, allOf = [], anyOf = [], oneOf = [] } = schema;
  const all = (schemas: readonly Schema[], part: Writable | undefined): boolean =>
    part !== undefined && schemas.every((each) => fits(each, part, table, known));
  return (
    (!speaksOf("array", schema) || all(itemSchemas(schema), writable.items)) &&
    (!speaksOf("object", schema) || all(memberSchemas(schema), writable.members)) &&
    all([...allOf, ...anyOf, ...oneOf], writable) &&
    (ref === undefined || namedFits(ref, writable, table, known))
  );
}

/** Worked out once. One that contains itself nests without end. */
function namedFits(id: SchemaId, writable: Writable, table: SchemaTable, known: Known): boolean {
  const ofPart = known.get(writable) ?? new Map<SchemaId, boolean>();
  known.set(writable, ofPart);
  const found = ofPart.get(id);
  if (found !== undefined) return found;
  ofPart.set(id, false);
  const result = fits(named(table, id).schema, writable, table, known);
  ofPart.set(id, result);
  return result;
}

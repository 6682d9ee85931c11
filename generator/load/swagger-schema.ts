/** Schema objects of Swagger 2.0 as those of OpenAPI 3.0 that mean the same. */
import { holdsData, holdsNames } from "../fields.js";
import { type Json, type JsonObject, isArray, isObject } from "../json.js";

/** Gives a reference as it must be written where the schema goes. */
export type Refer = (ref: string) => string;

/** A schema with all that is inside of it. */
export function schemaOf(schema: Json, refer: Refer): Json {
  if (isArray(schema)) return schema.map((each) => schemaOf(each, refer));
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, fieldOf(key, value, refer)] as const);
  const { "x-nullable": nullable, type, format, ...rest } = Object.fromEntries(entries);
  return {
    ...rest,
    ...(type === "file" ? { type: "string", format: "binary" } : present({ type, format })),
    ...(nullable === true ? { nullable } : {}),
  };
}

function fieldOf(key: string, value: Json, refer: Refer): Json {
  if (key === "$ref" && typeof value === "string") return refer(value);
  if (key === "discriminator" && typeof value === "string") return { propertyName: value };
  if (holdsData(key, value)) return value;
  if (!holdsNames(key, value) || !isObject(value)) return schemaOf(value, refer);
  return mapMembers(value, (each) => schemaOf(each, refer));
}

export const mapMembers = (object: JsonObject, map: (value: Json, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));

/** Without the members that are undefined. */
export const present = (object: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(object).filter((each): each is [string, Json] => each[1] !== undefined));

export const without = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

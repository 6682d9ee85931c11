/** Responses of Swagger 2.0, with their headers: what they are in OpenAPI 3.0. */
import { type Json, type JsonObject, isObject, joinPointer, member } from "../json.js";
import { type Move, type Refuse, type Written, isSchemaField, pick } from "./swagger-parameter.js";
import { type Refer, mapMembers, present, schemaOf, without } from "./swagger-schema.js";

/** A response of Swagger 2.0; it goes to `to`. */
export function responseOf(
  { value, pointer, refer }: Written,
  produces: readonly string[],
  to: string,
  move: Move,
  refuse: Refuse,
): JsonObject {
  const { schema, examples, headers, ...rest } = value;
  move(to, pointer);
  const isFile = member(schema, "type") === "file";
  const usual = isFile ? "application/octet-stream" : "application/json";
  const types = produces.length === 0 ? [usual] : produces;
  const content = types.map((type) => {
    move(joinPointer(to, "content", type, "schema"), joinPointer(pointer, "schema"));
    return [
      type,
      present({ schema: schema && schemaOf(schema, refer), example: member(examples, type) }),
    ] as const;
  });
  return {
    ...rest,
    ...(isObject(headers)
      ? {
          headers: mapMembers(headers, (each, name) =>
            headerOf(
              each,
              joinPointer(pointer, "headers", name),
              joinPointer(to, "headers", name),
              refer,
              move,
              refuse,
            ),
          ),
        }
      : {}),
    ...(schema === undefined ? {} : { content: Object.fromEntries(content) }),
  };
}

/** A value beside the fields that have no schema of their own: a header of an answer. */
function headerOf(value: Json, from: string, to: string, refer: Refer, move: Move, refuse: Refuse): Json {
  if (!isObject(value)) return value;
  const { collectionFormat: format = "csv" } = value;
  if (value["type"] === "array" && format !== "csv")
    refuse("parameter-style", joinPointer(from, "collectionFormat"), `${String(format)} in a header`);
  const rest = without(value, ["collectionFormat"]);
  move(joinPointer(to, "schema"), from);
  return {
    ...pick(rest, (key) => !isSchemaField(key)),
    schema: schemaOf(pick(rest, isSchemaField), refer),
  };
}

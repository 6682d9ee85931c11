/** Reads a schema object of OpenAPI 3.0 as the JSON Schema 2020-12 object that means the same. */
import { type Json, type JsonObject, isArray } from "../json.js";

/**
 * One level only: lowering calls it for each schema object as it meets it, so pointers stay those of the file.
 * Clauses: OpenAPI 3.0.4, section 4.7.24 (Schema Object) and 4.7.23 (members beside `$ref` are ignored).
 */
export function upgradeSchema(schema: JsonObject): JsonObject {
  return typeof schema["$ref"] === "string" ? { $ref: schema["$ref"] } : upgradeFields(schema);
}

/** The same for a schema of a later version, in which authors have kept fields of earlier ones. */
export function readEarlier(schema: JsonObject): JsonObject {
  const isEarlier = ([key, value]: readonly [string, Json]): boolean =>
    (key === "nullable" && value === true) ||
    (key.startsWith("exclusive") && typeof value === "boolean") ||
    (key === "type" && value === "file");
  return Object.entries(schema).some(isEarlier) ? upgradeFields(schema) : schema;
}

function upgradeFields({ nullable, ...fields }: JsonObject): JsonObject {
  const rest = fields["type"] === "file" ? { ...fields, type: "string", format: "binary" } : fields;
  let upgraded: JsonObject = rest;
  for (const [flag, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const)
    upgraded = upgradeBound(upgraded, flag, limit);
  return nullable === true ? allowNull(upgraded) : upgraded;
}

/** `exclusiveMinimum: true` beside `minimum: 3` becomes `exclusiveMinimum: 3`. */
function upgradeBound(schema: JsonObject, flag: string, limit: string): JsonObject {
  if (typeof schema[flag] !== "boolean") return schema;
  const { [flag]: exclusive, [limit]: bound, ...rest } = schema;
  if (bound === undefined) return rest;
  return { ...rest, [exclusive === true ? flag : limit]: bound };
}

/** `nullable` means what its author meant: null is allowed, also beside `enum` and `allOf`. */
function allowNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type === "string") {
    const types: Json = [type, "null"];
    return isArray(values) && !values.includes(null)
      ? { ...schema, type: types, enum: [...values, null] }
      : { ...schema, type: types };
  }
  if (isArray(values)) return { ...schema, enum: [...values.filter((each) => each !== null), null] };
  if (isArray(schema["anyOf"])) return { ...schema, anyOf: [...schema["anyOf"], { type: "null" }] };
  if (!isArray(schema["oneOf"]) && !isArray(schema["allOf"])) return schema;
  const isNote = ([key]: [string, Json]): boolean => annotations.includes(key);
  const entries = Object.entries(schema);
  const rules = Object.fromEntries(entries.filter((each) => !isNote(each)));
  return { ...Object.fromEntries(entries.filter(isNote)), anyOf: [rules, { type: "null" }] };
}

const annotations: readonly string[] = [
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "example",
  "examples",
];

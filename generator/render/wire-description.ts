/** A description in the form that openapi-typescript reads without stumbling. */
import { documentsKey } from "../documents.js";
import { holdsData, holdsNames, isMappedReference } from "../fields.js";
import {
  type Json,
  type JsonObject,
  isArray,
  isObject,
  joinPointer,
  localPointer,
  member,
  valueAt,
} from "../json.js";

/** What a canonical description is printed from. */
export const wireDescription = (data: JsonObject): JsonObject =>
  withoutAliasLoops(prepare(data, data, new Set()), data) as JsonObject;

/** What openapi-typescript has made of such a description, as it was meant. */
export const undisguised = (text: string): string =>
  text.replace(disguises, (_, name: string) => name).replaceAll(percent, "%");

/**
 * The same description in the form that openapi-typescript reads without stumbling: references into the inside of
 * something are written out, a discriminator's mapping holds references only, and names that every object inherits
 * are disguised until the text is there.
 */
function prepare(value: Json, root: JsonObject, open: ReadonlySet<string>, isMap = false): Json {
  if (isArray(value)) return value.filter((each) => each !== null).map((each) => prepare(each, root, open));
  if (!isObject(value)) return value;
  const ref = member(value, "$ref");
  const pointer = typeof ref === "string" ? localPointer(ref) : undefined;
  if (pointer !== undefined && !isComponent(pointer) && !open.has(pointer))
    return prepare(valueAt(root, pointer) ?? {}, root, new Set([...open, pointer]));
  const kept = Object.entries(value).filter(([key, each]) =>
    isMap ? each !== null : holdsData(key, each) || isReadable(key, each),
  );
  return Object.fromEntries(
    kept
      .filter(([key]) => !(value === root && key === documentsKey))
      .map(([key, each]) => [
        disguise(key),
        isMap ? prepare(each, root, open) : prepareField(key, each, root, open),
      ]),
  );
}

function prepareField(key: string, value: Json, root: JsonObject, open: ReadonlySet<string>): Json {
  if (holdsData(key, value)) return disguised(value);
  if ((key === "operationId" || key === "name") && typeof value === "string")
    return value.replaceAll("%", percent);
  if (key === "discriminator") return prepareMapping(value, root, open);
  if ((key === "allOf" || key === "oneOf") && isArray(value))
    return prepare(value.filter(isSchema).map(spelled), root, open);
  return prepare(value, root, open, holdsNames(key, value));
}

/** Data is no description, and keeps what looks like one; only its names are disguised. */
function disguised(value: Json): Json {
  if (isArray(value)) return value.map(disguised);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [disguise(name, inData), disguised(each)]),
  );
}

/** openapi-typescript makes references of the names of operations and parameters; in those this sign would begin an escape. */
const percent = "specwright_percent_sign";

/**
 * What openapi-typescript takes for a text or a schema wherever it stands may be something else where OpenAPI has no such field,
 * or where nobody refers to; and so may be null, which OpenAPI has in data only.
 */
function isReadable(key: string, value: Json): boolean {
  switch (key) {
    case "title":
    case "summary":
    case "$ref":
      return typeof value === "string";
    case "schema":
      return isSchema(value);
    case "properties":
      return isObject(value);
    case "required":
      return isArray(value) || typeof value === "boolean";
    case "allOf":
    case "oneOf":
      return isArray(value);
    default:
      return value !== null;
  }
}

const isSchema = (value: Json): boolean => isObject(value) || typeof value === "boolean";

/** It looks into the members of lists of schemas without asking whether they are objects. */
const spelled = (schema: Json): Json => (schema === true ? {} : schema === false ? { enum: [] } : schema);

/**
 * A type alias must not lead back to itself but through an object (TypeScript, TS2502): in schemas that do, as
 * `Tree: anyOf [string, Tree[]]`, the reference back is printed as unknown.
 */
function withoutAliasLoops(prepared: Json, data: JsonObject): Json {
  const schemas = member(member(data, "components"), "schemas");
  const prepareds = member(member(prepared, "components"), "schemas");
  if (!isObject(schemas) || !isObject(prepareds) || !isObject(prepared)) return prepared;
  const cut = Object.entries(prepareds).map(([name, schema]) => {
    const pointer = joinPointer("/components/schemas", name);
    return [name, reaches(data, schema, pointer) ? cutRefs(schema, data, pointer) : schema];
  });
  const components = {
    ...(prepared["components"] as JsonObject),
    schemas: Object.fromEntries(cut) as JsonObject,
  };
  return { ...prepared, components };
}

/** Whether a schema leads to a pointer without passing through an object. */
function reaches(data: JsonObject, start: Json, goal: string): boolean {
  const seen = new Set(aliasRefs(start));
  for (const pointer of seen) for (const next of aliasRefs(valueAt(data, pointer) ?? {})) seen.add(next);
  return seen.has(goal);
}

function refTarget(schema: Json): string | undefined {
  const ref = member(schema, "$ref");
  return typeof ref === "string" ? localPointer(ref) : undefined;
}

const aliasKeywords: readonly string[] = ["items", "prefixItems", "allOf", "anyOf", "oneOf"];

function aliasRefs(schema: Json): readonly string[] {
  if (isArray(schema)) return schema.flatMap(aliasRefs);
  const ref = refTarget(schema);
  return [
    ...(ref === undefined ? [] : [ref]),
    ...aliasKeywords.flatMap((key) => aliasRefs(member(schema, key) ?? [])),
  ];
}

function cutRefs(schema: Json, data: JsonObject, goal: string): Json {
  if (isArray(schema)) return schema.map((each) => cutRefs(each, data, goal));
  if (!isObject(schema)) return schema;
  const ref = refTarget(schema);
  if (ref === goal || (ref !== undefined && reaches(data, schema, goal))) return {};
  return Object.fromEntries(
    Object.entries(schema).map(([key, each]) => [
      key,
      aliasKeywords.includes(key) ? cutRefs(each, data, goal) : each,
    ]),
  );
}

const isComponent = (pointer: string): boolean => /^\/components\/[^/]+\/[^/]+$/.test(pointer);
const disguise = (name: string, unsafe = inherited): string =>
  unsafe.has(name) ? `specwright_disguised_${name}` : name;
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
/** It looks for discriminators everywhere, in examples as well. */
const inData: ReadonlySet<string> = new Set([...inherited, "discriminator", "allOf"]);
const disguises = /specwright_disguised_(\w+)/g;

function prepareMapping(discriminator: Json, root: JsonObject, open: ReadonlySet<string>): Json {
  if (!isObject(discriminator)) return prepare(discriminator, root, open);
  const { propertyName, mapping, defaultMapping } = discriminator;
  // A branch may have any tag then, and openapi-typescript would give it one.
  if (defaultMapping !== undefined) return {};
  const targets = isObject(mapping) ? Object.entries(mapping) : [];
  const full = targets.flatMap(([tag, target]) =>
    typeof target === "string"
      ? [[disguise(tag), isMappedReference(target) ? target : `#/components/schemas/${target}`]]
      : [],
  );
  return {
    ...discriminator,
    ...(typeof propertyName === "string" ? { propertyName: disguise(propertyName) } : {}),
    ...(isObject(mapping) ? { mapping: Object.fromEntries(full) as JsonObject } : {}),
  };
}

/**
 * Reads the schemas of an OpenAPI 3.0 or 3.1 description as JSON Schema 2020-12, for the other validator to judge by.
 * It shares no code with the generator. What stands at a pointer stays there.
 */
import type { Direction } from "../support/sketch.js";
import { referred } from "./pointer.js";

type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

const isFields = (value: Json): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keywords that hold a schema, a list of schemas, or schemas by name. */
const single = new Set([
  ...["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"],
  ...["unevaluatedItems", "unevaluatedProperties"],
]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const maps = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]);

/** Everything of a description that has schemas, with all of them as they are seen in one direction. */
export function jsonSchemas(description: object, direction: Direction): object {
  const root = description as Fields;
  const old = /^3\.0/.test(String(root["openapi"]));
  const hidden = direction === "request" ? "readOnly" : "writeOnly";

  const at = (ref: Json): Json => (typeof ref === "string" ? referred(root, ref) : undefined);

  /** What is no schema itself, but holds some under the key `schema`. */
  const readAround = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(readAround);
    if (!isFields(value)) return value;
    const entries = Object.entries(value).filter(([key]) => !/^(examples?|x-.*)$/.test(key));
    return Object.fromEntries(
      entries.map(([key, each]) => [key, key === "schema" ? read(each) : withTexts(key, readAround(each))]),
    );
  };

  /** A text of which the description says nothing else is a string; such a schema has the place of its media type. */
  const withTexts = (mediaType: string, media: Json): Json => {
    const isText = /^(text\/(?!event-stream)|application\/xml$)/.test(mediaType);
    return isText && isFields(media) && !("schema" in media) ? { ...media, type: "string" } : media;
  };

  const read = (schema: Json): Json => {
    if (!isFields(schema)) return schema;
    if (old && schema["$ref"] !== undefined) return { $ref: schema["$ref"] };
    const { discriminator, nullable, ...rest } = Object.fromEntries(
      Object.entries(seen(hasOldBounds(schema) ? newBounds(schema) : schema))
        .filter(([key, value]) => !(lists.has(key) && Array.isArray(value) && value.length === 0))
        .map(([key, value]) => [key, readIn(key, value)]),
    );
    const chosen =
      isFields(discriminator) && !("defaultMapping" in discriminator) ? withTags(rest, discriminator) : rest;
    const whole = chosen["type"] === "file" ? { ...chosen, type: "string" } : chosen;
    return nullable === true ? orNull(whole) : whole;
  };

  const readIn = (key: string, value: Json): Json => {
    if (single.has(key)) return read(value);
    if (lists.has(key) && Array.isArray(value)) return value.map(read);
    if (!maps.has(key) || !isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, read(each)]));
  };

  /** Without the properties that do not travel in this direction; nobody can ask for them either. */
  const seen = (schema: Fields): Fields => {
    const { properties, required } = schema;
    if (!isFields(properties)) return schema;
    const unseen = new Set(Object.keys(properties).filter((name) => isHidden(properties[name])));
    const kept = Object.entries(properties).filter(([name]) => !unseen.has(name));
    const asked = Array.isArray(required) ? required.filter((name) => !unseen.has(name as string)) : required;
    return {
      ...schema,
      properties: Object.fromEntries(kept),
      ...(asked === undefined ? {} : { required: asked }),
    };
  };

  const isHidden = (schema: Json, open: readonly Json[] = []): boolean => {
    if (!isFields(schema) || open.includes(schema)) return false;
    const parts = [
      at(schema["$ref"]),
      ...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as Json[]) : []),
    ];
    return schema[hidden] === true || parts.some((each) => isHidden(each, [...open, schema]));
  };

  /** The value of the discriminating property chooses the branch (OpenAPI 3.1, section 4.8.25). */
  const withTags = (schema: Fields, { propertyName, mapping }: Fields): Fields => {
    const keyword = Array.isArray(schema["oneOf"]) ? "oneOf" : "anyOf";
    const branches = schema[keyword];
    if (!Array.isArray(branches) || typeof propertyName !== "string") return schema;
    const tags = branches.map((each) => tagsOf(each, propertyName, isFields(mapping) ? mapping : {}));
    const all = tags.flat();
    const isNull = (each: Json): boolean => isFields(each) && each["type"] === "null";
    const apart =
      new Set(all).size === all.length && tags.every((each, i) => each.length > 0 || isNull(branches[i]));
    if (!apart) return schema;
    return {
      ...schema,
      [keyword]: branches.map((each: Json, i) =>
        isNull(each)
          ? each
          : {
              allOf: [each],
              type: "object",
              required: [propertyName],
              properties: { [propertyName]: { enum: tags[i] } },
            },
      ),
    };
  };

  const tagsOf = (branch: Json, property: string, mapping: Fields): readonly Json[] => {
    const ref = isFields(branch) ? branch["$ref"] : undefined;
    const name = typeof ref === "string" ? ref.replace(/.*\//, "") : undefined;
    const mapped = Object.entries(mapping).filter(([, target]) => target === ref || target === name);
    const own = ownTags(branch, property);
    // The keys of a mapping are texts, whatever the values are that choose.
    const isText = own.every((each) => typeof each === "string");
    if (ref !== undefined && mapped.length > 0 && isText) return mapped.map(([tag]) => tag);
    return own.length > 0 || name === undefined ? own : [name];
  };

  const ownTags = (schema: Json, property: string): readonly Json[] => {
    if (!isFields(schema)) return [];
    const { $ref, properties, allOf } = schema;
    if ($ref !== undefined) return ownTags(at($ref), property);
    const tag = isFields(properties) ? properties[property] : undefined;
    if (isFields(tag) && tag["const"] !== undefined) return [tag["const"]];
    if (isFields(tag) && Array.isArray(tag["enum"])) return tag["enum"];
    return Array.isArray(allOf) ? allOf.flatMap((each) => ownTags(each, property)) : [];
  };

  const components = isFields(root["components"]) ? root["components"] : {};
  const { schemas, ...others } = components;
  return {
    paths: readAround(root["paths"] ?? {}),
    webhooks: readAround(root["webhooks"] ?? {}),
    components: {
      ...(readAround(others) as object),
      schemas: isFields(schemas)
        ? Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, read(each)]))
        : {},
    },
  };
}

const hasOldBounds = ({ exclusiveMinimum, exclusiveMaximum }: Fields): boolean =>
  [exclusiveMinimum, exclusiveMaximum].some((each) => typeof each === "boolean");

/** `exclusiveMinimum: true` beside `minimum` (OpenAPI 3.0.4, section 4.7.24). */
function newBounds({ exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest }: Fields): Fields {
  const members = {
    [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum,
    [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum,
  };
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(members).filter(([, each]) => each !== undefined)),
  };
}

/** Null as well, where the schema stands. */
function orNull(schema: Fields): Fields {
  const { type, enum: values } = schema;
  if (typeof type !== "string") return { anyOf: [schema, { type: "null" }] };
  return {
    ...schema,
    type: [type, "null"],
    ...(Array.isArray(values) ? { enum: [...(values as Json[]), null] } : {}),
  };
}

/** Parameters: where they stand, how they are written, and which of them operations share. */
import { type JsonObject, byCodeUnit } from "../json.js";
import type { Operation } from "./api.js";
import {
  type Parameter,
  type ParameterLocation,
  type ParameterStyle,
  type Serialization,
  explodesByDefault,
  locationStyles,
} from "./parameter.js";
import { allows, unwritable } from "./parameter-values.js";
import { isRange } from "./content.js";
import type { SchemaLowering } from "./lower-schema.js";
import type { UnnamedServer } from "./lower-server.js";
import { isPersonal } from "./lower-rules.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  booleanField,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";
import { exampleOf } from "./lower-content.js";
import { pascalCase } from "./names.js";
import type { Direction, Schema, SchemaTable } from "./schema.js";

/** An operation, the name of its resource, and what the whole API needs of it. */
export interface LoweredOperation {
  readonly resource: string;
  readonly operation: Operation;
  /** Its own servers. */
  readonly servers: readonly UnnamedServer[];
  /** The callbacks that it declares. */
  readonly callbacks: At<JsonObject> | undefined;
}

const isLocation = (text: string): text is ParameterLocation => Object.hasOwn(locationStyles, text);

/** Headers that other parts of a description speak of (OpenAPI 3.1, section 4.8.12.2): ignored as parameters. */
const ignoredHeaders: readonly string[] = ["accept", "content-type", "authorization"];

/**
 * The parameters of an operation: those of its path item, replaced by its own of the same name and place. Their schemas are
 * seen in the direction of `view`.
 */
export function lowerParameters(
  reader: Reader,
  schemas: SchemaLowering,
  item: At,
  operation: At,
  view: Direction = "request",
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const owner of [item, operation])
    for (const place of arrayField(reader, owner, "parameters")) {
      const parameter = lowerParameter(reader, schemas, place, view);
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  return nameApart(reader, operation, [...found.values()]);
}

/** Parameters and the body are members of one object: one whose name is taken says where it stands, as `queryId`. */
function nameApart(reader: Reader, operation: At, parameters: readonly Parameter[]): readonly Parameter[] {
  const owners = new Map<string, string>(takenByBody(reader, operation));
  for (const each of parameters) if (each.in === "path") owners.set(each.name, each.pointer);
  return parameters.map((each) => {
    const owner = owners.get(each.name);
    if (owner === undefined || owner === each.pointer) {
      owners.set(each.name, each.pointer);
      return each;
    }
    const property = `${each.in}${pascalCase(each.name)}`;
    reader.report(
      "parameter-collision",
      each.pointer,
      `${each.name} is also the name of ${owner}; this one becomes ${property}`,
    );
    return { ...each, property };
  });
}

/** What stands beside the parameters: the body, and its media type where that can be chosen. */
function takenByBody(reader: Reader, operation: At): readonly (readonly [string, string])[] {
  const body = follow(reader, field(operation, "requestBody"));
  if (body === undefined) return [];
  const types = members(objectField(reader, body, "content")).map((each) => each.key);
  const chosen = types.length > 1 || types.some(isRange);
  return [["body", "the body"], ...(chosen ? [["contentType", "the media type of the body"] as const] : [])];
}

/**
 * OpenAPI 3.1.1, section 4.8.12.2.1: in a path `required` must be true, for a path without its part is another path.
 * Who says nothing cannot mean anything else; who says the opposite must be asked.
 */
function reportOptional(reader: Reader, at: At, name: string): void {
  if (field(at, "required") === undefined) reader.report("parameter-required", at.pointer, name);
  else reader.report("path-parameter", at.pointer, `${name} is not required`);
}

function lowerParameter(
  reader: Reader,
  schemas: SchemaLowering,
  place: At,
  view: Direction,
): Parameter | undefined {
  const at = follow(reader, place);
  if (at === undefined) return undefined;
  const name = stringField(reader, at, "name");
  const location = stringField(reader, at, "in");
  if (name === undefined || location === undefined) {
    reader.report("missing-field", at.pointer, name === undefined ? "name" : "in");
    return undefined;
  }
  if (!isLocation(location)) {
    reader.report(
      "wrong-type",
      `${at.pointer}/in`,
      `expected one of ${Object.keys(locationStyles).join(", ")}, found ${location}`,
    );
    return undefined;
  }
  if (location === "header" && ignoredHeaders.includes(name.toLowerCase())) return undefined;
  const required = booleanField(reader, at, "required");
  if (location === "path" && !required) reportOptional(reader, at, name);
  const { schema, ...serialization } = lowerSerialization(reader, at, name, location);
  const description = stringField(reader, at, "description");
  return present({
    pointer: at.pointer,
    name,
    property: name,
    in: location,
    required: location === "path" || required,
    deprecated: booleanField(reader, at, "deprecated"),
    personal: isPersonal(at) || undefined,
    description,
    schema: withEmpty(
      schemas.lower(schema ?? { value: true, pointer: at.pointer }, view),
      allowsEmpty(reader, at, location, serialization),
    ),
    ...serialization,
    objects: false,
    arrays: false,
    example: exampleOf(reader, at, schema),
  });
}

/** Fields that have a meaning beside `schema` alone (OpenAPI 3.1.1, section 4.8.12.2.2). */
const schemaFields = ["style", "explode", "allowReserved"] as const;

type SchemaAndSerialization = Serialization & { readonly schema: At | undefined };

function lowerSerialization(
  reader: Reader,
  at: At,
  name: string,
  location: ParameterLocation,
): SchemaAndSerialization {
  const schema = field(at, "schema");
  if (field(at, "content") !== undefined) {
    if (schema !== undefined)
      reader.report("parameter-content", `${at.pointer}/schema`, `${name} has a schema as well`);
    return lowerParameterContent(reader, at, name, location);
  }
  if (schema === undefined) reader.report("missing-field", at.pointer, `${name}: schema`);
  return { schema, ...lowerStyle(reader, at, location), json: false };
}

/** A value that is written as its media type says, and then as a text of the usual style. */
function lowerParameterContent(
  reader: Reader,
  at: At,
  name: string,
  location: ParameterLocation,
): SchemaAndSerialization {
  const [style] = locationStyles[location] as readonly [ParameterStyle];
  for (const key of schemaFields) ignoreField(reader, field(at, key), "content says how it is written");
  const all = members(objectField(reader, at, "content"));
  const [media] = all;
  const essence = media?.key.split(";")[0]?.trim().toLowerCase() ?? "";
  const json = /^(application|text)\/json$|\+json$/.test(essence);
  if (media === undefined || all.length > 1 || !(json || essence === "text/plain"))
    reader.report(
      "parameter-content",
      `${at.pointer}/content`,
      `${name}: ${all.map((each) => each.key).join(", ") || "nothing"}`,
    );
  const schema = media && field(media, "schema");
  return { schema, style, explode: explodesByDefault(style), allowReserved: false, json };
}

/** OpenAPI 3.1.1, section 4.8.12.2.2, and the table of section 4.8.12.4. */
function lowerStyle(reader: Reader, at: At, location: ParameterLocation): Omit<Serialization, "json"> {
  const styles = locationStyles[location];
  const wish = stringField(reader, at, "style") ?? styles[0];
  const style = styles.find((each) => each === wish);
  if (style === undefined)
    reader.report("parameter-style", `${at.pointer}/style`, `${wish ?? ""} in ${location}`);
  const explode =
    field(at, "explode") === undefined
      ? explodesByDefault(style ?? "simple")
      : booleanField(reader, at, "explode");
  const reserved = booleanField(reader, at, "allowReserved");
  if (reserved && location !== "query")
    ignoreField(reader, field(at, "allowReserved"), "it speaks of the query");
  return { ...settledStyle(style ?? "simple", explode), allowReserved: reserved && location === "query" };
}

/**
 * What the table leaves open: an object in brackets has a name for each member anyway, and items that are delimited by
 * spaces or pipes, yet exploded, have names of their own, which is what `form` writes.
 */
function settledStyle(style: ParameterStyle, explode: boolean): Pick<Serialization, "style" | "explode"> {
  if (style === "deepObject") return { style, explode: true };
  const delimited = style === "spaceDelimited" || style === "pipeDelimited";
  return { style: delimited && explode ? "form" : style, explode };
}

function ignoreField(reader: Reader, at: At | undefined, why: string): void {
  if (at !== undefined) reader.report("parameter-field", at.pointer, why);
}

/** OpenAPI 3.1.1, section 4.8.12.2.1: only in the query, and not for styles that cannot write an empty value. */
function allowsEmpty(
  reader: Reader,
  at: At,
  location: ParameterLocation,
  { style, json }: Serialization,
): boolean {
  if (!booleanField(reader, at, "allowEmptyValue")) return false;
  if (location === "query" && style === "form" && !json) return true;
  ignoreField(reader, field(at, "allowEmptyValue"), "this parameter cannot be empty");
  return false;
}

/** The schema, or an empty text, unless the schema allows one without a doubt. */
function withEmpty(schema: Schema, allowed: boolean): Schema {
  const { types, string, enum: values } = schema;
  const isText = types?.includes("string") === true && string === undefined && values === undefined;
  if (!allowed || isText) return schema;
  const { pointer, annotations } = schema;
  return { pointer, annotations, anyOf: [schema, { pointer, enum: [""], constant: true, annotations: {} }] };
}

/** What can only be seen once all schemas are known: whether the values are such that the style can write them. */
export function settleParameters(
  reader: Reader,
  table: SchemaTable,
): <T extends { readonly parameters: readonly Parameter[] }>(owner: T) => T {
  const reported = new Set<string>();
  const settle = (parameter: Parameter): Parameter => {
    const { name, schema, pointer } = parameter;
    const problem = unwritable(parameter, schema, table);
    if (problem !== undefined && !reported.has(pointer)) {
      reported.add(pointer);
      reader.report("parameter-value", pointer, `${name}: ${problem}`);
    }
    return {
      ...parameter,
      objects: !parameter.json && allows("object", schema, table),
      arrays: !parameter.json && allows("array", schema, table),
    };
  };
  return (owner) => ({ ...owner, parameters: owner.parameters.map(settle) });
}

/** Parameters of several resources that agree in place and schema, so that a client can hold a default for them. */
export function sharedParameters(operations: readonly LoweredOperation[]): readonly Parameter[] {
  const uses = new Map<string, { readonly resources: Set<string>; readonly all: Parameter[] }>();
  for (const { resource, operation } of operations)
    for (const parameter of operation.parameters) {
      const use = uses.get(parameter.name) ?? { resources: new Set(), all: [] };
      uses.set(parameter.name, use);
      use.resources.add(resource);
      use.all.push(parameter);
    }
  return [...uses.values()]
    .filter(
      ({ resources, all }) => resources.size > 1 && all.every((each) => sameUse(each, all[0] as Parameter)),
    )
    .map(({ all }) => all[0] as Parameter)
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

function sameUse(a: Parameter, b: Parameter): boolean {
  return a.in === b.in && sameRules(a.schema, b.schema);
}

/** Equal but for where they stand and what is said of them. */
function sameRules(a: Schema, b: Schema): boolean {
  const bare = (schema: Schema): string =>
    JSON.stringify(schema, (key, value: unknown) =>
      key === "pointer" || key === "annotations" ? undefined : value,
    );
  return bare(a) === bare(b);
}

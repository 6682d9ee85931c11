/** Parameters: where they stand, how they are written, and which of them operations share. */
import { meantTypes } from "./allowed-types.js";
import { type JsonObject, byCodeUnit } from "../json.js";
import type { Operation, Resource } from "./api.js";
import {
  type Parameter,
  type ParameterLocation,
  type ParameterStyle,
  type Serialization,
  explodesByDefault,
  locationStyles,
} from "./parameter.js";
import { unwritable } from "./parameter-values.js";
import { type Body, essence, isJson, takesContentType } from "./content.js";
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
  reportLater,
  stringField,
} from "./reader.js";
import { exampleOf } from "./lower-content.js";
import { NameTable, exactName, pascalCase } from "./names.js";
import type { Direction, Schema, SchemaTable } from "./schema.js";

/** A parameter before all schemas are known. */
export type UnsettledParameter = Omit<Parameter, "objects" | "arrays">;

/** A parameter before those beside it are known. */
export type Unnamed = Omit<UnsettledParameter, "property">;

/** What comes with parameters: an operation, or the request of a webhook. */
interface Parametrized {
  readonly parameters: readonly UnsettledParameter[];
}

/** The same once all schemas are known. */
type Settled<T> = Omit<T, "parameters"> & { readonly parameters: readonly Parameter[] };

/** An operation before all schemas are known. */
export type UnsettledOperation = Omit<Operation, "parameters"> & Parametrized;

/** An operation, the name of its resource, and what the whole API needs of it. */
export interface LoweredOperation {
  readonly resource: string;
  readonly operation: UnsettledOperation;
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
 * seen in the direction of `view`, and `settle` says which of them hold.
 */
export function lowerParameters(
  reader: Reader,
  schemas: SchemaLowering,
  item: At,
  operation: At,
  body: Body | undefined,
  settle: (parameters: readonly Unnamed[]) => readonly Unnamed[],
  view: Direction = "request",
): readonly UnsettledParameter[] {
  const found = new Map<string, Unnamed>();
  for (const owner of [item, operation])
    for (const place of arrayField(reader, owner, "parameters")) {
      const parameter = lowerParameter(reader, schemas, place, view);
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  return nameApart(reader, settle([...found.values()]), body);
}

/**
 * Parameters and the body are members of one object: one whose name is taken says where it stands, as `queryId`. First
 * come those that keep their names, with the path's before all others, so that none falls back to the name of another.
 */
function nameApart(
  reader: Reader,
  parameters: readonly Unnamed[],
  body: Body | undefined,
): readonly UnsettledParameter[] {
  const names = new NameTable((_, pointer, detail) => {
    reader.report("parameter-collision", pointer, detail);
  });
  const inPath = parameters.filter((each) => each.in === "path");
  const owners = new Map([...inPath, ...parameters].reverse().map((each) => [each.name, each]));
  for (const member of bodyMembers(body)) {
    names.claim([member], "the body");
    owners.delete(member);
  }
  const others = parameters.filter((each) => owners.get(each.name) !== each);
  const properties = new Map(
    [...owners.values(), ...others].map((each) => [each, claimProperty(names, each)]),
  );
  return parameters.map((each) => ({ ...each, property: properties.get(each) ?? each.name }));
}

function claimProperty(names: NameTable, { name, in: place, pointer }: Unnamed): string {
  return names.claim([name, place + pascalCase(name), exactName(`${place} ${name}`)], pointer);
}

/** What stands beside the parameters: the body, and its media type where that can be chosen. */
function bodyMembers(body: Body | undefined): readonly string[] {
  return body === undefined ? [] : ["body", ...(takesContentType(body) ? ["contentType"] : [])];
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
): Unnamed | undefined {
  const at = follow(reader, place);
  if (at === undefined) return undefined;
  const name = stringField(reader, at, "name");
  const given = stringField(reader, at, "in");
  if (name === undefined || given === undefined) {
    reader.report("missing-field", at.pointer, name === undefined ? "name" : "in");
    return undefined;
  }
  const location = given === "querystring" ? "query" : given;
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
  const { schema, ...serialization } =
    given === "querystring"
      ? lowerWholeQuery(reader, at, name)
      : lowerSerialization(reader, at, name, location);
  const description = stringField(reader, at, "description");
  return present({
    pointer: at.pointer,
    name,
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
    example: exampleOf(reader, at, schema),
  });
}

const form = "application/x-www-form-urlencoded";

/**
 * The whole query as one value (OpenAPI 3.2, section 4.12.1). A form is what an object is that explodes in a query; other
 * media types have nothing like it.
 */
function lowerWholeQuery(reader: Reader, at: At, name: string): SchemaAndSerialization {
  reportLater(reader, field(at, "in"));
  const [media, ...more] = members(objectField(reader, at, "content"));
  if (media === undefined || more.length > 0 || essence(media.key) !== form || field(media, "encoding"))
    reader.report(
      "parameter-content",
      at.pointer,
      `${name}: the whole query is one ${form}, without encodings`,
    );
  const schema = media && field(media, "schema");
  return { schema, style: "form", explode: true, allowReserved: false, json: false };
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
  const json = media !== undefined && isJson(media.key);
  if (media === undefined || all.length > 1 || !(json || essence(media.key) === "text/plain"))
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

/** Parameters once all schemas are known: whether their values are such that the style can write them. */
export function settleParameters(
  reader: Reader,
  table: SchemaTable,
): <T extends Parametrized>(owner: T) => Settled<T> {
  const settle = (parameter: UnsettledParameter): Parameter => {
    const { name, schema, pointer, json } = parameter;
    const meant = meantTypes(schema, table);
    const problem = unwritable(parameter, schema, table);
    if (problem !== undefined) reader.report("parameter-value", pointer, `${name}: ${problem}`);
    return {
      ...parameter,
      objects: !json && meant.has("object"),
      arrays: !json && meant.has("array"),
    };
  };
  return (owner) => ({ ...owner, parameters: owner.parameters.map(settle) });
}

/**
 * Parameters of several resources, so that a client can hold a default for them. It fills in a member of an operation's
 * parameters by its name: in every operation this must be the same parameter, and never the body. What all objects inherit
 * (`constructor`) is no name for a default, because an object without defaults would have it, too.
 */
export function sharedParameters(resources: readonly Resource[]): readonly Parameter[] {
  const uses = new Map<string, Use[]>();
  for (const resource of resources)
    for (const { parameters, body } of resource.operations)
      for (const [member, parameter] of [
        ...parameters.map((each) => [each.property, each] as const),
        ...bodyMembers(body).map((each) => [each, undefined] as const),
      ])
        uses.set(member, [...(uses.get(member) ?? []), { resource, parameter }]);
  return [...uses]
    .flatMap(([member, all]) => (member in {} ? [] : (commonTo(member, all) ?? [])))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

/** What a member of an operation's parameters is in a resource: a parameter, or of the body. */
interface Use {
  readonly resource: Resource;
  readonly parameter: Parameter | undefined;
}

/** The parameter that a member is in all its uses, if these are in several resources. */
function commonTo(member: string, uses: readonly Use[]): Parameter | undefined {
  const first = uses[0]?.parameter;
  if (first?.name !== member || new Set(uses.map((each) => each.resource)).size < 2) return undefined;
  return uses.every(({ parameter }) => parameter && sameUse(parameter, first)) ? first : undefined;
}

function sameUse(a: Parameter, b: Parameter): boolean {
  return a.name === b.name && a.in === b.in && sameRules(a.schema, b.schema);
}

/** Equal but for where they stand and what is said of them. */
function sameRules(a: Schema, b: Schema): boolean {
  const bare = (schema: Schema): string =>
    JSON.stringify(schema, (key, value: unknown) =>
      key === "pointer" || key === "annotations" ? undefined : value,
    );
  return bare(a) === bare(b);
}

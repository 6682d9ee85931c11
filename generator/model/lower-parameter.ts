/** Parameters: where they stand, and what they are called beside each other. */
import { meantTypes } from "./allowed-types.js";
import type { JsonObject } from "../json.js";
import type { Operation } from "./api.js";
import { type Parameter, type ParameterLocation, type Serialization, locationStyles } from "./parameter.js";
import { unwritable } from "./parameter-values.js";
import { type Body, bodyMembers } from "./content.js";
import type { SchemaLowering } from "./lower-schema.js";
import type { UnnamedServer } from "./lower-server.js";
import { ignoreField, lowerSerialization } from "./lower-serialization.js";
import { isPersonal } from "./lower-rules.js";
import { present } from "./present.js";
import type { SecurityScheme } from "./security.js";
import { type At, type Reader, arrayField, booleanField, field, follow, stringField } from "./reader.js";
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
  /** Alternatives, each the names of schemes; a webhook has none. */
  readonly security?: Operation["security"];
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
  const { schema, ...serialization } = lowerSerialization(
    reader,
    at,
    name,
    given === "querystring" ? given : location,
  );
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
  schemes: readonly SecurityScheme[],
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
  return (owner) => {
    reportBesideWhole(reader, owner, schemes);
    return { ...owner, parameters: owner.parameters.map(settle) };
  };
}

/** OpenAPI 3.2, section 4.12.1: a whole query has nothing beside it. A form can have, since both are pairs. */
function reportBesideWhole(
  { report }: Reader,
  { parameters, security = [] }: Parametrized,
  schemes: readonly SecurityScheme[],
): void {
  const [whole, ...more] = parameters
    .filter((each) => each.in === "query")
    .sort((a, b) => Number(b.whole ?? false) - Number(a.whole ?? false));
  if (whole?.whole !== true) return;
  for (const { pointer, name } of more)
    report("parameter-content", pointer, `${name} stands beside ${whole.name}, which is the whole query`);
  for (const scheme of schemes)
    if (scheme.kind === "apiKey" && scheme.in === "query" && security.flat().includes(scheme.name))
      report(
        "parameter-content",
        whole.pointer,
        `${whole.name} leaves no place for the key of ${scheme.name}`,
      );
}

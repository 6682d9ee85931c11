/** Parameters: where they stand, how they are written, and which of them operations share. */
import { type JsonObject, byCodeUnit } from "../json.js";
import type { Operation } from "./api.js";
import type { Parameter, ParameterLocation } from "./parameter.js";
import type { SchemaLowering } from "./lower-schema.js";
import type { UnnamedServer } from "./lower-server.js";
import { isPersonal } from "./lower-rules.js";
import { present } from "./present.js";
import { type At, type Reader, arrayField, booleanField, field, follow, stringField } from "./reader.js";
import { exampleOf } from "./lower-content.js";
import { pascalCase } from "./names.js";
import { type JsonType, type Schema, type SchemaTable, named } from "./schema.js";

/** An operation, the name of its resource, and what the whole API needs of it. */
export interface LoweredOperation {
  readonly resource: string;
  readonly operation: Operation;
  /** Its own servers. */
  readonly servers: readonly UnnamedServer[];
  /** The callbacks that it declares. */
  readonly callbacks: At<JsonObject> | undefined;
}

const locations: readonly string[] = ["path", "query", "header", "cookie"] satisfies ParameterLocation[];

/** Headers that other parts of a description speak of (OpenAPI 3.1, section 4.8.12.2): ignored as parameters. */
const ignoredHeaders: readonly string[] = ["accept", "content-type", "authorization"];

/** The parameters of an operation: those of its path item, replaced by its own of the same name and place. */
export function lowerParameters(
  reader: Reader,
  schemas: SchemaLowering,
  item: At,
  operation: At,
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const owner of [item, operation])
    for (const place of arrayField(reader, owner, "parameters")) {
      const parameter = lowerParameter(reader, schemas, place);
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  return nameApart(reader, operation, [...found.values()]);
}

/** Parameters and the body are members of one object: one whose name is taken says where it stands, as `queryId`. */
function nameApart(reader: Reader, operation: At, parameters: readonly Parameter[]): readonly Parameter[] {
  const owners = new Map<string, string>(
    field(operation, "requestBody") === undefined ? [] : [["body", "the body"]],
  );
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

function lowerParameter(reader: Reader, schemas: SchemaLowering, place: At): Parameter | undefined {
  const at = follow(reader, place);
  if (at === undefined) return undefined;
  const name = stringField(reader, at, "name");
  const location = stringField(reader, at, "in");
  if (name === undefined || location === undefined) {
    reader.report("missing-field", at.pointer, name === undefined ? "name" : "in");
    return undefined;
  }
  if (!locations.includes(location)) {
    reader.report(
      "wrong-type",
      `${at.pointer}/in`,
      `expected one of ${locations.join(", ")}, found ${location}`,
    );
    return undefined;
  }
  if (location === "header" && ignoredHeaders.includes(name.toLowerCase())) return undefined;
  const schema = field(at, "schema");
  if (schema === undefined)
    reader.report(field(at, "content") ? "parameter-style" : "missing-field", at.pointer, `${name}: schema`);
  const description = stringField(reader, at, "description");
  return present({
    pointer: at.pointer,
    name,
    property: name,
    in: location as ParameterLocation,
    required: location === "path" || booleanField(reader, at, "required"),
    deprecated: booleanField(reader, at, "deprecated"),
    personal: isPersonal(at) || undefined,
    description,
    schema: schemas.lower(schema ?? { value: true, pointer: at.pointer }, "request"),
    arrays: lowerStyle(reader, at, location),
    example: exampleOf(reader, at, schema),
  });
}

/** OpenAPI 3.1, section 4.8.12: `form` in query and cookie explodes by default, `simple` never repeats. */
function lowerStyle(reader: Reader, at: At, location: string): Parameter["arrays"] {
  const usual = location === "query" || location === "cookie" ? "form" : "simple";
  const style = stringField(reader, at, "style") ?? usual;
  const explode = field(at, "explode") === undefined ? style === "form" : booleanField(reader, at, "explode");
  if (style !== usual) reader.report("parameter-style", `${at.pointer}/style`, style);
  if (booleanField(reader, at, "allowReserved"))
    reader.report("parameter-style", `${at.pointer}/allowReserved`, "allowReserved");
  return usual === "form" && explode ? "repeated" : "joined";
}

/** What can only be seen once all schemas are known: values that the supported styles cannot write. */
export function checkParameters(
  reader: Reader,
  operations: readonly LoweredOperation[],
  table: SchemaTable,
): void {
  const reported = new Set<string>();
  for (const { operation } of operations)
    for (const { name, schema, pointer } of operation.parameters) {
      if (reported.has(pointer) || isWritable(schema, table, true)) continue;
      reported.add(pointer);
      reader.report("parameter-style", pointer, `${name} can hold an object or a nested array`);
    }
}

/** Whether all values of a schema are primitives or, at the top, arrays of primitives. */
export function isWritable(
  schema: Schema,
  table: SchemaTable,
  top: boolean,
  seen = new Set<string>(),
): boolean {
  const allows = (type: JsonType): boolean => schema.types?.includes(type) ?? false;
  if (allows("object") || (schema.types === undefined && schema.object !== undefined)) return false;
  if (allows("array") || (schema.types === undefined && schema.array !== undefined)) {
    const items = [
      ...(schema.array?.prefixItems ?? []),
      ...(schema.array?.items ? [schema.array.items] : []),
    ];
    if (!top || !items.every((each) => isWritable(each, table, false))) return false;
  }
  if (schema.ref !== undefined && !seen.has(schema.ref)) {
    if (!isWritable(named(table, schema.ref).schema, table, top, seen.add(schema.ref))) return false;
  }
  return [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].every((each) =>
    isWritable(each, table, top, seen),
  );
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

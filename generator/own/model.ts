/** What plugins see of the model: few fields, which stay. */
import { type Json, type JsonObject, isObject, valueAt } from "../json.js";
import { type Api, type Operation, operationsOf } from "../model/api.js";
import type { NamedSchema } from "../model/schema.js";

/** The API of a package. Every text of the description is whatever its author wrote: `JSON.stringify` makes a literal of one. */
export interface Model {
  readonly title: string;
  /** Sorted by resource and name. */
  readonly operations: readonly ModelOperation[];
  /** By the names of their types. */
  readonly schemas: ReadonlyMap<string, ModelSchema>;
}

export interface ModelOperation {
  /** The name of its function. */
  readonly name: string;
  /** The group that it belongs to. */
  readonly resource: string;
  /** In capitals. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly ModelParameter[];
  /** What the description says of it by `x-…`. */
  readonly extensions: JsonObject;
}

export interface ModelParameter {
  /** As it is sent. */
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
}

export interface ModelSchema {
  readonly name: string;
  /** The schema as the description has it, which is brought to OpenAPI 3.0 from Swagger 2.0. */
  readonly source: Json;
  /** What the description says of it by `x-…`. */
  readonly extensions: JsonObject;
}

/** `data` is the description that the model was made of; what plugins get of it is their own. */
export function modelOf(api: Api, data: JsonObject): Model {
  const source = (pointer: string): Json => structuredClone(valueAt(data, pointer) ?? null);
  const groups = new Map(
    api.resources.flatMap(({ name, operations }) => operations.map((each) => [each, name] as const)),
  );
  const operations = operationsOf(api).map((each) =>
    operationOf(each, groups.get(each) ?? "", source(each.pointer)),
  );
  const schemas = [...api.schemas.values()].map((each) => schemaOf(each, source(each.schema.pointer)));
  return { title: api.title, operations, schemas: new Map(schemas.map((each) => [each.name, each])) };
}

function operationOf(operation: Operation, resource: string, source: Json): ModelOperation {
  const { name, verb, path, summary, description, deprecated, parameters } = operation;
  return {
    name,
    resource,
    method: verb,
    path,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    deprecated,
    parameters: parameters.map((each) => ({ name: each.name, in: each.in, required: each.required })),
    extensions: extensionsOf(source),
  };
}

const schemaOf = ({ name }: NamedSchema, source: Json): ModelSchema => ({
  name,
  source,
  extensions: extensionsOf(source),
});

const extensionsOf = (source: Json): JsonObject =>
  Object.fromEntries(Object.entries(isObject(source) ? source : {}).filter(([key]) => key.startsWith("x-")));

/** A validator that also tells the JSON Schema of what it checks. */
import { toDraft07 } from "./draft-07.js";
import type { Converted, Definitions, JsonSchema } from "./json-schema.js";
import { toOpenApi30 } from "./openapi-30.js";
import type { StandardProps, Validator } from "./validator.js";

/** A validator of `T` with its JSON Schema. Works with everything that accepts Standard JSON Schema v1 as well. */
export interface SchemaValidator<T, Input = T> extends Validator<T, Input> {
  /** JSON Schema 2020-12, which needs no other document: `$defs` holds what it refers to. */
  readonly schema: JsonSchema;
  /** What the schemas of others are made of that refer to this one. */
  readonly definition: Definition;
  readonly "~standard": StandardJsonSchemaProps<T, Input>;
}

export interface Definition {
  /** In `$defs`. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** The validators of the schemas that this one names; they may name this one. */
  readonly refs: () => readonly SchemaValidator<unknown>[];
}

/** The members of a Standard Schema that is a Standard JSON Schema as well (https://standardschema.dev/json-schema). */
export interface StandardJsonSchemaProps<T, Input = T> extends StandardProps<T, Input> {
  /** What goes in and what comes out, as JSON, have the same schema: that of the wire. */
  readonly jsonSchema: { readonly input: ConvertSchema; readonly output: ConvertSchema };
}

/** Says the schema in another dialect; throws where the dialect is not known or has no words for it. */
export type ConvertSchema = (options: ConvertOptions) => Record<string, unknown>;

export interface ConvertOptions {
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** Validators with their JSON Schemas by status, for the documented responses that have a body. */
export type ResponseSchemaValidators<R> = {
  readonly [
    S in keyof R as R[S] extends undefined | Blob | AsyncIterable<unknown> ? never : S
  ]: SchemaValidator<R[S]>;
};

/** Gives a validator its JSON Schema. */
export function schemaValidator<T, Input = T>(
  name: string,
  validator: Validator<T, Input>,
  schema: JsonSchema,
  refs: Definition["refs"] = () => [],
): SchemaValidator<T, Input> {
  const definition: Definition = { name, schema, refs };
  let whole: JsonSchema | undefined;
  const convert: ConvertSchema = ({ target }) => convertTo(target, definition);
  return {
    ...validator,
    definition,
    get schema() {
      return (whole ??= document(definition));
    },
    "~standard": { ...validator["~standard"], jsonSchema: { input: convert, output: convert } },
  };
}

/** The schema with all that it refers to, directly or by way of others. */
function document(definition: Definition): JsonSchema {
  const $defs = definitionsOf(definition);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...definition.schema,
    ...(Object.keys($defs).length === 0 ? {} : { $defs }),
  };
}

function definitionsOf({ refs }: Definition): Definitions {
  const found = new Set(refs());
  for (const each of found) for (const ref of each.definition.refs()) found.add(ref);
  return Object.fromEntries([...found].map(({ definition: { name, schema } }) => [name, schema]));
}

function convertTo(target: string, definition: Definition): Converted {
  const refuse = (what: string): never => {
    throw new Error(`${definition.name} has no equivalent in ${target}: ${what}`);
  };
  switch (target) {
    case "draft-2020-12":
      return structuredClone(document(definition));
    case "draft-07":
      return toDraft07(definition.schema, definitionsOf(definition), refuse);
    case "openapi-3.0":
      return toOpenApi30(definition.schema, definitionsOf(definition), refuse);
    default:
      throw new Error(`${target} is not supported: draft-2020-12, draft-07 and openapi-3.0 are`);
  }
}

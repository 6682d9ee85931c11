/** What the plans of validators, fixtures and operations share: the schemas that an operation's contents have. */
import { type Code, literal, memberName, str } from "../code/code.js";
import type { Operation, Resource } from "../model/api.js";
import { type NamedSchema, type SchemaId, type SchemaTable, named } from "../model/schema.js";

/** The schemas that belong to a resource's operations, sorted by name. */
export function ownedBy(resource: Resource, table: SchemaTable): readonly NamedSchema[] {
  return [...table.values()].filter((each) => each.resource === resource.file);
}

/** The schema of the request body, when it has one. */
export function bodySchema(operation: Operation, table: SchemaTable): NamedSchema | undefined {
  const ref = operation.body?.content.schema?.ref;
  return ref === undefined ? undefined : named(table, ref);
}

/** The responses that have a body with a schema. */
export function contentResponses(
  operation: Operation,
): readonly { readonly status: string; readonly ref: SchemaId }[] {
  return operation.responses.flatMap(({ status, content }) =>
    content?.schema?.ref === undefined ? [] : [{ status, ref: content.schema.ref }],
  );
}

/** A status as the name of a property: a number where it is one, so that it narrows. */
export function statusKey(status: string): Code {
  return /^\d+$/.test(status) ? literal(Number(status)) : memberName(status);
}

/** A status as a type. */
export const statusLiteral = (status: string): Code =>
  /^\d+$/.test(status) ? statusKey(status) : str(status);

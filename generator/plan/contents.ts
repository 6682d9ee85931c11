/** What the plans of validators, fixtures and operations share: the schemas that an operation's contents have. */
import { type Code, code, join, literal, memberName, str } from "../code/code.js";
import type { ReExport } from "../code/module.js";
import type { Operation, Resource } from "../model/api.js";
import { type Content, isStream, usualContent } from "../model/content.js";
import { type NamedSchema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import { type Artefact, moduleOf } from "../print/symbols.js";

/** The schemas that belong to a resource's operations, sorted by name. */
export function ownedBy(resource: Resource, table: SchemaTable): readonly NamedSchema[] {
  return [...table.values()].filter((each) => each.resource === resource.file);
}

/** The schema of the request body as it usually is, when that has one. */
export function bodySchema(operation: Pick<Operation, "body">, table: SchemaTable): NamedSchema | undefined {
  const usual = usualContent(operation.body?.contents ?? []);
  const ref = usual && valueRef(usual);
  return ref === undefined ? undefined : named(table, ref);
}

/** A body whose schema has a name of its own is exported under the operation's name as well. */
export function bodyAlias(operation: Operation, table: SchemaTable, artefact: Artefact): readonly ReExport[] {
  const schema = bodySchema(operation, table);
  const alias = operation.bodyAlias;
  if (schema === undefined || alias === undefined) return [];
  return [{ kind: "export", module: moduleOf(schema, artefact), names: [{ name: schema.name, alias }] }];
}

/** The responses that have a body with a schema, the same for all of their media types. */
export function contentResponses(
  operation: Pick<Operation, "responses">,
): readonly { readonly status: string; readonly ref: SchemaId }[] {
  return operation.responses.flatMap(({ status, contents }) => {
    const [ref, ...others] = new Set(contents.map(valueRef));
    return ref === undefined || others.length > 0 ? [] : [{ status, ref }];
  });
}

/** The schema of a body as a whole, if it has one. */
const valueRef = (content: Content): SchemaId | undefined =>
  isStream(content) ? undefined : content.schema?.ref;

/** What is known of all statuses but for those whose body has several types, one a media type. */
export function exceptMixed(all: Code, operation: Operation): Code {
  const mixed = mixedStatuses(operation);
  return mixed.length === 0 ? all : code`Omit<${all}, ${join(mixed, " | ")}>`;
}

function mixedStatuses(operation: Operation): readonly Code[] {
  return operation.responses.flatMap(({ status, contents }) => {
    const refs = new Set(contents.map(valueRef));
    return refs.size > 1 && [...refs].some((each) => each !== undefined) ? [statusLiteral(status)] : [];
  });
}

/** A status as a type. */
export const statusLiteral = (status: string): Code =>
  /^\d+$/.test(status) ? statusKey(status) : str(status);

/** A status as the name of a property: a number where it is one, so that it narrows. */
export function statusKey(status: string): Code {
  return /^\d+$/.test(status) ? literal(Number(status)) : memberName(status);
}

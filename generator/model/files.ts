/** Which schemas describe files: those of bytes that a body of parts holds, for which text would be a detour. */
import type { Operation } from "./api.js";
import { type Content, isOfParts } from "./content.js";
import { encodedParts, isOfBytes } from "./part-schemas.js";
import {
  type Schema,
  type SchemaId,
  type SchemaTable,
  hasRules,
  mapSchemas,
  named,
  refsOf,
} from "./schema.js";

/** The schemas, in which what multipart bodies and answers lead to holds files. */
export function settleFiles(
  table: SchemaTable,
  operations: readonly Pick<Operation, "body" | "responses">[],
): SchemaTable {
  const contents = operations.flatMap(({ body, responses }): readonly Content[] => [
    ...(body?.contents ?? []),
    ...responses.flatMap((each) => each.contents),
  ]);
  const ofParts = contents.filter(isOfParts);
  const reached = new Set<SchemaId>(ofParts.flatMap(({ schema }) => schema?.ref ?? []));
  const bytes = new Set(ofParts.flatMap((each) => byteSchemas(each, table)));
  const asFile = (schema: Schema): Schema => {
    const { pointer, annotations } = schema;
    return schema.binary || bytes.has(schema)
      ? { pointer, file: true, annotations }
      : mapSchemas(schema, asFile);
  };
  for (const id of reached) for (const next of refsOf(named(table, id).schema)) reached.add(next);
  return new Map(
    [...table].map(([id, each]) => [id, reached.has(id) ? { ...each, schema: asFile(each.schema) } : each]),
  );
}

/**
 * The schemas of parts that say nothing themselves, where an encoding says that they are bytes (OpenAPI 3.1, section
 * 4.8.14.3). What stands elsewhere under a name of its own may mean anything, so it stays as it is.
 */
function byteSchemas(content: Content, table: SchemaTable): readonly Schema[] {
  const roots = new Set([...table.values()].map((each) => each.schema));
  const isOwn = (schema: Schema): boolean =>
    !roots.has(schema) || schema.pointer.startsWith(`${content.pointer}/`);
  return encodedParts(content, table)
    .filter(({ encoding }) => isOfBytes(encoding))
    .flatMap(({ schemas }) => schemas.filter((each) => !hasRules(each) && isOwn(each)));
}

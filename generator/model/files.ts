/** Which schemas describe files: those of bytes that a body of parts holds, for which text would be a detour. */
import type { Operation } from "./api.js";
import type { Content } from "./content.js";
import { type Schema, type SchemaId, type SchemaTable, mapSchemas, named, refsOf } from "./schema.js";

/** The schemas, in which what multipart bodies and answers lead to holds files. */
export function settleFiles(
  table: SchemaTable,
  operations: readonly Pick<Operation, "body" | "responses">[],
): SchemaTable {
  const contents = operations.flatMap(({ body, responses }): readonly Content[] => [
    ...(body?.contents ?? []),
    ...responses.flatMap((each) => each.contents),
  ]);
  const reached = new Set<SchemaId>(
    contents.flatMap(({ codec, schema }) =>
      (codec === "multipart" || codec === "parts") && schema?.ref !== undefined ? [schema.ref] : [],
    ),
  );
  for (const id of reached) for (const next of refsOf(named(table, id).schema)) reached.add(next);
  return new Map(
    [...table].map(([id, each]) => [id, reached.has(id) ? { ...each, schema: asFile(each.schema) } : each]),
  );
}

function asFile(schema: Schema): Schema {
  const { pointer, annotations } = schema;
  return schema.binary ? { pointer, file: true, annotations } : mapSchemas(schema, asFile);
}

/** Plans the types of schemas: one module a schema that stands by itself. */
import { code } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { NamedSchema, SchemaTable } from "../model/schema.js";
import { moduleOf } from "../print/symbols.js";
import { isInterface, printDocs, printIndex, printMembers, printType } from "../print/type.js";
import { barrel } from "./barrel.js";
import type { LazyModule } from "./lazy-modules.js";
import { standalone } from "./owner-modules.js";

export function planModels(table: SchemaTable, lazy: LazyModule): readonly Module[] {
  const modules = standalone(table).map((each) =>
    lazy(moduleOf(each, "models"), each, () => [declareModel(each, table)]),
  );
  return [...modules, barrel("models/index", modules, { typeOnly: true })];
}

/** An interface where the schema is an object and nothing else, a type alias otherwise. */
export function declareModel({ name, schema }: NamedSchema, table: SchemaTable): Declaration {
  const docs = printDocs(schema);
  if (!isInterface(schema)) return { kind: "type", name, docs, type: printType(schema, table) };
  const members = printMembers(schema, table);
  const empty = schema.object?.additionalProperties?.never ? code`never` : code`unknown`;
  const index = printIndex(schema, table) ?? (members.length === 0 ? empty : undefined);
  return { kind: "interface", name, docs, members, index };
}

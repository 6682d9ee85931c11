/** The modules of one folder: one a schema that stands by itself, and one a resource. */
import type { Declaration, Module } from "../code/module.js";
import type { Api, Resource } from "../model/api.js";
import type { NamedSchema, SchemaTable } from "../model/schema.js";
import { type Artefact, moduleOf } from "../print/symbols.js";
import type { LazyModule } from "./lazy-modules.js";
import { declaresAny } from "./outline.js";

/** What modules hold of their owners. */
export interface Declare {
  readonly ofSchema: (schema: NamedSchema) => readonly Declaration[];
  readonly ofResource: (resource: Resource) => readonly Declaration[];
}

/** Those of them in which there is something. */
export const ownerModules = (
  folder: Artefact,
  { schemas, resources }: Pick<Api, "schemas" | "resources">,
  lazy: LazyModule,
  { ofSchema, ofResource }: Declare,
): readonly Module[] =>
  [
    ...standalone(schemas).map((each) => lazy(moduleOf(each, folder), each, () => ofSchema(each))),
    ...resources.map((each) => lazy(`${folder}/operations/${each.file}`, each, () => ofResource(each))),
  ].filter(declaresAny);

/** The schemas that no resource owns. */
export const standalone = (table: SchemaTable): readonly NamedSchema[] =>
  [...table.values()].filter((each) => each.resource === undefined);

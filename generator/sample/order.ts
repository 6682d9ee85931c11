/** The order in which schemas can be worked out: each after those that it refers to. */
import { groupsOf } from "../graph.js";
import { type SchemaId, type SchemaTable, named, refsOf } from "../model/schema.js";

/** Groups of schemas that refer to each other, dependencies first. */
export const componentsOf = (table: SchemaTable): readonly (readonly SchemaId[])[] =>
  groupsOf(table.keys(), (id) => refsOf(named(table, id).schema));

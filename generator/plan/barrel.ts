/** Plans modules, and parts of them, that only export what others declare. */
import type { Declaration, Module } from "../code/module.js";
import type { NamedExports } from "../model/package-exports.js";
import type { SchemaTable } from "../model/schema.js";

export function barrel(
  path: string,
  modules: readonly Module[],
  how: { readonly typeOnly?: boolean } = {},
): Module {
  return { path, declarations: modules.map((each) => ({ kind: "export", module: each.path, ...how })) };
}

/** Declarations that export names of other modules. */
export const passOn = (exports: readonly NamedExports[]): readonly Declaration[] =>
  exports.map(({ names, ...each }) => ({ kind: "export", names: names.map((name) => ({ name })), ...each }));

/** The module with names of the runtime that its users need, unless a schema has the name. */
export function withRuntime(
  { path, declarations }: Module,
  table: SchemaTable,
  module: string,
  wanted: readonly { readonly name: string; readonly type: boolean }[],
): Module {
  const taken = new Set([...table.values()].flatMap((each) => [each.name, each.factory]));
  const free = wanted.filter((each) => !taken.has(each.name));
  const exported = [true, false].flatMap((typeOnly): readonly Declaration[] => {
    const names = free.filter((each) => each.type === typeOnly).map(({ name }) => ({ name }));
    return names.length === 0 ? [] : [{ kind: "export", module, names, typeOnly }];
  });
  return { path, declarations: [...declarations, ...exported] };
}

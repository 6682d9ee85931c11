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

/** A module of the runtime, and what of it the users of a barrel need. */
export type PassedOn = readonly [
  module: string,
  names: readonly { readonly name: string; readonly type: boolean }[],
];

/** A barrel that also exports what its users need of the runtime, unless a schema has the name. */
export function barrelWithRuntime(
  path: string,
  modules: readonly Module[],
  table: SchemaTable,
  passedOn: readonly PassedOn[],
): Module {
  const taken = new Set([...table.values()].flatMap((each) => [each.name, each.factory]));
  const exported = passedOn.flatMap(([module, wanted]) =>
    [true, false].flatMap((typeOnly): readonly Declaration[] => {
      const free = wanted.filter((each) => each.type === typeOnly && !taken.has(each.name));
      const names = free.map(({ name }) => ({ name }));
      return names.length === 0 ? [] : [{ kind: "export", module, names, typeOnly }];
    }),
  );
  return { path, declarations: [...barrel(path, modules).declarations, ...exported] };
}

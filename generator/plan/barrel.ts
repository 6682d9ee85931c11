/** Plans a module that only exports what others declare. */
import type { Module } from "../code/module.js";

export function barrel(
  path: string,
  modules: readonly Module[],
  how: { readonly typeOnly?: boolean } = {},
): Module {
  return { path, declarations: modules.map((each) => ({ kind: "export", module: each.path, ...how })) };
}

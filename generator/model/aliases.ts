/** Components that are other documents' schemas under a name of the description's own. */
import { placeIn } from "../documents.js";
import { type Json, byCodeUnit, isObject, joinPointer, member, valueAt } from "../json.js";
import type { Identifiers } from "./identifiers.js";

/** The schemas in other documents, by the component that is nothing but a reference to one; the first of several. */
export function aliasesIn(root: Json, resolve: Identifiers["resolve"]): ReadonlyMap<string, string> {
  const schemas = member(member(root, "components"), "schemas");
  const targets = new Set<string>();
  const aliases = Object.entries(isObject(schemas) ? schemas : {})
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([name, schema]) => {
      const pointer = joinPointer("/components/schemas", name);
      const target = onlyTarget(schema, pointer, resolve);
      if (target === undefined || placeIn(target).document === undefined) return [];
      if (valueAt(root, target) === undefined || targets.has(target)) return [];
      targets.add(target);
      return [[pointer, target] as const];
    });
  return new Map(aliases);
}

/** What a schema refers to that says nothing else. */
function onlyTarget(schema: Json, pointer: string, resolve: Identifiers["resolve"]): string | undefined {
  const ref = isObject(schema) && Object.keys(schema).length === 1 ? member(schema, "$ref") : undefined;
  return typeof ref === "string" ? resolve(ref, pointer) : undefined;
}

/** Drops the components that nothing refers to. */
import { type Document, documentsKey } from "../documents.js";
import { holdsData, holdsNames, isMappedReference } from "../fields.js";
import { type Json, type JsonObject, isArray, isObject, joinPointer, member, valueAt } from "../json.js";
import { type Identifiers, identifiersOf } from "../model/identifiers.js";

/** The description without components that neither its other parts nor those lead to. */
export function prune(data: JsonObject, documents: readonly Document[]): JsonObject {
  const { components, [documentsKey]: others, ...rest } = data;
  if (!isObject(components)) return data;
  const used = usedComponents(
    data,
    rest,
    identifiersOf(data, () => {}, documents),
  );
  const kept = Object.entries(components).map(([kind, members]) => [
    kind,
    isObject(members) && !kind.startsWith("x-")
      ? Object.fromEntries(
          Object.entries(members).filter(([name]) => used.has(joinPointer("/components", kind, name))),
        )
      : members,
  ]);
  return {
    ...rest,
    components: Object.fromEntries(kept) as JsonObject,
    ...(others === undefined ? {} : { [documentsKey]: others }),
  };
}

/** The pointers of the components that `start` leads to, over any number of others. */
function usedComponents(data: JsonObject, start: JsonObject, identifiers: Identifiers): ReadonlySet<string> {
  const used = new Set<string>();
  const seen = new Set<string>();
  const open: At[] = [{ value: start, pointer: "" }];
  const children = extendingSchemas(data, identifiers);
  for (let visit; (visit = open.pop());) {
    const parents = member(visit.value, "discriminator") === undefined ? [] : children.get(visit.pointer);
    for (const target of [...targetsIn(visit, identifiers), ...(parents ?? [])]) {
      const component = /^\/components\/[^/]+\/[^/]+/.exec(target)?.[0];
      if (component !== undefined) used.add(component);
      const pointer = component ?? target;
      const value = valueAt(data, pointer);
      if (value === undefined || seen.has(pointer)) continue;
      seen.add(pointer);
      open.push({ value, pointer });
    }
  }
  return used;
}

interface At {
  readonly value: Json;
  readonly pointer: string;
}

/** Schemas by the one that they extend: its discriminator means them, though it does not refer to them. */
function extendingSchemas(
  data: JsonObject,
  { resolve }: Identifiers,
): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  const schemas = member(member(data, "components"), "schemas");
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
    const pointer = joinPointer("/components/schemas", name);
    const all = member(schema, "allOf");
    for (const each of isArray(all) ? all : []) {
      const ref = member(each, "$ref");
      const parent = typeof ref === "string" ? resolve(ref, pointer) : undefined;
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pointer]);
    }
  }
  return children;
}

/** The pointers that everything in a value refers to. */
function targetsIn(start: At, identifiers: Identifiers): readonly string[] {
  const found: string[] = [];
  const add = (ref: Json | undefined, from: string): void => {
    const pointer = typeof ref === "string" ? identifiers.resolve(ref, from) : undefined;
    if (pointer !== undefined) found.push(pointer);
  };
  const walk = ({ value, pointer }: At, isMap: boolean): void => {
    if (!isArray(value) && !isObject(value)) return;
    for (const [key, each] of Object.entries(value)) {
      const at = joinPointer(pointer, key);
      if (!isMap && key === "$ref") add(each, pointer);
      if (!isMap && key === "$dynamicRef" && typeof each === "string") {
        add(each, pointer);
        found.push(...identifiers.anchored(each.replace(/^.*#/, "")));
      }
      if (!isMap && key === "security") found.push(...schemesIn(each, at, identifiers));
      if (key === "defaultMapping" || (key === "mapping" && !isMap))
        for (const ref of isObject(each) ? Object.values(each) : [each]) {
          add(ref, at);
          if (typeof ref === "string" && !isMappedReference(ref))
            found.push(joinPointer("/components/schemas", ref));
        }
      if (isMap || !holdsData(key, each)) walk({ value: each, pointer: at }, !isMap && holdsNames(key, each));
    }
  };
  walk(start, false);
  return found;
}

/** Requirements name their schemes, or refer to them. */
function schemesIn(requirements: Json, from: string, { resolve }: Identifiers): readonly string[] {
  const names = (isArray(requirements) ? requirements : []).flatMap((each) =>
    Object.keys(Object(each) as object),
  );
  return names.flatMap((name) => [
    joinPointer("/components/securitySchemes", name),
    ...(resolve(name, from) === undefined ? [] : [resolve(name, from) as string]),
  ]);
}

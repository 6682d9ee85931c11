/** References as openapi-typescript reads them: pointers into the document, whatever identifiers the schemas have. */
import { type Document, placeIn } from "../documents.js";
import { isMappedReference } from "../fields.js";
import {
  type Json,
  type JsonObject,
  isArray,
  isObject,
  joinPointer,
  member,
  splitPointer,
  valueAt,
} from "../json.js";
import { aliasesIn } from "./aliases.js";
import { type Identifiers, identifiersOf } from "./identifiers.js";
import type { SchemaTable } from "./schema.js";

type Resolve = Identifiers["resolve"];

/**
 * The same description, referred to by pointers only, the schemas of other documents among the components by the names
 * that `table` has for them. A dynamic reference leads where it is written.
 */
export function withPointers(
  data: JsonObject,
  documents: readonly Document[],
  table: SchemaTable,
): JsonObject {
  const { isPlain, resolve } = identifiersOf(data, () => {}, documents);
  if (isPlain) return data;
  const homes = newHomes(data, table, aliasesIn(data, resolve));
  const used = new Map<string, string>();
  const all = rewritten(data, "", (ref, from) => {
    const pointer = resolve(ref, from);
    const home = pointer === undefined ? undefined : homes.get(pointer);
    if (pointer === undefined || home === undefined) return pointer;
    used.set(pointer, home);
    return home;
  }) as JsonObject;
  if (used.size === 0) return all;
  const components = member(all, "components");
  const schemas = member(components, "schemas");
  const moved = [...used].map(([from, to]) => [splitPointer(to).at(-1) ?? "", valueAt(all, from) ?? true]);
  return {
    ...all,
    components: {
      ...(isObject(components) ? components : {}),
      schemas: { ...(isObject(schemas) ? schemas : {}), ...Object.fromEntries(moved) } as JsonObject,
    },
  };
}

/** Where the schemas of other documents go, by where they are. */
function newHomes(
  data: JsonObject,
  table: SchemaTable,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set(Object.keys(member(member(data, "components"), "schemas") ?? {}));
  const homes = new Map([...aliases].map(([alias, target]) => [target, alias]));
  for (const { name, schema } of table.values()) {
    const { pointer } = schema;
    if (placeIn(pointer).document === undefined || homes.has(pointer)) continue;
    let free = name;
    while (taken.has(free)) free += "_";
    taken.add(free);
    homes.set(pointer, joinPointer("/components/schemas", free));
  }
  return homes;
}

function rewritten(value: Json, pointer: string, resolve: Resolve): Json {
  if (isArray(value)) return value.map((each, i) => rewritten(each, joinPointer(pointer, i), resolve));
  if (!isObject(value)) return value;
  const { $ref, $dynamicRef } = value;
  const ref = typeof $ref === "string" ? $ref : $dynamicRef;
  const target = typeof ref === "string" ? resolve(ref, pointer) : undefined;
  const kept = Object.entries(value).filter(
    ([key, each]) => !(typeof each === "string" && identifying.has(key)),
  );
  const rest = Object.fromEntries(
    kept.map(([key, each]) => {
      const at = joinPointer(pointer, key);
      const isMapping = key === "mapping" && pointer.endsWith("/discriminator") && isObject(each);
      return [key, isMapping ? rewrittenMapping(each, at, resolve) : rewritten(each, at, resolve)];
    }),
  );
  if (target !== undefined) return { ...rest, $ref: `#${encodeURI(target)}` };
  return typeof $ref === "string" ? { ...rest, $ref } : rest;
}

/** Names of schemas stay; references become pointers. */
function rewrittenMapping(mapping: JsonObject, pointer: string, resolve: Resolve): Json {
  return Object.fromEntries(
    Object.entries(mapping).map(([tag, ref]) => {
      const isReference = typeof ref === "string" && isMappedReference(ref);
      const target = isReference ? resolve(ref, pointer) : undefined;
      return [tag, target === undefined ? ref : `#${encodeURI(target)}`];
    }),
  );
}

const identifying: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "$id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
]);

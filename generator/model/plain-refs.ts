/** References as openapi-typescript reads them: pointers into the document, whatever identifiers the schemas have. */
import { type Json, type JsonObject, isArray, isObject, joinPointer } from "../json.js";
import { type Identifiers, readIdentifiers } from "./identifiers.js";

/** The same description, referred to by pointers only. A dynamic reference leads where it is written. */
export function withPointers(data: JsonObject): JsonObject {
  const identifiers = readIdentifiers(data, () => {});
  return identifiers.isPlain ? data : (rewritten(data, "", identifiers) as JsonObject);
}

function rewritten(value: Json, pointer: string, identifiers: Identifiers): Json {
  if (isArray(value)) return value.map((each, i) => rewritten(each, joinPointer(pointer, i), identifiers));
  if (!isObject(value)) return value;
  const { $ref, $dynamicRef } = value;
  const ref = typeof $ref === "string" ? $ref : $dynamicRef;
  const target = typeof ref === "string" ? identifiers.resolve(ref, pointer) : undefined;
  const kept = Object.entries(value).filter(
    ([key, each]) => !(typeof each === "string" && identifying.has(key)),
  );
  const rest = Object.fromEntries(
    kept.map(([key, each]) => [key, rewritten(each, joinPointer(pointer, key), identifiers)]),
  );
  if (target !== undefined) return { ...rest, $ref: `#${encodeURI(target)}` };
  return typeof $ref === "string" ? { ...rest, $ref } : rest;
}

const identifying: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "$id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
]);

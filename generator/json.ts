/** JSON values and JSON Pointers (RFC 6901): the vocabulary that every stage shares. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value as JSON, where it is nothing but that: no instance of a class, nothing that is left out. */
export function plainJson(value: unknown): Json | undefined {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object") return undefined;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every((each) => plainJson(each) !== undefined)
    ? (value as Json)
    : undefined;
}

/** The member `key` of `value`, own members only: `__proto__` and `constructor` are names like any other. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function joinPointer(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (all, key) => `${all}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

export function splitPointer(pointer: string): string[] {
  return pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at `pointer`, or undefined where there is none. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  return splitPointer(pointer).reduce<Json | undefined>(member, root);
}

/** Orders strings by code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same object with its members in code unit order. */
export function sortKeys(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Deep equality of JSON values as JSON Schema 2020-12 (section 4.2.2) defines it. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isArray(a) && isArray(b))
    return a.length === b.length && a.every((each, i) => sameJson(each, b[i] as Json));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json))
  );
}

/** The values without those that are equal to an earlier one. */
export function distinctJson(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((each) => {
    const text = canonicalText(each);
    return !seen.has(text) && seen.add(text);
  });
}

/** A text that is the same for equal values, in whatever order their members are. */
export function canonicalText(value: Json): string {
  if (isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort(byCodeUnit)
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] as Json)}`);
  return `{${members.join(",")}}`;
}

/** The JSON Pointer in a reference to this document (RFC 6901, section 6), or undefined for any other reference. */
export function localPointer(ref: string): string | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}

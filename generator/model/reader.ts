/** Reads the raw description: every step is checked, and what is wrong is reported at its pointer. */
import type { Report } from "../diagnostics.js";
import type { OwnFormat } from "./formats.js";
import { suggestion } from "../suggestion.js";
import { kindAt } from "./kinds.js";
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

/** A value of the description and where it stands. */
export interface At<T extends Json = Json> {
  readonly value: T;
  readonly pointer: string;
}

/** The version of OpenAPI whose meaning a description has. */
export type Dialect = "3.0" | "3.1" | "3.2";

export interface Reader {
  readonly dialect: Dialect;
  /** Whether a format that is not known is meant to be a note. */
  readonly isNote: (format: string) => boolean;
  /** The format of the user's own that has a name. */
  readonly ownFormat: (name: string) => OwnFormat | undefined;
  readonly root: At<JsonObject>;
  readonly report: Report;
  /** The pointer of what a reference at `from` names, whether or not something stands there. */
  readonly resolve: (ref: string, from: string) => string | undefined;
}

/** The member `key` as it is written, or undefined where it is absent. */
export function field(at: At, key: string): At | undefined {
  const value = member(at.value, key);
  return value === undefined ? undefined : { value, pointer: joinPointer(at.pointer, key) };
}

/** The same, or what it refers to: a text, a list or a map may be written elsewhere as well as what OpenAPI has references for. */
function valueField(reader: Reader, at: At, key: string): At | undefined {
  const found = field(at, key);
  return typeof member(found?.value, "$ref") === "string" ? target(reader, found) : found;
}

export function objectField(reader: Reader, at: At, key: string): At<JsonObject> | undefined {
  return expect(reader, valueField(reader, at, key), isObject, "an object");
}

export function arrayField(reader: Reader, at: At, key: string): readonly At[] {
  const list = expect(reader, valueField(reader, at, key), isArray, "an array");
  return list?.value.map((value, i) => ({ value, pointer: joinPointer(list.pointer, i) })) ?? [];
}

export function stringField(reader: Reader, at: At, key: string): string | undefined {
  return expect(reader, valueField(reader, at, key), (v) => typeof v === "string", "a string")?.value;
}

export function booleanField(reader: Reader, at: At, key: string): boolean {
  return (
    expect(reader, valueField(reader, at, key), (v) => typeof v === "boolean", "true or false")?.value ===
    true
  );
}

/** A number that satisfies `fits`; `kind` says what is expected. */
export function numberField(
  reader: Reader,
  at: At,
  key: string,
  kind = "a number",
  fits: (value: number) => boolean = Number.isFinite,
): number | undefined {
  return expect(reader, valueField(reader, at, key), (v) => typeof v === "number" && fits(v), kind)?.value;
}

export function countField(reader: Reader, at: At, key: string): number | undefined {
  return numberField(
    reader,
    at,
    key,
    "a whole number of 0 or more",
    (v) => Number.isSafeInteger(v) && v >= 0,
  );
}

/** The members of an object, each with its place. */
export function members(at: At<JsonObject> | undefined): readonly (At & { readonly key: string })[] {
  return at === undefined
    ? []
    : Object.entries(at.value).map(([key, value]) => ({ key, value, pointer: joinPointer(at.pointer, key) }));
}

export function expect<T extends Json>(
  reader: Reader,
  at: At | undefined,
  is: (value: Json) => value is T,
  kind: string,
): At<T> | undefined;
export function expect(
  reader: Reader,
  at: At | undefined,
  is: (value: Json) => boolean,
  kind: string,
): At<never> | undefined;
export function expect(
  reader: Reader,
  at: At | undefined,
  is: (value: Json) => boolean,
  kind: string,
): At | undefined {
  if (at === undefined || is(at.value)) return at;
  reader.report("wrong-type", at.pointer, `expected ${kind}, found ${describe(at.value)}`);
  return undefined;
}

/** A value in a few words, for messages. */
export function describe(value: Json): string {
  const text = JSON.stringify(value);
  return isArray(value)
    ? "an array"
    : isObject(value)
      ? "an object"
      : text.length > 60
        ? `${text.slice(0, 59)}…`
        : text;
}

/** Reports a field of OpenAPI 3.2 in a description of an earlier version; it is read all the same. */
export function reportLater(reader: Reader, at: At | undefined): void {
  if (at !== undefined && reader.dialect !== "3.2")
    reader.report("field-of-later-version", at.pointer, "3.2");
}

/** Reports a field of an earlier version; it is read as that version has it. */
export function reportEarlier(reader: Reader, owner: At, key: string, version: string): void {
  reader.report("field-of-earlier-version", joinPointer(owner.pointer, key), `${key} (${version})`);
}

/**
 * Follows `$ref` until an object that is no reference.
 * Reports and returns undefined where the chain leads nowhere, or back to itself.
 */
export function follow(reader: Reader, at: At | undefined): At<JsonObject> | undefined {
  const found = expect(reader, target(reader, at), isObject, "an object");
  if (found !== undefined)
    expect(reader, field(found, "$ref"), (value) => typeof value === "string", "a string");
  return found;
}

/** Whether something stands at a pointer that can be meant; a whole description is no part of one. */
export function isThere(reader: Reader, pointer: string): boolean {
  const value = valueAt(reader.root.value, pointer);
  return value !== undefined && !["openapi", "info"].every((key) => member(value, key) !== undefined);
}

function target(reader: Reader, at: At | undefined): At | undefined {
  const seen = new Set<string>();
  let here = at;
  while (here !== undefined) {
    const ref = member(here.value, "$ref");
    if (typeof ref !== "string") return here;
    const pointer = refPointer(reader, here, ref);
    if (pointer === undefined) return undefined;
    if (seen.has(pointer)) {
      reader.report("ref-cycle", joinPointer(here.pointer, "$ref"), ref);
      return undefined;
    }
    seen.add(pointer);
    here = { value: valueAt(reader.root.value, pointer) as Json, pointer };
  }
  return undefined;
}

/**
 * What a schema refers to at the end of its references; where they lead nowhere or back to themselves, the last one,
 * which lowering reports.
 */
export function followed(reader: Reader, schema: At | undefined): At | undefined {
  const seen = new Set<string>();
  let here = schema;
  for (;;) {
    const ref = member(here?.value, "$ref");
    const pointer =
      here !== undefined && typeof ref === "string" ? reader.resolve(ref, here.pointer) : undefined;
    const value = pointer === undefined ? undefined : valueAt(reader.root.value, pointer);
    if (pointer === undefined || value === undefined || seen.has(pointer)) return here;
    seen.add(pointer);
    here = { value, pointer };
  }
}

/** The pointer that a `$ref` at `at` names, when something stands there. */
export function refPointer(reader: Reader, at: At, ref: string): string | undefined {
  const pointer = reader.resolve(ref, at.pointer);
  if (pointer !== undefined && isThere(reader, pointer))
    return isOfKind(reader, at, ref, pointer, kindAt(at.pointer)) ? pointer : undefined;
  reportUnresolved(reader, joinPointer(at.pointer, "$ref"), ref, pointer);
  return undefined;
}

/** Whether a reference leads to what is wanted in its place, as far as both are known by where they stand; reports what is another. */
export function isOfKind(
  reader: Reader,
  at: At,
  ref: string,
  pointer: string,
  wanted: string | undefined,
): boolean {
  const found = wanted === undefined ? undefined : kindAt(pointer);
  if (wanted === undefined || found === undefined || found === wanted) return true;
  reader.report("ref-kind", joinPointer(at.pointer, "$ref"), `${wanted} is wanted, and ${ref} is ${found}`);
  return false;
}

/** A reference that leads to nothing; where something like it is there, that may be meant. */
export function reportUnresolved(reader: Reader, at: string, ref: string, pointer: string | undefined): void {
  const parent = pointer?.slice(0, pointer.lastIndexOf("/"));
  const siblings = parent === undefined ? undefined : valueAt(reader.root.value, parent);
  const [name] = splitPointer(pointer?.slice(parent?.length) ?? "");
  const meant =
    isObject(siblings) && name !== undefined ? suggestion(name, Object.keys(siblings)) : undefined;
  reader.report("ref-unresolved", at, meant === undefined ? ref : `${ref}; did you mean ${meant}?`);
}

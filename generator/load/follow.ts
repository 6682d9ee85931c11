/** What a value of a description is at the end of its references, before anything is known of what it means. */
import { type Document, documentPointer, placeIn } from "../documents.js";
import { type Json, type JsonObject, isObject, member, valueAt } from "../json.js";
import { resolveReference } from "../uri.js";
import type { Description } from "./documents.js";

/** A value, and where it stands. */
export interface Standing {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Undefined where references lead nowhere, in a circle, or to no object. */
export function follow(
  { data, documents, uri }: Pick<Description, "data" | "documents" | "uri">,
  value: Json,
  pointer: string,
): Standing | undefined {
  const seen = new Set<string>();
  let at = { value, pointer };
  for (let ref = member(value, "$ref"); typeof ref === "string"; ref = member(at.value, "$ref")) {
    const target = resolveReference(ref, documentOf(at.pointer, documents)?.uri ?? uri);
    const found = documents.find((each) => each.uri === target?.uri);
    if (target === undefined || found === undefined) return undefined;
    const next = found.pointer + target.fragment;
    const there = valueAt(data, next);
    if (there === undefined || seen.has(next)) return undefined;
    seen.add(next);
    at = { value: there, pointer: next };
  }
  return isObject(at.value) ? { value: at.value, pointer: at.pointer } : undefined;
}

/** The document that a pointer leads into. */
export const documentOf = (pointer: string, documents: readonly Document[]): Document | undefined =>
  documents.find((each) => each.pointer === homeOf(pointer));

/** The pointer of that document. */
export function homeOf(pointer: string): string {
  const { document } = placeIn(pointer);
  return document === undefined ? "" : documentPointer(document);
}

/** Where something was written: what the nearest place around it that moved says. */
export function before(pointer: string, moves: ReadonlyMap<string, string>): string {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const from = moves.get(at);
    if (from !== undefined) return from + pointer.slice(at.length);
  }
  return pointer;
}

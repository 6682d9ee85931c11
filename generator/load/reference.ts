/** The references that a document makes, wherever OpenAPI and JSON Schema allow one. */
import { fileURLToPath } from "node:url";
import { holdsData, holdsNames, isMappedReference } from "../fields.js";
import { type Json, isArray, isObject, joinPointer } from "../json.js";
import { resolveReference } from "../uri.js";

export interface Reference {
  /** As it is written. */
  readonly ref: string;
  /** What it leads to, without the fragment. */
  readonly target: string;
  /** Where it is written. */
  readonly pointer: string;
}

export interface References {
  readonly references: readonly Reference[];
  /** The URIs that the document (OpenAPI 3.2, section 4.1.1) and schemas in it (JSON Schema Core, section 8.2.1) give themselves. */
  readonly ids: readonly string[];
}

interface Visit {
  readonly value: Json;
  readonly pointer: string;
  /** What references here are relative to. */
  readonly base: string;
  readonly isMap: boolean;
}

/** All references of a document at `uri`. Those that are no URIs lead nowhere, which lowering reports. */
export function referencesIn(document: Json, uri: string): References {
  const references: Reference[] = [];
  const ids: string[] = [];
  const open: Visit[] = [{ value: document, pointer: "", base: uri, isMap: false }];
  for (let visit; (visit = open.pop());) {
    const { value, pointer, isMap } = visit;
    const id = isMap ? undefined : absolute(textAt(value, "$id"), visit.base);
    if (id !== undefined) ids.push(id);
    const self = pointer === "" ? absolute(textAt(value, "$self"), visit.base) : undefined;
    if (self !== undefined) ids.push(self);
    const base = id ?? visit.base;
    const add = (ref: string | undefined, at: string): void => {
      const target = absolute(ref, base);
      if (ref !== undefined && target !== undefined) references.push({ ref, target, pointer: at });
    };
    for (const key of ["$ref", "$dynamicRef"]) add(textAt(value, key), joinPointer(pointer, key));
    for (const [key, each] of entriesOf(value)) {
      const at = joinPointer(pointer, key);
      if (!isMap && holdsData(key, each)) continue;
      open.push({ value: each, pointer: at, base, isMap: !isMap && holdsNames(key, each) });
      if (key === "mapping" && pointer.endsWith("/discriminator"))
        for (const [tag, ref] of entriesOf(each))
          if (typeof ref === "string" && isMappedReference(ref)) add(ref, joinPointer(at, tag));
    }
  }
  return { references, ids };
}

function textAt(value: Json, key: string): string | undefined {
  const text = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === "string" ? text : undefined;
}

const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  isObject(value) || isArray(value) ? Object.entries(value) : [];

/** Undefined for what is no URI, or no path of this system. */
function absolute(ref: string | undefined, base: string): string | undefined {
  if (ref === undefined || ref.startsWith("#")) return undefined;
  const uri = resolveReference(ref, base)?.uri;
  try {
    if (uri?.startsWith("file:") === true) fileURLToPath(uri);
    return uri;
  } catch {
    return undefined;
  }
}

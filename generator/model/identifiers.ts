/** What schemas can be referred to by: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema 2020-12 Core, section 8.2). */
import type { Report } from "../diagnostics.js";
import { type Document, documentsKey, placeIn } from "../documents.js";
import { holdsData, holdsNames } from "../fields.js";
import {
  type Json,
  type JsonObject,
  isArray,
  isObject,
  joinPointer,
  localPointer,
  member,
  valueAt,
} from "../json.js";
import { resolveReference } from "../uri.js";
import type { At } from "./reader.js";
import { innerSchemas } from "./subschemas.js";

export interface Identifiers {
  /** Whether there are none. */
  readonly isPlain: boolean;
  /** The pointer of what a reference inside the schema at `from` names; undefined where that is not in this document. */
  readonly resolve: (ref: string, from: string) => string | undefined;
  /** By name, the dynamic anchors of the resource that a pointer lies in. */
  readonly dynamicAnchors: (pointer: string) => ReadonlyMap<string, string>;
  /** The pointers of all dynamic anchors of a name. */
  readonly anchored: (name: string) => readonly string[];
  /** Whether the dialect of the resource that a pointer lies in has the validation vocabulary. */
  readonly validates: (pointer: string) => boolean;
}

interface Resource {
  readonly uri: string;
  readonly pointer: string;
  readonly anchors: Map<string, string>;
  readonly dynamicAnchors: Map<string, string>;
}

/** A description of one document that says nothing of its own address. */
export const alone: readonly Document[] = [{ uri: "description://local/", pointer: "" }];

const validationVocabulary = "https://json-schema.org/draft/2020-12/vocab/validation";

/** Descriptions that were read; a large one takes as long as many of the steps that ask for its identifiers. */
const known = new WeakMap<JsonObject, Identifiers>();

/** `documents` are all that stand in `root`, the first one first. Mistakes are reported to who asks first. */
export function identifiersOf(
  root: JsonObject,
  report: Report,
  documents: readonly Document[] = alone,
): Identifiers {
  const found = known.get(root) ?? readIdentifiers(root, report, documents);
  known.set(root, found);
  return found;
}

function readIdentifiers(root: Json, report: Report, documents: readonly Document[]): Identifiers {
  const byUri = new Map<string, Resource>();
  const byPointer = new Map<string, Resource>();
  const [document, ...others] = documents.map(({ uri, pointer }) => add(uri, pointer)) as [
    Resource,
    ...Resource[],
  ];

  // A document is known by the address that it gives itself as well as by that where it was found.
  for (const each of [document, ...others]) {
    const self = member(valueAt(root, each.pointer), "$self");
    const uri = typeof self === "string" ? absolute(self, each.uri) : undefined;
    if (uri !== undefined && !byUri.has(uri)) byUri.set(uri, each);
  }

  function add(uri: string, pointer: string): Resource {
    const resource: Resource = { uri, pointer, anchors: new Map(), dynamicAnchors: new Map() };
    if (byUri.has(uri)) report("schema-id", joinPointer(pointer, "$id"), uri);
    else byUri.set(uri, resource);
    byPointer.set(pointer, resource);
    return resource;
  }

  const addAnchor = (anchors: Map<string, string>, name: string, { pointer }: At, keyword: string): void => {
    if (anchors.has(name) && anchors.get(name) !== pointer)
      report("schema-id", joinPointer(pointer, keyword), name);
    else anchors.set(name, pointer);
  };

  const visitSchema = (at: At, outer: Resource): void => {
    if (!isObject(at.value)) return;
    const { $id, $anchor, $dynamicAnchor } = at.value;
    const uri = typeof $id === "string" ? absolute($id, outer.uri) : undefined;
    if (typeof $id === "string" && uri === undefined)
      report("schema-id", joinPointer(at.pointer, "$id"), $id);
    const resource = uri === undefined || uri === outer.uri ? outer : add(uri, at.pointer);
    if (typeof $anchor === "string") addAnchor(resource.anchors, $anchor, at, "$anchor");
    if (typeof $dynamicAnchor === "string") {
      addAnchor(resource.anchors, $dynamicAnchor, at, "$dynamicAnchor");
      resource.dynamicAnchors.set($dynamicAnchor, resource.anchors.get($dynamicAnchor) ?? at.pointer);
    }
    for (const each of innerSchemas(at)) visitSchema(each, resource);
  };

  for (const each of schemasOf({ value: root, pointer: "" })) visitSchema(each, document);
  for (const each of others)
    visitOther({ value: valueAt(root, each.pointer) ?? null, pointer: each.pointer }, each);

  /** Another document is a schema, or holds some, or is a part of a description. */
  function visitOther(at: At, resource: Resource): void {
    if (["$id", "$schema", "$defs"].some((key) => member(at.value, key) !== undefined))
      visitSchema(at, resource);
    else for (const each of schemasOf(at)) visitSchema(each, resource);
  }

  const resourceOf = (pointer: string): Resource => {
    if (byPointer.size === 1) return document;
    let at = pointer;
    for (;;) {
      const found = byPointer.get(at);
      if (found !== undefined) return found;
      at = at.slice(0, at.lastIndexOf("/"));
    }
  };

  const resolve = (ref: string, from: string): string | undefined => {
    const base = resourceOf(from);
    const local = localPointer(ref);
    if (local !== undefined) return base.pointer + local;
    const target = resolveReference(ref, base.uri);
    const resource = target && byUri.get(target.uri);
    if (target === undefined || resource === undefined) return undefined;
    if (target.fragment === "" || target.fragment.startsWith("/")) return resource.pointer + target.fragment;
    return resource.anchors.get(target.fragment);
  };

  return {
    isPlain: byPointer.size === 1 && document.anchors.size === 0,
    resolve,
    dynamicAnchors: (pointer) => resourceOf(pointer).dynamicAnchors,
    anchored: (name) => [...byPointer.values()].flatMap((each) => each.dynamicAnchors.get(name) ?? []),
    validates: (pointer) => {
      const { pointer: start } = resourceOf(pointer);
      const dialect = member(valueAt(root, start), "$schema");
      const metaschema = typeof dialect === "string" ? resolve(dialect, start) : undefined;
      const vocabularies = metaschema && member(valueAt(root, metaschema), "$vocabulary");
      return !isObject(vocabularies) || vocabularies[validationVocabulary] !== undefined;
    },
  };
}

/** An `$id` as an absolute URI; it may end in an empty fragment and have no other. */
function absolute(id: string, base: string): string | undefined {
  const parsed = resolveReference(id, base);
  return parsed?.fragment === "" ? parsed.uri : undefined;
}

const isComponents = (pointer: string): boolean => placeIn(pointer).pointer === "/components";

/** The outermost schemas of a description: those of the components and those in `schema` fields. */
function* schemasOf({ value, pointer }: At, isMap = false): Iterable<At> {
  if (isArray(value))
    for (const [i, each] of value.entries())
      yield* schemasOf({ value: each, pointer: joinPointer(pointer, i) });
  else if (isObject(value))
    for (const [key, each] of Object.entries(value)) {
      const at = { value: each, pointer: joinPointer(pointer, key) };
      if ((!isMap && holdsData(key, each)) || (pointer === "" && key === documentsKey)) continue;
      if (isComponents(pointer) && key === "schemas" && isObject(each))
        for (const [name, schema] of Object.entries(each))
          yield { value: schema, pointer: joinPointer(at.pointer, name) };
      else if (!isMap && (key === "schema" || key === "itemSchema")) yield at;
      else yield* schemasOf(at, !isMap && holdsNames(key, each));
    }
}

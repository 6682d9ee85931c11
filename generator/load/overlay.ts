/** Applies OpenAPI Overlay Specification 1.0 documents to a description. */
import { exec } from "jsonpath-rfc9535";
import { type Diagnostic, type Position, diagnostic } from "../diagnostics.js";
import { type Json, type JsonObject, isArray, isObject, joinPointer, member, splitPointer } from "../json.js";
import { type Container, type Draft, draftOf, put } from "./draft.js";
import type { Source } from "./source.js";

type Target = { readonly value: Json; readonly pointer: string };

/** Where something that an overlay wrote stands there; `rest` leads on from what was written as a whole. */
type Origin = (rest: string) => Position;

/** What actions did to the places of values. */
type Change =
  | { readonly kind: "wrote"; readonly pointer: string; readonly origin: Origin }
  /** All later items of the list moved. */
  | { readonly kind: "removed"; readonly list: string; readonly index: number };

/** The description with the overlays applied in order; `locate` leads to the overlay for what an overlay wrote. */
export function applyOverlays(
  source: Source,
  overlays: readonly Source[],
): { readonly source: Source; readonly diagnostics: readonly Diagnostic[] } {
  if (overlays.length === 0) return { source, diagnostics: [] };
  const draft = draftOf(source.data);
  const changes: Change[] = [];
  const diagnostics = overlays.flatMap((overlay) => applyOverlay(draft, overlay, changes));
  return { source: { ...source, data: draft.data(), locate: locateIn(source, changes) }, diagnostics };
}

function applyOverlay(draft: Draft, overlay: Source, changes: Change[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: "overlay-invalid" | "overlay-no-match", pointer: string, detail: string): void =>
    void found.push(diagnostic(code, overlay.locate(pointer), detail));

  const version = member(overlay.data, "overlay");
  if (typeof version !== "string" || !/^1\.\d+\.\d+$/.test(version))
    report("overlay-invalid", "/overlay", 'the field "overlay" must be a version such as 1.0.0');
  const actions = member(overlay.data, "actions");
  if (!isArray(actions) || actions.length === 0)
    report("overlay-invalid", "/actions", 'the field "actions" must be a list with at least one action');
  if (found.length > 0 || !isArray(actions)) return found;

  actions.forEach((action, i) => {
    const at = joinPointer("/actions", i);
    const path = member(action, "target");
    if (typeof path !== "string")
      return report("overlay-invalid", at, 'the field "target" must be a JSONPath');
    let targets: Target[];
    try {
      targets = select(draft.data(), path);
    } catch (cause) {
      return report("overlay-invalid", joinPointer(at, "target"), `${path}: ${(cause as Error).message}`);
    }
    if (targets.length === 0) return report("overlay-no-match", joinPointer(at, "target"), path);
    if (member(action, "remove") === true)
      return targets.toSorted(fromBehind).forEach((each) => remove(draft, each.pointer, changes));
    const update = member(action, "update");
    if (update === undefined)
      return report("overlay-invalid", at, 'an action needs "update" or "remove: true"');
    for (const { value, pointer } of targets) {
      const target = draft.open(pointer);
      if (target === undefined)
        report(
          "overlay-invalid",
          joinPointer(at, "target"),
          `${path} selects a value that is no object or array`,
        );
      else if (isObject(value) && !isObject(update))
        report(
          "overlay-invalid",
          joinPointer(at, "update"),
          `${path} selects an object, so the update must be one`,
        );
      else
        merge(draft, target, update, pointer, (place, within) =>
          changes.push({
            kind: "wrote",
            pointer: place,
            origin: (rest) => overlay.locate(joinPointer(at, "update") + within + rest),
          }),
        );
    }
  });
  return found;
}

/** What a path selects, each place once. */
function select(data: Json, path: string): Target[] {
  const targets = new Map<string, Target>();
  exec(data as Parameters<typeof exec>[0], path, (value, keys) => {
    const pointer = joinPointer("", ...(keys as readonly (string | number)[]));
    targets.set(pointer, { value: value as Json, pointer });
  });
  return [...targets.values()];
}

/** What is inside others first, and later items before earlier ones: so the pointers of what is still to go stay right. */
function fromBehind(a: Target, b: Target): number {
  const [ofA, ofB] = [splitPointer(a.pointer), splitPointer(b.pointer)];
  const index = (keys: readonly string[]): number => Number(/^\d+$/.exec(keys.at(-1) ?? "")?.[0] ?? 0);
  return ofB.length - ofA.length || index(ofB) - index(ofA);
}

function remove(draft: Draft, pointer: string, changes: Change[]): void {
  const key = splitPointer(pointer).at(-1);
  const list = pointer.slice(0, pointer.lastIndexOf("/"));
  const parent = key === undefined ? undefined : draft.open(list);
  if (key === undefined || parent === undefined) return;
  if (!Array.isArray(parent)) {
    delete parent[key];
    return;
  }
  parent.splice(Number(key), 1);
  changes.push({ kind: "removed", list, index: Number(key) });
}

/** Overlay 1.0, section 4.4.3: objects merge member by member, arrays grow, everything else is replaced. */
function merge(
  draft: Draft,
  target: Container,
  update: Json,
  pointer: string,
  wrote: (pointer: string, within: string) => void,
  within = "",
): void {
  if (Array.isArray(target)) {
    for (const each of within !== "" && isArray(update) ? update : [update]) {
      wrote(joinPointer(pointer, target.length), within);
      target.push(structuredClone(each));
    }
    return;
  }
  for (const [key, value] of Object.entries(update as JsonObject)) {
    const old = member(target, key);
    const [at, from] = [joinPointer(pointer, key), joinPointer(within, key)];
    const mergeable = (isObject(old) && isObject(value)) || (isArray(old) && isArray(value));
    const inner = mergeable ? draft.openMember(target, key) : undefined;
    if (inner !== undefined) merge(draft, inner, value, at, wrote, from);
    else {
      put(target, key, structuredClone(value));
      wrote(at, from);
    }
  }
}

/** Goes back from the last change to the first, to the one that wrote the value, or to where it was before all of them. */
function locateIn(source: Source, changes: readonly Change[]): Source["locate"] {
  const backwards = changes.toReversed();
  return (pointer) => {
    let at = pointer;
    for (const change of backwards)
      switch (change.kind) {
        case "wrote":
          if (`${at}/`.startsWith(`${change.pointer}/`))
            return change.origin(at.slice(change.pointer.length));
          break;
        case "removed":
          at = beforeRemoval(at, change);
      }
    return source.locate(at);
  };
}

/** Where a value stood before an item was removed from a list that it may be in. */
function beforeRemoval(pointer: string, { list, index }: Change & { readonly kind: "removed" }): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [key = "", ...rest] = pointer.slice(list.length + 1).split("/");
  return Number(key) < index ? pointer : [list, Number(key) + 1, ...rest].join("/");
}

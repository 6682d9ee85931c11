/** Applies OpenAPI Overlay Specification 1.0 documents to a description. */
import { exec } from "jsonpath-rfc9535";
import { type Diagnostic, type Position, diagnostic } from "../diagnostics.js";
import { type Json, type JsonObject, isArray, isObject, joinPointer, member, splitPointer } from "../json.js";
import { type Draft, type Mutable, define, draftOf } from "./draft.js";
import type { Source } from "./source.js";

type Target = { readonly value: Json; readonly pointer: string };

/** Where something that an overlay wrote stands there; `rest` leads on from what was written as a whole. */
type Origin = (rest: string) => Position;

/** The description with the overlays applied in order; `locate` leads to the overlay for what an overlay wrote. */
export function applyOverlays(
  source: Source,
  overlays: readonly Source[],
): { readonly source: Source; readonly diagnostics: readonly Diagnostic[] } {
  if (overlays.length === 0) return { source, diagnostics: [] };
  const draft = draftOf(source.data);
  const origins = new Map<string, Origin>();
  const diagnostics = overlays.flatMap((overlay) => applyOverlay(draft, overlay, origins));
  return { source: { ...source, data: draft.root, locate: locateIn(source, origins) }, diagnostics };
}

function applyOverlay(draft: Draft, overlay: Source, origins: Map<string, Origin>): Diagnostic[] {
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
      targets = select(draft.root, path);
    } catch (cause) {
      return report("overlay-invalid", joinPointer(at, "target"), `${path}: ${(cause as Error).message}`);
    }
    if (targets.length === 0) return report("overlay-no-match", joinPointer(at, "target"), path);
    if (member(action, "remove") === true) return remove(draft, targets);
    const update = member(action, "update");
    if (update === undefined)
      return report("overlay-invalid", at, 'an action needs "update" or "remove: true"');
    for (const { value, pointer } of targets) {
      if (isObject(value) && !isObject(update)) {
        report(
          "overlay-invalid",
          joinPointer(at, "update"),
          `${path} selects an object, so the update must be one`,
        );
        continue;
      }
      const target = draft.at(splitPointer(pointer));
      if (target === undefined)
        report(
          "overlay-invalid",
          joinPointer(at, "target"),
          `${path} selects a value that is no object or array`,
        );
      else
        merge(draft, target, update, pointer, (changed, within) =>
          origins.set(changed, (rest) => overlay.locate(joinPointer(at, "update") + within + rest)),
        );
    }
  });
  return found;
}

function select(data: Json, path: string): Target[] {
  const targets: Target[] = [];
  exec(data as Parameters<typeof exec>[0], path, (value, keys) =>
    targets.push({
      value: value as Json,
      pointer: joinPointer("", ...(keys as readonly (string | number)[])),
    }),
  );
  return targets;
}

/** Removes from the back to the front, so that the indexes of what is still to go stay right. */
function remove(draft: Draft, targets: readonly Target[]): void {
  for (const { pointer } of [...targets].reverse()) {
    const keys = splitPointer(pointer);
    const key = keys.pop();
    const parent = draft.at(keys);
    if (key === undefined || parent === undefined) continue;
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }
}

/** Overlay 1.0, section 4.4.3: objects merge member by member, arrays grow, everything else is replaced. */
function merge(
  draft: Draft,
  target: Mutable,
  update: Json,
  pointer: string,
  wrote: (pointer: string, within: string) => void,
  within = "",
): void {
  if (Array.isArray(target)) {
    for (const each of within !== "" && isArray(update) ? update : [update]) {
      wrote(joinPointer(pointer, target.length), within);
      target.push(each);
    }
    return;
  }
  for (const [key, value] of Object.entries(update as JsonObject)) {
    const old = member(target, key);
    const [at, from] = [joinPointer(pointer, key), joinPointer(within, key)];
    const inner =
      (isObject(old) && isObject(value)) || (isArray(old) && isArray(value))
        ? draft.member(target, key)
        : undefined;
    if (inner !== undefined) merge(draft, inner, value, at, wrote, from);
    else {
      define(target, key, value);
      wrote(at, from);
    }
  }
}

function locateIn(source: Source, origins: ReadonlyMap<string, Origin>): Source["locate"] {
  return (pointer) => {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const origin = origins.get(at);
      if (origin !== undefined) return origin(pointer.slice(at.length));
    }
    return source.locate(pointer);
  };
}

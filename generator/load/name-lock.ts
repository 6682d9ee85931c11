/** The file in which a package keeps its names, so that they stay when the description moves. */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { type Json, byCodeUnit, isObject, joinPointer, member } from "../json.js";
import { type Source, parseSource, shownPath } from "./source.js";

/** In the package's folder. */
export const lockName = "names.lock.json";

/** Names by what has them: `#`, and the pointer of an operation or a schema. */
export type NameLock = ReadonlyMap<string, string>;

/** The lock at a path; empty where there is none. Reports what is no lock, at its place. */
export async function readNameLock(
  path: string,
): Promise<{ readonly lock: NameLock; readonly diagnostics: readonly Diagnostic[] }> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { lock: new Map(), diagnostics: [] };
  const loaded = await parseSource(shownPath(path), text);
  if ("diagnostics" in loaded) return { lock: new Map(), diagnostics: loaded.diagnostics };
  const names = member(loaded.source.data, "names");
  const entries = isObject(names) ? Object.entries(names) : [];
  const problems = isObject(names)
    ? wrongNames(entries, loaded.source)
    : [invalid(loaded.source, "", "names")];
  return { lock: new Map(entries as [string, string][]), diagnostics: problems };
}

function wrongNames(entries: readonly (readonly [string, Json])[], source: Source): readonly Diagnostic[] {
  const taken = new Set<Json>();
  return entries.flatMap(([key, name]) => {
    const isFine = typeof name === "string" && /^[A-Za-z_$][\w$]*$/.test(name) && !taken.has(name);
    taken.add(name);
    return isFine ? [] : [invalid(source, joinPointer("/names", key), JSON.stringify(name))];
  });
}

const invalid = (source: Source, pointer: string, detail: string): Diagnostic =>
  diagnostic("lock-invalid", source.locate(pointer), detail);

export function formatNameLock(lock: NameLock): string {
  const names = Object.fromEntries([...lock].sort(([a], [b]) => byCodeUnit(a, b)));
  return `${JSON.stringify({ names }, null, 2)}\n`;
}

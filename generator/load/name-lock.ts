/** The file in which a package keeps its names, so that they stay when the description moves. */
import { readFile } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { type Json, byCodeUnit, isObject, joinPointer, member } from "../json.js";
import type { KeptNames } from "../model/names.js";
import { type Source, parseSource, shownPath } from "./source.js";

/** In the package's folder. */
export const lockName = "names.lock.json";

export const emptyLock: KeptNames = { names: new Map(), webhooks: new Map() };

/** The lock at a path; empty where there is none. Reports what is no lock, at its place. */
export async function readNameLock(
  path: string,
): Promise<{ readonly lock: KeptNames; readonly diagnostics: readonly Diagnostic[] }> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { lock: emptyLock, diagnostics: [] };
  const loaded = await parseSource(shownPath(path), text);
  if ("diagnostics" in loaded) return { lock: emptyLock, diagnostics: loaded.diagnostics };
  const { source } = loaded;
  const names = sectionOf(source, "names", undefined);
  const webhooks = sectionOf(source, "webhooks", {});
  return {
    lock: { names: names.lock, webhooks: webhooks.lock },
    diagnostics: [...names.diagnostics, ...webhooks.diagnostics],
  };
}

/** The names of one section; without it they are `absent`. Reports what is no name. */
function sectionOf(source: Source, section: string, absent: Json | undefined): Section {
  const names = member(source.data, section) ?? absent;
  if (!isObject(names)) return { lock: new Map(), diagnostics: [invalid(source, "", section)] };
  const taken = new Set<Json>();
  const diagnostics = Object.entries(names).flatMap(([key, name]) => {
    const isFine = typeof name === "string" && /^[A-Za-z_$][\w$]*$/.test(name) && !taken.has(name);
    taken.add(name);
    return isFine ? [] : [invalid(source, joinPointer("", section, key), JSON.stringify(name))];
  });
  return { lock: new Map(Object.entries(names) as [string, string][]), diagnostics };
}

interface Section {
  readonly lock: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const invalid = (source: Source, pointer: string, detail: string): Diagnostic =>
  diagnostic("lock-invalid", source.locate(pointer), detail);

/** A package without webhooks has no section for them. */
export function formatNameLock({ names, webhooks }: KeptNames): string {
  const sorted = (section: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
    Object.fromEntries([...section].sort(([a], [b]) => byCodeUnit(a, b)));
  const sections = webhooks.size === 0 ? {} : { webhooks: sorted(webhooks) };
  return `${JSON.stringify({ names: sorted(names), ...sections }, null, 2)}\n`;
}

/** What would change in the output folder. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../digest.js";
import { byCodeUnit } from "../json.js";
import type { TextFile } from "../render/runtime.js";
import {
  type Manifest,
  type Origin,
  formatManifest,
  manifestName,
  readIfThere,
  readManifest,
} from "./manifest.js";

export interface Comparison {
  /** Files whose text differs from what is on disk, or that are missing there. */
  readonly changed: readonly Change[];
  readonly unchanged: readonly string[];
  /** Files that specwright wrote before and that are no longer part of the package. */
  readonly stale: readonly string[];
  /** What stands where the package belongs and is not ours: files that we did not write, folders that are links. */
  readonly foreign: readonly string[];
  /** Files of ours that somebody has changed since, and that would be written or removed. */
  readonly edited: readonly string[];
}

/** A file that would be written. */
export interface Change extends TextFile {
  /** What is on disk; undefined where nothing is. */
  readonly before: string | undefined;
  readonly reason: Reason;
}

/** Why a file differs from what would be written. */
export type Reason =
  | "missing"
  | "edited by hand"
  | "description changed"
  | "configuration changed"
  | "templates changed"
  | "specwright changed";

/** Files that are not ours alone. */
export interface Lenient {
  /** Those that people are meant to change. */
  readonly editable?: readonly string[];
  /** Those that stand in no record, because nobody needs to know what we wrote. */
  readonly loose?: readonly TextFile[];
  /** Those of the latter kind that nothing is made of any more. */
  readonly orphans?: readonly string[];
}

/**
 * Compares the package with the folder. The record of what was written is a file of the package itself.
 */
export async function compare(
  folder: string,
  files: readonly TextFile[],
  origin: Origin,
  { editable = [], loose = [], orphans = [] }: Lenient = {},
): Promise<Comparison> {
  const before = await readManifest(folder);
  const manifest: Manifest = { origin, files: new Map(files.map(({ path, text }) => [path, digest(text)])) };
  const all = [...files, { path: manifestName, text: formatManifest(manifest) }, ...loose];
  const onDisk = await Promise.all(all.map(({ path }) => readIfThere(join(folder, path))));
  const isEdited = (path: string, text: string | undefined): boolean =>
    text !== undefined &&
    !editable.includes(path) &&
    before.files.has(path) &&
    before.files.get(path) !== digest(text);
  const changed = all.flatMap((file, i): readonly Change[] => {
    const text = onDisk[i];
    if (text === file.text) return [];
    const isKnown = before.files.has(file.path);
    const reason = isEdited(file.path, text)
      ? "edited by hand"
      : reasonOf(text, isKnown, before.origin, origin);
    return [{ ...file, before: text, reason }];
  });
  const others = [manifestName, ...loose.map((each) => each.path)];
  const ours = (path: string): boolean => others.includes(path) || before.files.has(path);
  const gone = [...before.files.keys()].filter((path) => !manifest.files.has(path));
  const left = await Promise.all(gone.map((path) => readIfFile(join(folder, path))));
  const stale = [...gone.filter((_, i) => left[i] !== undefined), ...orphans].sort(byCodeUnit);
  const linked = await blockedFolders(folder, [...changed.map((each) => each.path), ...stale]);
  const inTheWay = changed.filter((each) => !ours(each.path) && each.before !== undefined);
  return {
    changed,
    unchanged: all.filter(({ text }, i) => onDisk[i] === text).map((each) => each.path),
    stale,
    foreign: [...linked, ...inTheWay.map((each) => each.path)],
    edited: [
      ...changed.filter((each) => each.reason === "edited by hand").map((each) => each.path),
      ...gone.filter((path, i) => isEdited(path, left[i])),
    ],
  };
}

/** Why a text that nobody has edited is another now. */
function reasonOf(
  onDisk: string | undefined,
  isKnown: boolean,
  before: Origin | undefined,
  now: Origin,
): Reason {
  if (before === undefined || (onDisk === undefined && isKnown)) return "missing";
  if (before.specwright !== now.specwright) return "specwright changed";
  if (before.description !== now.description) return "description changed";
  if (before.templates !== now.templates) return "templates changed";
  return before.configuration === now.configuration ? "specwright changed" : "configuration changed";
}

/** The text of a file, links included; undefined for a folder and for nothing. */
async function readIfFile(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return undefined;
  return (await readIfThere(path).catch(() => undefined)) ?? "";
}

/** Where a folder of ours belongs and a file or a link stands: what lies behind it is not ours to write or remove. */
export async function blockedFolders(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const parents = [...new Set(paths.flatMap(parentsOf))].sort(byCodeUnit);
  const found = await Promise.all(parents.map((path) => lstat(join(folder, path)).catch(() => undefined)));
  return parents.filter((_, i) => found[i]?.isDirectory() === false);
}

function parentsOf(path: string): readonly string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, i) => steps.slice(0, i + 1).join("/"));
}

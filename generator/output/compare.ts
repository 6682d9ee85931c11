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
  parseManifest,
  readIfThere,
} from "./manifest.js";
import { type Owner, ownerOf } from "./owner.js";
import { hasDigest, isSameText } from "./same-text.js";

export interface Comparison {
  /** Files whose text differs from what is on disk in more than the ends of lines, or that are missing there. */
  readonly changed: readonly Change[];
  readonly unchanged: readonly string[];
  /** Files that specwright wrote before and that are no longer part of the package. */
  readonly stale: readonly string[];
  /** What stands where the package belongs and is not ours: files that we did not write, folders that are links. */
  readonly foreign: readonly string[];
  /** What stands where the package belongs, is in no record and begins as our modules do: a cache or a merge may have brought it back. */
  readonly leftOver: readonly string[];
  /** The record as it would be written. */
  readonly record: string;
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
  const before = parseManifest((await textAt(join(folder, manifestName))) ?? "");
  const manifest: Manifest = { origin, files: new Map(files.map(({ path, text }) => [path, digest(text)])) };
  const record = formatManifest(manifest);
  const all = [...files, { path: manifestName, text: record }, ...loose];
  const onDisk = await Promise.all(all.map(({ path }) => textAt(join(folder, path))));
  const isThere = ({ text }: TextFile, i: number): boolean => {
    const found = onDisk[i];
    return found !== undefined && isSameText(found, text);
  };
  const isEdited = (path: string, text: string | undefined): boolean => {
    const hash = editable.includes(path) ? undefined : before.files.get(path);
    return text !== undefined && hash !== undefined && !hasDigest(text, hash);
  };
  const changed = all.flatMap((file, i): readonly Change[] => {
    if (isThere(file, i)) return [];
    const text = onDisk[i];
    const isKnown = before.files.has(file.path);
    const reason = isEdited(file.path, text)
      ? "edited by hand"
      : reasonOf(text, isKnown, before.origin, origin);
    return [{ ...file, before: text, reason }];
  });
  const gone = [...before.files.keys()].filter((path) => !manifest.files.has(path));
  const left = await Promise.all(gone.map((path) => readIfFile(join(folder, path))));
  const stale = [...gone.filter((_, i) => left[i] !== undefined), ...orphans].sort(byCodeUnit);
  const linked = await blockedFolders(folder, [...changed.map((each) => each.path), ...stale]);
  const looseOnes = new Set(loose.map((each) => each.path));
  const inTheWayOf = (owner: Owner): readonly string[] =>
    changed
      .filter(({ path, before: text }) => {
        const known = { isKnown: before.files.has(path), isLoose: looseOnes.has(path) };
        const isReached = !linked.some((each) => path.startsWith(`${each}/`));
        return isReached && text !== undefined && ownerOf(path, text, known) === owner;
      })
      .map((each) => each.path);
  return {
    changed,
    unchanged: all.filter(isThere).map((each) => each.path),
    stale,
    record,
    foreign: [...linked, ...inTheWayOf("somebody else")],
    leftOver: inTheWayOf("left over"),
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

/** The text of a file; undefined where nothing is. A link that leads nowhere is something, and holds nothing. */
async function textAt(path: string): Promise<string | undefined> {
  const text = await readIfThere(path);
  if (text !== undefined) return text;
  return (await lstat(path).catch(() => undefined)) === undefined ? undefined : "";
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

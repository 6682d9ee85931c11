/** What would change in the output folder. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../digest.js";
import { byCodeUnit } from "../json.js";
import type { TextFile } from "../render/runtime.js";
import { type Manifest, formatManifest, manifestName, readIfThere, readManifest } from "./manifest.js";

export interface Comparison {
  /** Files whose text differs from what is on disk, or that are missing there. */
  readonly changed: readonly TextFile[];
  readonly unchanged: readonly string[];
  /** Files that specwright wrote before and that are no longer part of the package. */
  readonly stale: readonly string[];
  /** What stands where the package belongs and is not ours: files that we did not write, folders that are links. */
  readonly foreign: readonly string[];
}

/** Compares the package with the folder. The record of what was written is a file of the package itself. */
export async function compare(folder: string, files: readonly TextFile[]): Promise<Comparison> {
  const before = await readManifest(folder);
  const manifest: Manifest = new Map(files.map(({ path, text }) => [path, digest(text)]));
  const all = [...files, { path: manifestName, text: formatManifest(manifest) }];
  const onDisk = await Promise.all(all.map(({ path }) => readIfThere(join(folder, path))));
  const changed = all.filter(({ text }, i) => onDisk[i] !== text);
  const ours = (path: string): boolean => path === manifestName || before.has(path);
  const gone = [...before.keys()].filter((path) => !manifest.has(path));
  const present = await Promise.all(gone.map((path) => isFile(join(folder, path))));
  const stale = gone.filter((_, i) => present[i]).sort(byCodeUnit);
  const linked = await blockedFolders(folder, [...changed.map((each) => each.path), ...stale]);
  const inTheWay = changed.filter(
    ({ path }) => !ours(path) && onDisk[all.findIndex((each) => each.path === path)] !== undefined,
  );
  return {
    changed,
    unchanged: all.filter(({ text }, i) => onDisk[i] === text).map((each) => each.path),
    stale,
    foreign: [...linked, ...inTheWay.map((each) => each.path)],
  };
}

async function isFile(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && !found.isDirectory();
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

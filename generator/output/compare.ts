/** What would change in the output folder. */
import { join } from "node:path";
import { byCodeUnit } from "../json.js";
import type { TextFile } from "../render/runtime.js";
import {
  type Manifest,
  digest,
  formatManifest,
  manifestName,
  readIfThere,
  readManifest,
} from "./manifest.js";

export interface Comparison {
  /** Files whose text differs from what is on disk, or that are missing there. */
  readonly changed: readonly TextFile[];
  readonly unchanged: readonly string[];
  /** Files that specwright wrote before and that are no longer part of the package. */
  readonly stale: readonly string[];
  /** Files that stand where a file of the package belongs and that specwright did not write. */
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
  const stale = await Promise.all(
    [...before.keys()]
      .filter((path) => !manifest.has(path))
      .map(async (path) => ((await readIfThere(join(folder, path))) === undefined ? [] : [path])),
  );
  return {
    changed,
    unchanged: all.filter(({ text }, i) => onDisk[i] === text).map((each) => each.path),
    stale: stale.flat().sort(byCodeUnit),
    foreign: changed
      .filter(({ path }) => !ours(path) && onDisk[all.findIndex((each) => each.path === path)] !== undefined)
      .map((each) => each.path),
  };
}

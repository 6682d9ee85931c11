/** Where what is kept between runs stands: below the nearest `node_modules`, as is the custom for caches. */
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../config.js";
import { digest } from "../digest.js";

/** The path of a file of the package's own, without its ending; undefined where nothing is to be kept, or nowhere. */
export function cachePath(config: Pick<Config, "output" | "cache">): string | undefined {
  const folder = cacheFolder(config);
  return folder === undefined ? undefined : join(folder, digest(resolve(config.output)).slice(0, 16));
}

/** Undefined where nothing is to be kept, or nowhere. */
export function cacheFolder({ output, cache }: Pick<Config, "output" | "cache">): string | undefined {
  if (cache === false) return undefined;
  return cache === undefined ? usualFolder(output) : resolve(cache);
}

function usualFolder(output: string): string | undefined {
  for (let at = resolve(output); at !== dirname(at); at = dirname(at))
    if (existsSync(join(at, "node_modules"))) return join(at, "node_modules", ".cache", "specwright");
  return undefined;
}

/**
 * Writes a file, one part after the other, that others may read at the same time. What cannot be written is not there: the next run
 * is slower, and no less right.
 */
export function keep(path: string, ...parts: readonly (string | Uint8Array)[]): void {
  const staged = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(staged, "");
    for (const each of parts) appendFileSync(staged, each);
    renameSync(staged, path);
  } catch {
    discard(staged);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is nothing where it would be.
  }
}

/** Folders for one run of the benchmark, below `node_modules/.cache` and gone afterwards. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

const folder = join(root, "node_modules", ".cache", `specwright-bench-${process.pid}`);

/**
 * An empty folder. It has a `node_modules` of its own, where the generator keeps its stamps and which is removed with it.
 * @param {string} name
 * @returns {string}
 */
export function workspace(name) {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, "node_modules"), { recursive: true });
  return path;
}

export function removeWorkspaces() {
  rmSync(folder, { recursive: true, force: true });
}

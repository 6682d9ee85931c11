/** Runs modules of the user's: the configuration, and what it names. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Jiti } from "jiti";

/** What a module exports. TypeScript and JavaScript are read by jiti, which knows every syntax and caches what it compiled. */
export async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  return await (await typeScript()).import(resolve(path));
}

/** What reads TypeScript. */
export async function typeScript(): Promise<Jiti> {
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, {
    // A watcher reads it again.
    moduleCache: false,
    alias: { specwright: resolve(import.meta.dirname, "../index.js") },
  });
}

/** The text of a file; undefined where there is none that can be read. */
export const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch(() => undefined);

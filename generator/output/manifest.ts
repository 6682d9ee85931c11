/** What specwright wrote into a folder: the record that tells its own files from everybody else's. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Json, isObject, member, sortKeys } from "../json.js";

/** The record's file name in the output folder; it is committed with the package. */
export const manifestName = ".specwright.json";

/** SHA-256 of each file, by its path relative to the output folder. */
export type Manifest = ReadonlyMap<string, string>;

/** The record in a folder; an empty one where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest((await readIfThere(join(folder, manifestName))) ?? "");
}

/** The record in a text; what is no record, or leads out of the folder, is left out. */
export function parseManifest(text: string): Manifest {
  try {
    const files = member(JSON.parse(text) as Json, "files");
    const entries = isObject(files) ? Object.entries(files) : [];
    return new Map(
      entries.filter((each): each is [string, string] => isSafe(each[0]) && typeof each[1] === "string"),
    );
  } catch {
    return new Map();
  }
}

/** A path of plain steps that stays below the folder: a record may have been tampered with. */
export function isSafe(path: string): boolean {
  return path.split("/").every((step) => /^[^\\/:\0]+$/.test(step) && step !== "." && step !== "..");
}

/** The record's text: one line a file, sorted, so that it merges well. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify({ files: sortKeys(Object.fromEntries(manifest)) }, null, 2)}\n`;
}

/** The text of a file, or undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw cause;
  }
}

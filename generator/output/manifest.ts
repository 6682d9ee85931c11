/** What specwright wrote into a folder: the record that tells its own files from everybody else's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Json, isObject, member, sortKeys } from "../json.js";

/** The record's file name in the output folder; it is committed with the package. */
export const manifestName = ".specwright.json";

/** What a package was made of: digests, and the version of specwright. */
export interface Origin {
  readonly description: string;
  readonly configuration: string;
  /** Empty where the user has none. */
  readonly templates: string;
  readonly specwright: string;
}

/** The record of a package. */
export interface Manifest {
  /** Absent in records of versions that did not tell. */
  readonly origin?: Origin;
  /** SHA-256 of each file, by its path relative to the output folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** The record in a folder; an empty one where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest((await readIfThere(join(folder, manifestName))) ?? "");
}

/** The record in a text; what is no record, or leads out of the folder, is left out. */
export function parseManifest(text: string): Manifest {
  try {
    const data = JSON.parse(text) as Json;
    const files = member(data, "files");
    const entries = isObject(files) ? Object.entries(files) : [];
    const safe = entries.filter(
      (each): each is [string, string] => isSafe(each[0]) && typeof each[1] === "string",
    );
    const origin = member(data, "origin");
    return { files: new Map(safe), ...(isOrigin(origin) ? { origin } : {}) };
  } catch {
    return { files: new Map() };
  }
}

/** Whether a text is JSON that is no record, so that somebody else's file has the name; what cannot be read is a record that was damaged. */
export function isOther(text: string): boolean {
  try {
    const data = JSON.parse(text) as Json;
    return isObject(data) && Object.keys(data).length > 0 && !("files" in data) && !("origin" in data);
  } catch {
    return false;
  }
}

const isOrigin = (value: Json | undefined): value is Json & Origin =>
  ["description", "configuration", "templates", "specwright"].every(
    (key) => typeof member(value, key) === "string",
  );

/** A path of plain steps that stays below the folder: a record may have been tampered with. */
export function isSafe(path: string): boolean {
  return path.split("/").every((step) => /^[^\\/:\0]+$/.test(step) && step !== "." && step !== "..");
}

/** The record's text: one line a file, sorted, so that it merges well. */
export function formatManifest({ origin, files }: Manifest): string {
  const sorted = sortKeys(Object.fromEntries(files));
  return `${JSON.stringify({ ...(origin && { origin }), files: sorted }, null, 2)}\n`;
}

/** The text of a file, or undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw cause;
  }
}

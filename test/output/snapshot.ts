/** What is in a folder, down to the moment at which each file was written. */
import { lstat, readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";

export interface Entry {
  readonly kind: "file" | "folder" | "other";
  readonly text: string;
  /** Changes when the file is written or replaced, even by the same text. */
  readonly stamp: string;
}

/** Everything below a folder by its path there, sorted. Nothing of a folder that does not exist. */
export async function snapshot(folder: string): Promise<ReadonlyMap<string, Entry>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const entries = found.map(async (each): Promise<[string, Entry]> => {
    const path = join(each.parentPath, each.name);
    const { mtimeNs, ino } = await lstat(path, { bigint: true });
    const kind = each.isFile() ? "file" : each.isDirectory() ? "folder" : "other";
    const text = kind === "file" ? await readFile(path, "utf8") : "";
    return [relative(folder, path), { kind, text, stamp: kind === "folder" ? "" : `${mtimeNs} ${ino}` }];
  });
  return new Map((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The texts of a folder's files by path, for comparing folders that were written at different times. */
export async function texts(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = [...(await snapshot(folder))].filter(([, each]) => each.kind === "file");
  return Object.fromEntries(files.map(([path, each]) => [path, each.text]));
}

/** Takes folders away that nothing is in. */
import { readdir, rmdir } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";

/** Removes a folder and those that hold it, as far as they are empty and below `top`. */
export async function removeEmptyFolders(folder: string, top: string): Promise<void> {
  const above = resolve(top).replace(/[/\\]$/, "") + sep;
  for (let at = resolve(folder); at.startsWith(above); at = dirname(at)) {
    const inside = await readdir(at).catch(unlessMissing);
    if (inside !== undefined && inside.length > 0) return;
    await rmdir(at).catch(unlessTaken);
  }
}

export function unlessMissing(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
}

/** Another run may have put something into it just now. */
function unlessTaken(cause: unknown): undefined {
  const { code = "" } = cause as NodeJS.ErrnoException;
  if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(code)) throw cause;
}

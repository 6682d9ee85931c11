/** Paths as they are shown and kept: with slashes on every system. */
import path, { type PlatformPath } from "node:path";

/** The path with slashes. A backslash separates on Windows alone; elsewhere it is a character of a name. */
export const slashed = (given: string, { sep }: Pick<PlatformPath, "sep"> = path): string =>
  given.replaceAll(sep, "/");

/** The path of a file that a configuration names: the latter's folder is where it begins, the working directory where the result does. */
export const fromConfig = (
  given: string,
  config: string,
  cwd: string,
  { dirname, relative, resolve, sep }: PlatformPath = path,
): string => slashed(relative(cwd, resolve(cwd, dirname(config), given)), { sep }) || ".";

/** Whether a folder is the top of a disk, which no package can have for its own. */
export const isTop = (folder: string, { parse, resolve }: PlatformPath = path): boolean =>
  resolve(folder) === parse(resolve(folder)).root;

/** The file in which a package tells what each of its versions changed. People write in it as well, so it is in no record. */
import { join } from "node:path";
import { readIfThere } from "./manifest.js";

/** In the package's folder. */
export const changelogName = "CHANGELOG.md";

/** Its text; undefined where there is none. */
export const readChangelog = (folder: string): Promise<string | undefined> =>
  readIfThere(join(folder, changelogName));

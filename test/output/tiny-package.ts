/** A package of a few bytes, written by the stage that writes every package: for the many cases of a disk. */
import { compare } from "../../generator/output/compare.js";
import { recover, write } from "../../generator/output/write.js";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What `generate` does once the files are there. Rejects for foreign files, and with what the disk says. */
export async function put(folder: string, files: Files): Promise<void> {
  await recover(folder);
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  const comparison = await compare(folder, list, {
    description: "",
    configuration: "",
    templates: "",
    specwright: "",
  });
  if (comparison.foreign.length > 0) throw new Error(`foreign: ${comparison.foreign.join()}`);
  await write(folder, comparison);
}

/** A version of the package, and a later one that changes, adds and removes files and folders. */
export const older: Files = {
  "README.md": "old",
  "src/index.ts": "old",
  "src/gone/a.ts": "a",
  "src/gone/deeper/b.ts": "b",
  "src/kept.ts": "kept",
};
export const newer: Files = {
  "README.md": "new",
  "src/index.ts": "new",
  "src/kept.ts": "kept",
  "src/added/c.ts": "c",
  "docs/d.md": "d",
};

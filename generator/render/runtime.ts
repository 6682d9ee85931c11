/** The runtime that ships with a package: its files as they are, as far as the package's modules need them. */
import { readFile } from "node:fs/promises";
import { runtimeFolder } from "./runtime-folder.js";

export interface TextFile {
  /** Relative to the package. */
  readonly path: string;
  readonly text: string;
}

const importPattern = /^(?:import|export)\b[^;]*?\bfrom "([^"]+)";/gm;

/** The runtime files that the modules import, and those that these import in turn. */
export async function runtimeFiles(modules: readonly TextFile[]): Promise<readonly TextFile[]> {
  const wanted = new Set(
    modules.flatMap(({ text }) =>
      [...text.matchAll(importPattern)].flatMap(
        ([, from]) => /\/runtime\/([\w-]+)\.js$/.exec(from ?? "")?.[1] ?? [],
      ),
    ),
  );
  const files: TextFile[] = [];
  for (const name of wanted) {
    const text = await readFile(`${runtimeFolder}${name}.ts`, "utf8");
    for (const [, from] of text.matchAll(importPattern))
      wanted.add(/^\.\/([\w-]+)\.js$/.exec(from ?? "")?.[1] ?? name);
    files.push({ path: `src/runtime/${name}.ts`, text });
  }
  return files;
}

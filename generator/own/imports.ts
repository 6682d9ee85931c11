/** The files that a module of the user's is made of: itself, and what it imports by relative paths, directly or by way of others. */
import { dirname, join } from "node:path";
import { digest } from "../digest.js";
import type { ReadFile } from "../read-file.js";
import { textOf } from "./import.js";

const relativeImport = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** A path that stands in no import may be among them; packages are not. */
export async function filesOf(path: string): Promise<readonly ReadFile[]> {
  const read: ReadFile[] = [];
  const wanted = new Set([join(path)]);
  for (const each of wanted) {
    const text = await textOf(each);
    if (text === undefined) continue;
    read.push({ path: each.replaceAll("\\", "/"), digest: digest(text) });
    for (const [, specifier = ""] of text.matchAll(relativeImport))
      for (const ending of endings) wanted.add(join(dirname(each), ending(specifier)));
  }
  return read;
}

/** What a specifier may lead to. */
const endings: readonly ((specifier: string) => string)[] = [
  (specifier) => specifier,
  (specifier) => specifier.replace(/\.([cm]?)js$/, ".$1ts"),
  (specifier) => `${specifier}.ts`,
  (specifier) => `${specifier}.js`,
  (specifier) => `${specifier}/index.ts`,
  (specifier) => `${specifier}/index.js`,
];

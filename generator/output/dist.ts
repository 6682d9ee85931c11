/** The compiled modules of a package. They are in no record, because `npm run build` makes them as well. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { byCodeUnit } from "../json.js";
import { slashed } from "../paths.js";
import type { TextFile } from "../render/runtime.js";
import { readIfThere } from "./manifest.js";
import { isHeaded } from "./owner.js";

const endings = [".js", ".js.map", ".d.ts", ".d.ts.map"];

/** Whether a package has been compiled. */
export const isCompiled = (folder: string): boolean => existsSync(join(folder, "dist/index.js"));

/** Files of `dist/` that were compiled from modules of ours which are no longer there. */
export async function orphansIn(folder: string, compiled: readonly TextFile[]): Promise<readonly string[]> {
  const current = new Set(compiled.map((each) => each.path));
  const entries = await readdir(join(folder, "dist"), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const there = new Set(
    entries
      .filter((each) => each.isFile())
      .map((each) => slashed(join(each.parentPath, each.name).slice(join(folder, "/").length))),
  );
  const gone = [...there].filter((path) => path.endsWith(".js") && !current.has(path));
  const texts = await Promise.all(gone.map((path) => readIfThere(join(folder, path))));
  return gone
    .filter((_, i) => isHeaded(texts[i] ?? ""))
    .flatMap((path) => endings.map((ending) => path.replace(/\.js$/, ending)))
    .filter((path) => there.has(path))
    .sort(byCodeUnit);
}

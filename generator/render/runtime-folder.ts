import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The sources of the runtime, beside the generator in the repository and in the published package. */
export const runtimeFolder: string = fileURLToPath(new URL("../../generator/runtime/", import.meta.url));

/** The text of a module of the runtime, by the path that it has in packages: `runtime/call`. */
export const runtimeText = (module: string): string =>
  readFileSync(`${runtimeFolder}${module.replace(/^runtime\//, "")}.ts`, "utf8");

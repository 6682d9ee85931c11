/** Remembers which inputs the package on disk was made of, so that a run with nothing to do costs next to nothing. */
import { mkdir, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { runtimeFolder } from "../render/runtime-folder.js";
import { digest, manifestName, readIfThere, readManifest } from "./manifest.js";

/** What a package is made of: the inputs' bytes, the configuration, and the generator with all that it uses. */
export async function keyOf(config: Config): Promise<string> {
  const inputs = await Promise.all([config.input, ...(config.overlays ?? [])].map((path) => readFile(path)));
  return digest(
    [JSON.stringify(config.package ?? {}), ...inputs.map(digest), await generatorKey()].join("\n"),
  );
}

/** The generator's own code, its templates and runtime, and the versions of the libraries that shape its output. */
async function generatorKey(): Promise<string> {
  const dist = fileURLToPath(new URL("..", import.meta.url));
  const templates = fileURLToPath(new URL("../../templates/", import.meta.url));
  const files = (await Promise.all([dist, templates, runtimeFolder].map(listFiles))).flat();
  const code = await Promise.all(files.map(async (path) => digest(await readFile(path))));
  return digest([...code, ...(await Promise.all(libraries.map(versionOf)))].join("\n"));
}

const libraries = [
  "@eslint-community/regexpp",
  "handlebars",
  "openapi-typescript",
  "prettier",
  "ts-morph",
  "yaml",
];

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((each) => each.isFile() && /\.(js|ts|hbs)$/.test(each.name) && !each.name.endsWith(".d.ts"))
    .map((each) => join(each.parentPath, each.name))
    .sort();
}

async function versionOf(library: string): Promise<string> {
  for (let at = fileURLToPath(new URL(".", import.meta.url)); ; at = dirname(at)) {
    const text = await readIfThere(join(at, "node_modules", library, "package.json"));
    if (text !== undefined) return (JSON.parse(text) as { readonly version: string }).version;
    if (at === dirname(at)) return "";
  }
}

/** Whether the package was made of exactly this and is still as it was then, file by file. */
export async function isCurrent(output: string, key: string): Promise<boolean> {
  const path = stampPath(output);
  const stamp = path && (await readIfThere(path));
  const record = await readIfThere(join(output, manifestName));
  if (record === undefined || stamp !== stampText(key, record)) return false;
  const manifest = await readManifest(output);
  const texts = await Promise.all([...manifest.keys()].map((file) => readIfThere(join(output, file))));
  return [...manifest.values()].every((hash, i) => texts[i] !== undefined && digest(texts[i]) === hash);
}

/** Remembers that the package on disk was made of this. */
export async function remember(output: string, key: string): Promise<void> {
  const path = stampPath(output);
  const record = await readIfThere(join(output, manifestName));
  if (path === undefined || record === undefined) return;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.${process.pid}`, stampText(key, record));
    await rename(`${path}.${process.pid}`, path);
  } catch {
    // Without a stamp the next run is slower, and no less right.
  }
}

const stampText = (key: string, record: string): string => `${key}\n${digest(record)}\n`;

/** Below the nearest `node_modules`, as is the custom for caches; nowhere without one. */
function stampPath(output: string): string | undefined {
  for (let at = resolve(output); at !== dirname(at); at = dirname(at)) {
    const modules = join(at, "node_modules");
    if (existsSync(modules))
      return join(modules, ".cache", "specwright", `${digest(resolve(output)).slice(0, 16)}.stamp`);
  }
  return undefined;
}

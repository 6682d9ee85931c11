/** Plugins: modules of the user's that make files of the package from the model. */
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { isSafe } from "../output/manifest.js";
import type { TextFile } from "../render/runtime.js";
import type { ReadFile } from "../read-file.js";
import { importModule, textOf } from "./import.js";
import { filesOf } from "./imports.js";
import type { Model } from "./model.js";
import { type Problem, problem, problemThrown } from "./thrown.js";

/** The default export of a plugin. Paths are relative to the package; the same model is to give the same files. */
export type Plugin = (model: Model) => readonly PluginFile[] | Promise<readonly PluginFile[]>;

/** A file of the package. TypeScript, JSON and Markdown are formatted, all else stands as it is. */
export interface PluginFile {
  readonly path: string;
  readonly text: string;
}

/** A file, and the plugin that makes it. */
export interface AddedFile extends TextFile {
  readonly plugin: string;
}

export interface Added {
  readonly files: readonly AddedFile[];
  readonly read: readonly ReadFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with a plugin, or with a file of it. */
const refused = (plugin: string, { detail, place }: Problem): Diagnostic =>
  diagnostic("plugin-invalid", { file: plugin, ...place }, detail);

/** Runs the plugins, one after the other. */
export async function runPlugins(plugins: readonly string[], model: Model): Promise<Added> {
  const files: AddedFile[] = [];
  const read: ReadFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plugin of plugins) {
    read.push(...(await filesOf(plugin)));
    const made = await filesFrom(plugin, model);
    if ("detail" in made) diagnostics.push(refused(plugin, made));
    else files.push(...made.map(({ path, text }) => ({ path, text, plugin })));
  }
  diagnostics.push(...files.filter((each) => !isAllowed(each.path)).map(unsafe));
  return { files, read: distinct(read), diagnostics };
}

/** Plugins may import the same files. */
const distinct = (read: readonly ReadFile[]): readonly ReadFile[] => [
  ...new Map(read.map((each) => [each.path, each])).values(),
];

/** The files that a plugin makes, or what is wrong with it. */
async function filesFrom(plugin: string, model: Model): Promise<readonly PluginFile[] | Problem> {
  if ((await textOf(plugin)) === undefined) return problem("there is no such file");
  try {
    const { default: make } = await importModule(plugin);
    if (typeof make !== "function") return problem("its default export is no function");
    const made: unknown = await (make as (model: Model) => unknown)(model);
    return areFiles(made) ? made : problem("it gives no list of `{ path, text }`");
  } catch (cause) {
    return problemThrown("it throws", cause, plugin);
  }
}

const areFiles = (value: unknown): value is readonly PluginFile[] =>
  Array.isArray(value) &&
  value.every(
    (each: Partial<PluginFile> | null | undefined) =>
      typeof each?.path === "string" && typeof each.text === "string",
  );

const unsafe = ({ plugin, path }: AddedFile): Diagnostic =>
  refused(plugin, problem(`${JSON.stringify(path)} is no path of a file in the package`));

/** Paths that stay in the package, and out of what others keep there. */
const isAllowed = (path: string): boolean =>
  isSafe(path) &&
  !/^(\.specwright.*|dist|node_modules)(\/|$)|^(CHANGELOG\.md|names\.lock\.json)$/i.test(path);

/** The files that would stand where another one does, on file systems that ignore case as well. */
export function collisions(files: readonly AddedFile[], ours: readonly string[]): readonly Diagnostic[] {
  const taken = new Map(ours.map((path) => [path.toLowerCase(), "specwright"]));
  return files.flatMap(({ plugin, path }) => {
    const key = path.toLowerCase();
    const owner = taken.get(key) ?? taken.get(key.replace(/\.ts$/, "/index.ts"));
    taken.set(key, plugin);
    return owner === undefined ? [] : [refused(plugin, problem(`${path} is made by ${owner} as well`))];
  });
}

/** The subpath of a module that stands directly below `src`, as those of the package do. */
export function subpathsOf(
  files: readonly AddedFile[],
): readonly { readonly subpath: string; readonly module: string }[] {
  return files.flatMap(({ path }) => {
    const [, module] = /^src\/([\w-]+)\.ts$/.exec(path) ?? [];
    return module === undefined ? [] : [{ subpath: `./${module}`, module }];
  });
}

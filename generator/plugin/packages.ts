/** The packages of a configuration, as a bundler has them generated: again and again, and mistakes end nothing. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import { generateAll } from "../generate-all.js";
import { configNames, loadConfigs } from "../load-config.js";
import { isPath } from "../load/address.js";
import type { Options } from "./options.js";

export interface Packages {
  /** Generates all of them, after what is being generated already. */
  readonly generate: () => Promise<Outcome>;
  /** Whether a change of this file changes them. */
  readonly areMadeOf: (file: string) => boolean;
}

/** What came of a run; a package with errors is as it was before. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly watched: Watched;
}

/** What to watch, that of earlier runs included: what is mended may lead to it again. */
export interface Watched {
  /** Also those that stand in the folders now. */
  readonly files: readonly string[];
  /** What comes to stand in them matters as well. */
  readonly folders: readonly string[];
}

export function packagesOf({ config }: Options): Packages {
  const files = new Set<string>();
  const folders = new Set<string>();
  const watch = (paths: readonly string[]): void => {
    for (const path of paths.filter(isPath)) (isFolder(path) ? folders : files).add(resolve(path));
  };
  const run = async (): Promise<Outcome> => {
    const file = config ?? usualConfig();
    const found: Diagnostic[] = [];
    await generateAll(() => loadConfigs({ config: file }), {
      configFile: file,
      watch,
      report: ({ diagnostics }) => void found.push(...diagnostics),
      fail: (diagnostics) => void found.push(...diagnostics),
    });
    return {
      diagnostics: found,
      watched: { files: [...files, ...[...folders].flatMap(filesIn)], folders: [...folders] },
    };
  };
  return {
    generate: () => inTurn(run),
    areMadeOf: (file) =>
      files.has(resolve(file)) || [...folders].some((each) => resolve(file).startsWith(each + sep)),
  };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));

/** Where there is none, the first name is the one that is missed. */
function usualConfig(): string {
  const [first = ""] = configNames;
  return configNames.find((each) => existsSync(each)) ?? first;
}

let last: Promise<unknown> = Promise.resolve();

/** Two plugins of one process may write the same package. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const run = last.then(work);
  last = run.catch(() => undefined);
  return run;
}

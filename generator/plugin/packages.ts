/** The packages of a configuration, as a bundler has them generated: again and again, and mistakes end nothing. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
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
  /** The files to watch, those of earlier runs included: what is mended may lead to them again. */
  readonly watched: readonly string[];
}

export function packagesOf({ config }: Options): Packages {
  const watched = new Set<string>();
  const watch = (files: readonly string[]): void => {
    for (const file of files.filter(isPath)) watched.add(resolve(file));
  };
  const run = async (): Promise<Outcome> => {
    const file = config ?? usualConfig();
    const found: Diagnostic[] = [];
    watch([file]);
    await generateAll(() => loadConfigs({ config: file }), {
      watch,
      report: ({ diagnostics }) => void found.push(...diagnostics),
      fail: (diagnostics) => void found.push(...diagnostics),
    });
    return { diagnostics: found, watched: [...watched] };
  };
  return { generate: () => inTurn(run), areMadeOf: (file) => watched.has(resolve(file)) };
}

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

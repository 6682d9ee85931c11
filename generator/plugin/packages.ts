/** The packages of a configuration, as a bundler has them generated: again and again, and mistakes end nothing. */
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, SpecError } from "../diagnostics.js";
import { generate } from "../generate.js";
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
  return {
    generate: () =>
      inTurn(async () => ({
        diagnostics: await generateAll(config ?? usualConfig(), watch),
        watched: [...watched],
      })),
    areMadeOf: (file) => watched.has(resolve(file)),
  };
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

async function generateAll(
  config: string,
  watch: (files: readonly string[]) => void,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const fail = (cause: unknown): void => {
    if (!(cause instanceof SpecError)) throw cause;
    found.push(...cause.diagnostics);
    watch(cause.diagnostics.map((each) => each.file).filter(isFile));
  };
  watch([config]);
  const configs = await loadConfigs({ config }).catch((cause: unknown) => {
    fail(cause);
    return [];
  });
  for (const each of configs) {
    watch([each.input, ...(each.overlays ?? [])]);
    try {
      const { read, diagnostics } = await generate(each);
      watch(read);
      found.push(...diagnostics);
    } catch (cause) {
      fail(cause);
    }
  }
  return found;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

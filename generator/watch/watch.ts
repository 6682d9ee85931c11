/** Generates again whenever something changes that a package is made of. */
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Config } from "../config.js";
import type { Diagnostic } from "../diagnostics.js";
import { fileEvents } from "./file-events.js";
import type { PackageReport } from "../generate.js";
import { generateAll } from "../generate-all.js";
import { isPath } from "../load/address.js";
import { WatchedFiles } from "./watched-files.js";

export interface WatchOptions {
  /** Gives the packages; asked anew before every run, because the configuration may have changed. */
  readonly configs: () => Promise<readonly Config[]>;
  /** The file of the configuration, if there is one. */
  readonly configFile: string | undefined;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** Is told of files and parents that were not watched before. */
  readonly watching: (paths: readonly string[]) => void;
  /** Is told what has changed, before all packages are generated again. */
  readonly changed: (paths: readonly string[]) => void;
  /** Is told of each package that was generated, and how long that took. */
  readonly report: (report: PackageReport, milliseconds: number) => void;
  /** Is told why one was not; `output` is its folder, if that is known. */
  readonly fail: (
    diagnostics: readonly Diagnostic[],
    output: string | undefined,
    milliseconds: number,
  ) => void;
}

/** Milliseconds without a change after which what was saved is whole: editors save several files, and files in pieces. */
const debounce = 60;

/** As often is waited for that; what changes for ever is read as it is. */
const mostDebounces = 10;

/** Milliseconds between looks at the files: systems tell of most changes at once, of some never. */
const lookAgain = 1000;

/** Runs until the signal says otherwise; diagnostics end a run, and never the watching. */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal } = options;
  const files = new WatchedFiles();
  const { told, tellOf } = await fileEvents(signal);
  const run = runner(files, options);
  for (;;) {
    await run();
    tellOf(files.paths);
    while (!signal.aborted && files.changes().length === 0)
      await Promise.race([told(), pause(lookAgain, signal)]);
    for (let round = 0; round < mostDebounces; round++)
      if (await files.isAtRest(pause(debounce, signal))) break;
    if (signal.aborted) return;
    options.changed(files.take());
  }
}

/** Generates the packages, and again while there are files that were not watched when they were read: they may have changed before they were. */
function runner(files: WatchedFiles, options: WatchOptions): () => Promise<void> {
  const failures = new Map<string | undefined, readonly Diagnostic[]>();
  const once = async (isAgain: boolean): Promise<boolean> => {
    const known = files.paths.size;
    const lap = stopwatch();
    await generateAll(options.configs, {
      configFile: options.configFile,
      watch: (paths) => files.add(paths.filter(isPath)),
      report(report) {
        if (!isAgain || report.written.length + report.removed.length > 0) options.report(report, lap());
      },
      fail(diagnostics, output) {
        const isTold = isAgain && isDeepStrictEqual(failures.get(output), diagnostics);
        failures.set(output, diagnostics);
        if (!isTold) options.fail(diagnostics, output, lap());
      },
    });
    return files.paths.size > known;
  };
  return async () => {
    const known = new Set(files.paths);
    for (let isMore = await once(false); isMore;) isMore = await once(true);
    const added = [...files.paths].filter((each) => !known.has(each));
    if (added.length > 0) options.watching(added);
  };
}

/** Until then, or until the signal comes. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

/** Gives the milliseconds since it was asked last. */
function stopwatch(): () => number {
  let since = performance.now();
  return () => {
    const spent = performance.now() - since;
    since += spent;
    return spent;
  };
}

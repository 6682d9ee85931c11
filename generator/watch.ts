/** Generates again whenever something changes that a package is made of. */
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "./config.js";
import type { Diagnostic } from "./diagnostics.js";
import type { PackageReport } from "./generate.js";
import { generateAll } from "./generate-all.js";
import { isPath } from "./load/address.js";

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

/** Milliseconds that editors take to save several files. */
const debounce = 60;

/** Milliseconds that the time of a file may lie behind that of its change, because systems count it in ticks. */
const tick = 10;

/** Runs until the signal says otherwise; diagnostics end a run, and never the watching. */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, configFile } = options;
  const { watch: watchPaths } = await import("chokidar");
  let wake = (): void => undefined;
  let isStale = true;
  /** When the run began that may have read what is found now. */
  let since = 0;
  const changes = new Set<string>();
  const watched = new Set<string>();
  const parents = new Set<string>();
  const isWatched = (path: string): boolean =>
    watched.has(path) || (dirname(path) !== path && isWatched(dirname(path)));
  const watcher = watchPaths([], {
    alwaysStat: true,
    ignored: (path) => !isWatched(path) && !parents.has(path),
  });
  watcher.on("all", (event, path, stats) => {
    if (!isWatched(path)) return;
    const isFound = event === "add" || event === "addDir";
    if (isFound && stats !== undefined && stats.ctimeMs < since - tick) return;
    isStale = true;
    changes.add(path);
    wake();
  });
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const add = (paths: readonly string[]): void => {
    for (const each of paths.filter(isPath)) watched.add(resolve(each));
    for (const each of watched) parents.add(dirname(each));
    // Folders as well, and again: what is gone and comes back is another file.
    watcher.add([...parents, ...watched]);
  };
  const run = async (): Promise<void> => {
    const known = new Set(watched);
    const lap = stopwatch();
    await generateAll(options.configs, {
      configFile,
      watch: add,
      report: (report) => options.report(report, lap()),
      fail: (diagnostics, output) => options.fail(diagnostics, output, lap()),
    });
    const added = [...watched].filter((each) => !known.has(each));
    if (added.length > 0) options.watching(added);
  };
  while (!signal.aborted) {
    if (isStale) {
      await Promise.race([pause(debounce), ended]);
      isStale = false;
      since = Date.now();
      if (changes.size > 0) options.changed([...changes]);
      changes.clear();
      await run();
    }
    if (!isStale)
      await Promise.race([
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
        ended,
      ]);
  }
  await watcher.close();
}

/** Gives the milliseconds since it was asked last. */
function stopwatch(): () => number {
  let since = performance.now();
  return () => {
    const spent = performance.now() - since;
    since += spent;
    return spent;
  };
}

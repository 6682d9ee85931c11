/** Generates again whenever something changes that a package is made of. */
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
  /** Is told of files and folders that were not watched before. */
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

/** Runs until the signal says otherwise; diagnostics end a run, and never the watching. */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, configFile } = options;
  const { watch: watchPaths } = await import("chokidar");
  let wake = (): void => undefined;
  let isStale = true;
  const changes = new Set<string>();
  const watcher = watchPaths([], { ignoreInitial: true });
  watcher.on("all", (_, path) => {
    isStale = true;
    changes.add(path);
    wake();
  });
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const watched = new Set<string>();
  const run = async (): Promise<void> => {
    const paths = new Set(configFile === undefined ? [] : [configFile]);
    const add = (more: readonly string[]): void => {
      for (const each of more.filter(isPath)) paths.add(each);
      // Also those that are watched already: what is gone and comes back is another file.
      watcher.add([...paths]);
    };
    add([]);
    const lap = stopwatch();
    await generateAll(options.configs, {
      watch: add,
      report: (report) => options.report(report, lap()),
      fail: (diagnostics, output) => options.fail(diagnostics, output, lap()),
    });
    const added = [...paths].filter((each) => !watched.has(each));
    for (const each of added) watched.add(each);
    if (added.length > 0) options.watching(added);
  };
  while (!signal.aborted) {
    if (isStale) {
      await Promise.race([pause(debounce), ended]);
      isStale = false;
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

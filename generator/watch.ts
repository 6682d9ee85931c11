/** Generates again whenever something changes that a package is made of. */
import type { FSWatcher } from "chokidar";
import { type Config, formatModules } from "./config.js";
import { SpecError } from "./diagnostics.js";
import { type PackageReport, generate } from "./generate.js";
import { isPath } from "./load/address.js";

export interface WatchOptions {
  /** Gives the packages; asked anew before every run, because the configuration may have changed. */
  readonly configs: () => Promise<readonly Config[]>;
  /** The file of the configuration, if there is one. */
  readonly configFile: string | undefined;
  /** Is told of each package that was generated. */
  readonly report: (report: PackageReport) => void;
  /** Is told why one was not; the package on disk is as it was. */
  readonly fail: (error: SpecError) => void;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/** Milliseconds that editors take to save several files. */
const debounce = 60;

/** Runs until the signal says otherwise; diagnostics end a run, and never the watching. */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal } = options;
  const { watch: watchFiles } = await import("chokidar");
  let wake = (): void => undefined;
  let isStale = true;
  const watcher = watchFiles([], { ignoreInitial: true });
  watcher.on("all", () => {
    isStale = true;
    wake();
  });
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  while (!signal.aborted) {
    if (isStale) {
      await Promise.race([pause(debounce), ended]);
      isStale = false;
      await runAll(options, watcher);
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

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function runAll(options: WatchOptions, watcher: FSWatcher): Promise<void> {
  if (options.configFile !== undefined) watcher.add(options.configFile);
  const tell = (cause: unknown): void => {
    if (!(cause instanceof SpecError)) throw cause;
    options.fail(cause);
  };
  const configs = await options.configs().catch((cause: unknown) => {
    tell(cause);
    return [];
  });
  for (const config of configs) {
    const { input, overlays = [], plugins = [] } = config;
    const modules = [...formatModules(config).map(([, path]) => path), ...plugins];
    watcher.add([input, ...overlays, ...modules].filter(isPath));
    try {
      const report = await generate(config);
      watcher.add([...report.read]);
      options.report(report);
    } catch (cause) {
      tell(cause);
    }
  }
}

/** Generates again whenever something changes that a package is made of. */
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "./config.js";
import { type Watching, generateAll } from "./generate-all.js";
import { isPath } from "./load/address.js";

export interface WatchOptions extends Omit<Watching, "watch"> {
  /** Gives the packages; asked anew before every run, because the configuration may have changed. */
  readonly configs: () => Promise<readonly Config[]>;
  /** The file of the configuration, if there is one. */
  readonly configFile: string | undefined;
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
      if (options.configFile !== undefined) watcher.add(options.configFile);
      await generateAll(options.configs, {
        ...options,
        watch: (files) => void watcher.add(files.filter(isPath)),
      });
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

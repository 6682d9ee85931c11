/** What the system tells of changes of files, which it need not: of drives in a network it tells nothing, and of so many files only. */
import { dirname } from "node:path";

export interface FileEvents {
  /** Resolves when something changes, or seems to. */
  readonly told: () => Promise<void>;
  /** Asks to be told of these files and folders, also after they were gone. */
  readonly tellOf: (paths: ReadonlySet<string>) => void;
}

/** Until the signal comes. */
export async function fileEvents(signal: AbortSignal): Promise<FileEvents> {
  const { watch: listen } = await import("chokidar");
  let wake = (): void => undefined;
  let watched: ReadonlySet<string> = new Set();
  let parents: ReadonlySet<string> = new Set();
  const isWatched = (path: string): boolean =>
    watched.has(path) || (dirname(path) !== path && isWatched(dirname(path)));
  const watcher = listen([], { ignored: (path) => !isWatched(path) && !parents.has(path) });
  watcher.on("all", (_, path) => {
    if (isWatched(path)) wake();
  });
  // The files are looked at all the same.
  watcher.on("error", () => undefined);
  signal.addEventListener("abort", () => void watcher.close(), { once: true });
  return {
    told: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    tellOf(paths) {
      watched = paths;
      parents = new Set([...paths].map(dirname));
      // Folders as well, and again: what is gone and comes back is another file.
      watcher.add([...parents, ...paths]);
    },
  };
}

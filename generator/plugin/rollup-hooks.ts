/** Rollup and Rolldown, and the builds of Vite. */
import { failureOf, messageOf, type Message } from "./message.js";
import type { Outcome, Packages } from "./packages.js";

/** What of their plugin contexts is used. */
export interface Context {
  addWatchFile(file: string): void;
  warn(message: Message): void;
  error(message: Message): never;
}

export interface RollupHooks {
  buildStart(this: Context): Promise<void>;
}

/** A mistake ends a build; a watcher waits for one of the files to change, and begins another. */
export function rollupHooks(packages: Packages): RollupHooks {
  return {
    async buildStart() {
      const outcome = await packages.generate();
      watchAndWarn(this, outcome);
      const failure = failureOf(outcome.diagnostics);
      if (failure !== undefined) this.error(failure);
    },
  };
}

/** Errors are told together with the warnings around them, so there are warnings of their own only where there is none. */
export function watchAndWarn(context: Context, { watched, diagnostics }: Outcome): void {
  for (const path of [...watched.files, ...watched.folders]) context.addWatchFile(path);
  if (failureOf(diagnostics) !== undefined) return;
  for (const each of diagnostics) context.warn(messageOf(each));
}

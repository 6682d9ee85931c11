/** Vite: its builds are those of Rolldown; its dev server goes on with the last good package and shows mistakes. */
import type { ViteDevServer } from "vite";
import { type Overlay, overlayOf } from "./overlay.js";
import type { Packages } from "./packages.js";
import { type Context, rollupHooks, watchAndWarn } from "./rollup-hooks.js";

export interface ViteHooks {
  configureServer(server: ViteDevServer): void;
  buildStart(this: Context): Promise<void>;
  watchChange(this: Context, file: string): Promise<void>;
}

export function viteHooks(packages: Packages): ViteHooks {
  const build = rollupHooks(packages);
  let overlay: Overlay | undefined;
  const generate = async (context: Context, { show }: Overlay): Promise<void> => {
    const outcome = await packages.generate();
    watchAndWarn(context, outcome);
    show(outcome.diagnostics);
  };
  return {
    configureServer(server) {
      overlay = overlayOf(server);
    },
    async buildStart() {
      await (overlay === undefined ? build.buildStart.call(this) : generate(this, overlay));
    },
    /** What is written here has the server send its updates. */
    async watchChange(file) {
      if (overlay !== undefined && packages.areMadeOf(file)) await generate(this, overlay);
    },
  };
}

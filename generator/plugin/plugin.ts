/** The plugin for bundlers: packages are generated before a build, and again when what they are made of changes. */
import { createUnplugin } from "unplugin";
import { compilerHooks } from "./compiler-hooks.js";
import { esbuildHooks } from "./esbuild-hooks.js";
import { type Options, pluginName } from "./options.js";
import { packagesOf } from "./packages.js";
import { rollupHooks } from "./rollup-hooks.js";
import { viteHooks } from "./vite-hooks.js";

export const plugin = createUnplugin<Options | undefined, false>((options = {}) => {
  const packages = packagesOf(options);
  return {
    name: pluginName,
    vite: viteHooks(packages),
    rollup: rollupHooks(packages),
    rolldown: rollupHooks(packages),
    webpack: compilerHooks(packages),
    rspack: compilerHooks(packages),
    esbuild: esbuildHooks(packages),
  };
});

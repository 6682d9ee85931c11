/** All bundlers that there is a plugin for. */
import type { Bundler } from "./bundler.js";
import { esbuildBundler } from "./esbuild.js";
import { rolldownBundler, rollupBundler, viteBundler } from "./rollup-kin.js";
import { rspackBundler, webpackBundler } from "./webpack-kin.js";

export const bundlers: readonly (readonly [name: string, bundler: Bundler])[] = [
  ["Vite", viteBundler],
  ["Rollup", rollupBundler],
  ["Rolldown", rolldownBundler],
  ["webpack", webpackBundler],
  ["Rspack", rspackBundler],
  ["esbuild", esbuildBundler],
];

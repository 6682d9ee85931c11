/** The plugin for esbuild. */
import { plugin } from "./plugin.js";

export default plugin.esbuild;

/** The plugin for Rollup. */
import { plugin } from "./plugin.js";

export default plugin.rollup;

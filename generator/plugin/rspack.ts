/** The plugin for Rspack. */
import { plugin } from "./plugin.js";

export default plugin.rspack;

/** The plugin for Vite. */
import { plugin } from "./plugin.js";

export default plugin.vite;

/** The plugin for webpack. */
import { plugin } from "./plugin.js";

export default plugin.webpack;

/** The plugin for Rolldown. */
import { plugin } from "./plugin.js";

export default plugin.rolldown;

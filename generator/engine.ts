/**
 * Tells V8 to wait longer before it optimizes a function. A run is over in seconds and most functions run a few hundred times, so
 * what is spent on optimizing them is not earned back: it was a third of the CPU time of a large description.
 */
import { setFlagsFromString } from "node:v8";

/** The last Node of which we know that its V8 has the flag: others would complain on the error stream. */
const lastKnown = 24;

if (Number.parseInt(process.versions.node, 10) <= lastKnown) {
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString(`--heap-growing-percent=${process.env.HG ?? 20}`);
}

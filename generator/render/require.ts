/** Loads libraries of CommonJS as such: imported, Node looks through megabytes of them for what they export. */
import { createRequire } from "node:module";

export const require: NodeJS.Require = createRequire(import.meta.url);

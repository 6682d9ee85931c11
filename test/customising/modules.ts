/** The modules of formats that tests use. */
import { join } from "node:path";

export const ownModule = (name: string): string => join(import.meta.dirname, "formats", name);

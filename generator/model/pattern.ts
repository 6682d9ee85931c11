/** Regular expressions of a description: how they compile. */
import type { Report } from "../diagnostics.js";
import type { Pattern } from "./schema.js";

/**
 * JSON Schema 2020-12 Core, section 6.4: patterns are ECMA-262 expressions with the `u` flag. One that only compiles
 * without the flag (`\_`, say) is used that way, with a warning; one that does not compile at all is an error.
 */
export function readPattern(report: Report, source: string, pointer: string): Pattern | undefined {
  for (const flags of ["u", ""] as const) {
    try {
      new RegExp(source, flags);
      if (flags === "") report("schema-pattern-unicode", pointer, source);
      return { source, flags };
    } catch {
      // Tried without the flag next.
    }
  }
  report("schema-pattern", pointer, source);
  return undefined;
}

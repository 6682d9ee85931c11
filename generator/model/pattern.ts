/** Regular expressions of a description: how they compile. */
import type { Report } from "../diagnostics.js";
import { slownessOf } from "./pattern-time.js";
import type { Pattern } from "./schema.js";

/**
 * JSON Schema 2020-12 Core, section 6.4: patterns are ECMA-262 expressions with the `u` flag. One that only compiles
 * without the flag (`\_`, say) is used that way, with a warning; one that does not compile at all is an error. One that
 * can be slow is used, with a warning.
 */
export function readPattern(report: Report, source: string, pointer: string): Pattern | undefined {
  for (const flags of ["u", ""] as const) {
    try {
      new RegExp(source, flags);
    } catch {
      // Tried without the flag next.
      continue;
    }
    if (flags === "") report("schema-pattern-unicode", pointer, source);
    const slowness = analysed(report, { source, flags });
    if (slowness !== undefined) report("schema-pattern-slow", pointer, slowness);
    return { source, flags };
  }
  report("schema-pattern", pointer, source);
  return undefined;
}

/** What was found out about patterns, by the run that reports it. */
const analyses = new WeakMap<Report, Map<string, string | undefined>>();

/** What slows a pattern down; asked once in a run, however often the pattern stands in the description. */
function analysed(report: Report, pattern: Pattern): string | undefined {
  const known = analyses.get(report) ?? new Map<string, string | undefined>();
  analyses.set(report, known);
  const key = `${pattern.flags}/${pattern.source}`;
  if (!known.has(key)) known.set(key, slownessOf(pattern));
  return known.get(key);
}

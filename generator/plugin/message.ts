/** Diagnostics as Rollup, and what is made like it, are told of them. */
import { resolve } from "node:path";
import { formatDiagnostics } from "../diagnostic-formats.js";
import { type Diagnostic, formatDiagnostic } from "../diagnostics.js";
import { isPath } from "../load/address.js";
import { version } from "../version.js";

export interface Message {
  readonly message: string;
  /** Where an editor is to open it. */
  readonly stack: "";
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
}

export function messageOf(diagnostic: Diagnostic): Message {
  const { file, line, column } = diagnostic;
  return {
    message: formatDiagnostic(diagnostic),
    stack: "",
    loc: { file: isPath(file) ? resolve(file) : file, line, column },
  };
}

/** All that was found in one text, at the place of the first error; undefined where there is none. */
export function failureOf(diagnostics: readonly Diagnostic[]): Message | undefined {
  const first = diagnostics.find((each) => each.severity === "error");
  return first && { ...messageOf(first), message: formatDiagnostics(diagnostics, "text", version) };
}

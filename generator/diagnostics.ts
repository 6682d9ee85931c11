/** Messages to the author of a description: what is wrong, where, and how to mend it. */
import { catalogue } from "./catalogue/catalogue.js";
import type { Severity } from "./catalogue/rule.js";
import { escapeInvisible } from "./text.js";

export type DiagnosticCode = keyof typeof catalogue;

/** A message to the author of the spec, with its place. Lines and columns count from 1. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Reports what is wrong at a JSON Pointer (RFC 6901) of the description being read. */
export type Report = (code: DiagnosticCode, pointer: string, detail: string) => void;

export function diagnostic(code: DiagnosticCode, position: Position, detail: string): Diagnostic {
  const { severity, title, remedy } = catalogue[code];
  const shown = escapeInvisible(detail).slice(0, 500);
  return { code, severity, message: shown === "" ? title : `${title}: ${shown}`, remedy, ...position };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** Each once, by place, so that the order is that of the files and not that of our passes. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(diagnostics.map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** The same, as an error. */
export const asError = (each: Diagnostic): Diagnostic => ({ ...each, severity: "error" });

/** `file:line:column severity code message` and the remedy below it, as it is printed to a person. */
export function formatDiagnostic(each: Diagnostic): string {
  return `${each.file}:${each.line}:${each.column} ${each.severity} ${each.code}\n  ${each.message}\n  → ${each.remedy}`;
}

/** Thrown by `generate` and `check`: the input has errors; nothing was written. */
export class SpecError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.name = "SpecError";
    this.diagnostics = diagnostics;
  }
}

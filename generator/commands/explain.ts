/** `explain`: says in full what a diagnostic or a rule of `diff` means. */
import type { Command } from "commander";
import { catalogue } from "../catalogue/catalogue.js";
import type { DiagnosticCode } from "../diagnostics.js";
import { UsageError } from "../load-config.js";
import { withExamples } from "./help.js";

export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .summary("say in full what the code of an error, a warning or a difference means")
    .description("say in full what the code of an error, of a warning or of a rule of diff means")
    .argument("[code]", "the code, as it is printed; without one, all are listed")
    .action(async (code: string | undefined) => {
      process.exitCode = code === undefined ? await list() : await explain(code);
    });
  withExamples(command, [["explain"], ["explain ref-unresolved"], ["explain property-removed"]]);
}

async function list(): Promise<number> {
  const { diffRules } = await import("../diff/rules.js");
  const lines = (all: Readonly<Record<string, { readonly title: string }>>): string => {
    const widest = Math.max(...Object.keys(all).map((each) => each.length));
    const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([code, { title }]) => `  ${code.padEnd(widest)}  ${title}`).join("\n");
  };
  console.log(`Errors and warnings:\n${lines(catalogue)}\n\nRules of diff:\n${lines(diffRules)}`);
  return 0;
}

async function explain(code: string): Promise<number> {
  const { diffRules, isDiffCode } = await import("../diff/rules.js");
  if (isDiffCode(code)) {
    const { title, why, level, affects } = diffRules[code];
    const levels =
      typeof level === "string" ? level : `${level.request} in requests, ${level.response} in answers`;
    console.log(`${code} (${levels})\n\n${sentence(title)} ${why}`);
    if (affects.length > 0) console.log(`\nIt changes ${affects.join(", ")}.`);
    return 0;
  }
  if (!isCode(code)) {
    const { suggestion } = await import("../suggestion.js");
    const meant = suggestion(code, [...Object.keys(catalogue), ...Object.keys(diffRules)]);
    throw new UsageError(
      `there is no diagnostic and no rule called ${code}; ${meant === undefined ? "explain without a code lists all" : `did you mean ${meant}?`}`,
    );
  }
  const { severity, title, remedy } = catalogue[code];
  console.log(`${code} (${severity})\n\n${sentence(title)}\n\nTo mend it: ${remedy}.`);
  console.log(
    severity === "error"
      ? "\nNothing is written while there is one."
      : "\nThe package is written all the same; with --strict it is an error.",
  );
  return 0;
}

const isCode = (code: string): code is DiagnosticCode => Object.hasOwn(catalogue, code);
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

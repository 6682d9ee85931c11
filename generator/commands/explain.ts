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
    .argument("<code>", "the code, as it is printed")
    .action(async (code: string) => {
      process.exitCode = await explain(code);
    });
  withExamples(command, [["explain ref-unresolved"], ["explain property-removed"]]);
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
      `there is no diagnostic and no rule called ${code}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
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

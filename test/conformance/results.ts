/** The results of the suite as a page of tables. */
import { format } from "prettier";
import type { Verdict } from "./judge.js";
import { isRequired } from "./suite.js";

export type Results = ReadonlyMap<string, readonly Verdict[]>;

const sections: readonly { readonly title: string; readonly holds: (file: string) => boolean }[] = [
  { title: "Required", holds: isRequired },
  { title: "Optional: formats", holds: (file) => file.startsWith("optional/format/") },
  { title: "Optional: others", holds: (file) => /^optional\/[^/]*$/.test(file) },
];

export async function printResults(results: Results): Promise<string> {
  const tables = sections.map(({ title, holds }) => {
    const rows = [...results].filter(([file]) => holds(file));
    return `## ${title}\n\n${printTable([...rows, ["**all**", rows.flatMap(([, verdicts]) => verdicts)]])}`;
  });
  const text = `# JSON Schema Test Suite, draft 2020-12\n\n${tables.join("\n\n")}\n`;
  return format(text, { parser: "markdown", printWidth: 110 });
}

function printTable(rows: readonly (readonly [string, readonly Verdict[]])[]): string {
  const lines = rows.map(([file, verdicts]) => {
    const failed = verdicts.flatMap(({ problem }) => problem ?? []);
    const refused = failed.filter((problem) => problem.startsWith("refused")).length;
    const numbers = [verdicts.length, verdicts.length - failed.length, refused, failed.length - refused];
    return `| ${file} | ${numbers.join(" | ")} |`;
  });
  return ["| File | Tests | Agree | Refused | Differ |", "| --- | --: | --: | --: | --: |", ...lines].join(
    "\n",
  );
}

/** Lays out a table of Markdown as Prettier does: all cells of a column take the same room. */
import { isMeasurable } from "./print-doc.js";

/** The table; undefined where it holds what is not known here: characters of more than one column, alignment, marks of emphasis. */
export function layOutTable(text: string): string | undefined {
  const rows = text.split("\n").map(cellsOf);
  const [head = [], rule = [], ...body] = rows;
  const isKnown =
    rows.every(
      (row) => row.length === head.length && row.every((cell) => isMeasurable(cell) && !isMarkup(cell)),
    ) && rule.every((cell) => /^-+$/.test(cell));
  if (!isKnown) return undefined;
  const widths = head.map((cell, i) => Math.max(3, cell.length, ...body.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((each) => "-".repeat(each))), ...body.map(line)].join("\n");
}

/** The texts between bars; a bar with a backslash before it is one of the text. */
const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** What Prettier may write otherwise, outside of code. */
const isMarkup = (cell: string): boolean => /[*_<&~]|\s\s/.test(cell.replace(/`[^`]*`/g, "code"));

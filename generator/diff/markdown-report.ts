/** The report as a comment on a pull request. */
import type { LocatedDifference } from "./located.js";
import type { Level } from "./rules.js";
import { type PackageDiff, direction, headings, nameIn, places, sections, verdict } from "./words.js";

/** Characters that rows may have together: GitHub refuses comments of more than 65,536. */
const space = 60_000;

/** Rows that a reader scrolls past without having asked for them. */
const fewRows = 10;

export function asMarkdown(packages: readonly PackageDiff[]): string {
  let left = space;
  const fits = (row: string): boolean => (left -= row.length + 1) >= 0;
  return packages.map((each) => markdownOf(each, nameIn(packages, each), fits)).join("\n\n");
}

function markdownOf(report: PackageDiff, name: string | undefined, fits: (row: string) => boolean): string {
  const all = sections(report.differences);
  const counts = all.map(([level, list]) => `${list.length} ${headings[level].toLowerCase()}`);
  return [
    name === undefined ? "## API changes" : `## API changes of ${cell(name)}`,
    [`**${verdict(report)}**`, ...(counts.length === 0 ? [] : [counts.join(", ")])].join(" "),
    ...all.map(([level, list]) => sectionOf(level, list, fits)),
  ].join("\n\n");
}

/** What breaks is always in sight; long lists of the rest are folded. */
function sectionOf(level: Level, list: readonly LocatedDifference[], fits: (row: string) => boolean): string {
  const rows = list.map(rowOf).filter(fits);
  const table = ["| rule | where | what | from → to |", "| --- | --- | --- | --- |", ...rows].join("\n");
  const missing = list.length - rows.length;
  const heading = `${headings[level]} (${list.length})`;
  const parts = [
    table,
    ...(missing === 0 ? [] : [`… and ${missing} more, which \`specwright diff\` lists.`]),
  ];
  return level === "breaking" || list.length <= fewRows
    ? [`### ${heading}`, ...parts].join("\n\n")
    : [`<details>\n<summary>${heading}</summary>`, ...parts, "</details>"].join("\n\n");
}

function rowOf(each: LocatedDifference): string {
  const what = `${cell(each.title)}: ${cell(each.detail)}${direction(each)}`;
  const why = each.level === "breaking" ? `<br>${cell(each.why)}` : "";
  return `| \`${each.code}\` | ${cell(each.subject)} | ${what}${why} | ${cell(places(each))} |`;
}

const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");

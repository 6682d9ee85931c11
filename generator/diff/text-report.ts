/** The report as a terminal shows it. */
import { type PackageDiff, direction, headings, nameIn, places, sections, verdict } from "./words.js";

export const asText = (packages: readonly PackageDiff[]): string =>
  packages.map((each) => textOf(each, nameIn(packages, each))).join("\n\n");

function textOf(report: PackageDiff, name: string | undefined): string {
  const lines = sections(report.differences).flatMap(([level, list]) => [
    `${headings[level]} (${list.length})`,
    ...list.flatMap((each) => [
      `  ${each.subject}: ${each.title}: ${each.detail}${direction(each)}`,
      `    ${each.code} · ${places(each)}`,
      ...(level === "breaking" ? [`    ${each.why}`] : []),
    ]),
    "",
  ]);
  return [...(name === undefined ? [] : [name, ""]), ...lines, verdict(report)].join("\n");
}

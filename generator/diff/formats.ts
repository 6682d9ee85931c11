/** A report of differences as people read it: text, Markdown for a pull request, and a page of its own. */
import type { Position } from "../diagnostics.js";
import type { Bump, DiffReport, LocatedDifference } from "./located.js";
import type { Level } from "./rules.js";

export const diffFormats = ["text", "json", "markdown", "html"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** What differs between the descriptions of a package. */
export interface PackageDiff extends DiffReport {
  /** The folder of the package; absent where two descriptions were given without one. */
  readonly output?: string;
}

/** One document for all packages. Where there are several, each is named. */
export function formatDiff(packages: readonly PackageDiff[], format: DiffFormat): string {
  switch (format) {
    case "text":
      return asText(packages);
    case "json":
      return JSON.stringify({ packages }, null, 2);
    case "markdown":
      return asMarkdown(packages);
    case "html":
      return asHtml(packages);
  }
}

/** What a package is called where there are several. */
const nameIn = (packages: readonly PackageDiff[], { output = "" }: PackageDiff): string | undefined =>
  packages.length > 1 ? output : undefined;

const levels: readonly Level[] = ["breaking", "compatible", "docs"];
export const headings: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  compatible: "Compatible",
  docs: "Documentation",
};

/** The levels that there are differences of. */
export const sections = <D extends { readonly level: Level }>(
  differences: readonly D[],
): readonly (readonly [Level, readonly D[]])[] =>
  levels
    .map((level) => [level, differences.filter((each) => each.level === level)] as const)
    .filter(([, list]) => list.length > 0);

const verdicts: Readonly<Record<Bump, string>> = {
  none: "Nothing differs.",
  patch: "A patch",
  minor: "A minor version",
  major: "A major version",
};

const verdict = ({ bump, version }: DiffReport): string =>
  bump === "none" ? verdicts.none : `${verdicts[bump]}: ${version}.`;

const place = (at: Position | undefined): string =>
  at === undefined ? "" : `${at.file}:${at.line}:${at.column}`;
const places = ({ before, after }: LocatedDifference): string =>
  [place(before), place(after)].filter((each) => each !== "").join(" → ");
export const direction = ({ directions }: Pick<LocatedDifference, "directions">): string =>
  directions.length === 0 ? "" : ` (${directions.join(", ")})`;

const asText = (packages: readonly PackageDiff[]): string =>
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

const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");

const asMarkdown = (packages: readonly PackageDiff[]): string =>
  packages.map((each) => markdownOf(each, nameIn(packages, each))).join("\n\n");

function markdownOf(report: PackageDiff, name: string | undefined): string {
  const row = (each: LocatedDifference): string =>
    `| \`${each.code}\` | ${cell(each.subject)} | ${cell(each.title)}: ${cell(each.detail)}${direction(each)} | ${cell(places(each))} |`;
  const tables = sections(report.differences).flatMap(([level, list]) => [
    `### ${headings[level]} (${list.length})`,
    "",
    "| rule | where | what | from → to |",
    "| --- | --- | --- | --- |",
    ...list.map(row),
    "",
  ]);
  const heading = name === undefined ? "## API changes" : `## API changes of ${cell(name)}`;
  return [heading, "", verdict(report), "", ...tables].join("\n").trimEnd();
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; --line: #8884; --breaking: #c62828; --compatible: #2e7d32; --docs: #1565c0 }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem }
h1 { margin-bottom: 0 }
h2 { margin-top: 2.5rem }
.verdict { font-size: 1.2rem; opacity: .8; margin-top: .25rem }
article { border-left: 4px solid var(--level); padding: .25rem 1rem; margin: 1rem 0; border-radius: 2px; background: #8881 }
article p { margin: .25rem 0 }
.subject { font-weight: 600 }
.why { opacity: .8 }
code, .place { font: .85rem/1.4 ui-monospace, monospace }
.place { opacity: .7; overflow-wrap: anywhere }
.tag { font-size: .75rem; border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem; margin-right: .3rem }
`;

function partsOf(report: PackageDiff, name: string | undefined): string {
  const tags = ({ directions, affects }: LocatedDifference): string =>
    [...directions, ...affects].map((each) => `<span class="tag">${escape(each)}</span>`).join("");
  const article = (each: LocatedDifference): string =>
    `<article style="--level: var(--${each.level})">
<p class="subject">${escape(each.subject)}</p>
<p>${escape(each.title)}: <code>${escape(each.detail)}</code></p>
<p class="why">${escape(each.why)}</p>
<p>${tags(each)} <code>${escape(each.code)}</code></p>
<p class="place">${escape(places(each))}</p>
</article>`;
  const heading = name === undefined ? "h2" : "h3";
  const parts = sections(report.differences).map(
    ([level, list]) =>
      `<${heading}>${headings[level]} (${list.length})</${heading}>\n${list.map(article).join("\n")}`,
  );
  return [
    ...(name === undefined ? [] : [`<h2>${escape(name)}</h2>`]),
    `<p class="verdict">${escape(verdict(report))}</p>`,
    ...parts,
  ].join("\n");
}

const asHtml = (packages: readonly PackageDiff[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>API changes</title>
<style>${style}</style>
<h1>API changes</h1>
${packages.map((each) => partsOf(each, nameIn(packages, each))).join("\n")}
</html>`;

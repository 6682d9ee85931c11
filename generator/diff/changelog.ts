/**
 * A changelog (Markdown, one heading of the second level a version, the newest first) with an entry for what differs. What
 * specwright writes stands between two comments; all else is somebody's own and stays.
 */
import { gt, valid } from "semver";
import { plainText } from "../code/code.js";
import { span } from "../code/markdown.js";
import type { Difference } from "./diff.js";
import { bumpOf, versionAfter } from "./located.js";
import { diffRules } from "./rules.js";
import { direction, headings, sections } from "./words.js";

/** Digests of the descriptions that an entry lies between; there is no earlier one of the first version. */
export interface Step {
  readonly from: string | undefined;
  readonly to: string;
}

interface Entry {
  /** Absent in what stands before the first heading, and under headings of other kinds. */
  readonly version: string | undefined;
  readonly text: string;
}

/** The latest version that has an entry; undefined where none has. */
export function latestVersion(changelog: string): string | undefined {
  return latestOf(entriesOf(changelog.replaceAll("\r\n", "\n")));
}

const latestOf = (entries: readonly Entry[]): string | undefined =>
  entries.flatMap((each) => each.version ?? []).reduce<string | undefined>(later, undefined);

/** The later of two versions (Semantic Versioning 2.0.0, clause 11). */
export const later = (a: string | undefined, b: string): string =>
  a !== undefined && valid(a) !== null && valid(b) !== null && gt(a, b) ? a : b;

/**
 * The changelog with an entry for the differences of a step, under the version that they ask for. An entry of a step that
 * began at the same description is replaced, so that telling again changes nothing. `configured` is the version that the
 * package has without a changelog. Undefined where there is no changelog, and nothing to tell.
 */
export function withEntry(
  changelog: string | undefined,
  step: Step,
  differences: readonly Difference[],
  configured: string,
): string | undefined {
  const text = changelog ?? "# Changelog\n";
  const entries = entriesOf(text.replaceAll("\r\n", "\n"));
  const mark = markOf(step.from);
  const told = entries.find(tellsOf(step.from));
  const others = entries.filter((each) => each !== told);
  const asked = versionOf(latestOf(others), configured, step, differences);
  const version = asked === undefined ? undefined : chosenVersion(told, asked);
  if (version === undefined && told === undefined) return changelog;
  const own = told === undefined ? "" : withoutBlock(told.text, mark);
  const entry =
    version === undefined ? own : entryOf(version, blockOf(step, differences, asked ?? version), own);
  const at = told === undefined || told.version !== version ? placeOf(others) : entries.indexOf(told);
  const parts = [
    ...others.slice(0, at).map((each) => each.text),
    entry,
    ...others.slice(at).map((each) => each.text),
  ];
  const joined = `${parts
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .join("\n\n")}\n`;
  return text.includes("\r\n") ? joined.replaceAll("\n", "\r\n") : joined;
}

/** The changelog before it told of the step that begins at a description. */
export const beforeStep = (changelog: string, from: string): string =>
  entriesOf(changelog.replaceAll("\r\n", "\n"))
    .filter((each) => !tellsOf(from)(each))
    .map((each) => each.text)
    .join("\n\n");

const tellsOf =
  (from: string | undefined) =>
  ({ text }: Entry): boolean =>
    text.includes(`\n${markOf(from)}`);

/** Undefined where there is nothing to tell. */
function versionOf(
  released: string | undefined,
  configured: string,
  { from }: Step,
  differences: readonly Difference[],
): string | undefined {
  if (from === undefined) return released === undefined ? configured : undefined;
  const latest = later(released, configured);
  const bump = bumpOf(differences, latest);
  return bump === "none" ? undefined : versionAfter(latest, bump);
}

/** A later version than the one that an entry was written for is somebody's choice. */
function chosenVersion(told: Entry | undefined, asked: string): string {
  const [, written] = /^<!-- specwright: .* as (\S+) -->$/m.exec(told?.text ?? "") ?? [];
  return told?.version === undefined || told.version === written ? asked : later(told.version, asked);
}

/** Before the newest version, and after what is not released. */
function placeOf(entries: readonly Entry[]): number {
  const newest = entries.findIndex((each) => each.version !== undefined);
  return newest === -1 ? entries.length : newest;
}

/** Headings within fenced code are none. */
function entriesOf(text: string): readonly Entry[] {
  const entries: { version: string | undefined; lines: string[] }[] = [{ version: undefined, lines: [] }];
  let fence: string | undefined;
  for (const line of text.split("\n")) {
    const [, ticks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined) fence = ticks;
    else if (ticks?.startsWith(fence) === true) fence = undefined;
    if (fence === undefined && /^##\s/.test(line)) entries.push({ version: versionIn(line), lines: [] });
    entries.at(-1)?.lines.push(line);
  }
  return entries.map(({ version, lines }) => ({ version, text: lines.join("\n") }));
}

function versionIn(heading: string): string | undefined {
  const [, version] = /^##\s+\[?v?(\d+\.\d+\.\d+[\w.+-]*)/.exec(heading) ?? [];
  return version === undefined ? undefined : (valid(version) ?? undefined);
}

const markOf = (from: string | undefined): string => `<!-- specwright: ${shortened(from)} to `;
const endMark = "<!-- end of specwright's -->";
const shortened = (digest: string | undefined): string => digest?.slice(0, 12) ?? "nothing";

/** The text of somebody's own in a section. */
function withoutBlock(text: string, mark: string): string {
  const begin = text.indexOf(`\n${mark}`);
  const end = text.indexOf(`\n${endMark}`, begin);
  const rest = text.slice(0, begin + 1) + (end === -1 ? "" : text.slice(end + 1 + endMark.length));
  return rest.replace(/^##.*\n?/, "").trim();
}

const entryOf = (version: string, block: string, own: string): string =>
  [`## ${version}`, block, own].filter((each) => each !== "").join("\n\n");

function blockOf({ from, to }: Step, differences: readonly Difference[], version: string): string {
  const lists = sections(differences).map(
    ([level, list]) => `### ${headings[level]}\n\n${[...new Set(list.map(itemOf))].join("\n")}`,
  );
  const told = from === undefined ? ["First version."] : lists;
  return [`${markOf(from)}${shortened(to)} as ${version} -->`, ...told, endMark].join("\n\n");
}

function itemOf(each: Difference): string {
  const detail = each.detail === "" ? "" : `: ${plainText(span(each.detail))}`;
  return `- ${plainText(span(each.subject))}: ${diffRules[each.code].title}${detail}${direction(each)}`;
}

/** What reports say in the same words, whatever they are printed as. */
import type { Position } from "../diagnostics.js";
import type { Bump, DiffReport, LocatedDifference } from "./located.js";
import type { Level } from "./rules.js";

/** What differs between the descriptions of a package. */
export interface PackageDiff extends DiffReport {
  /** The folder of the package; absent where two descriptions were given without one. */
  readonly output?: string;
}

/** What a package is called where there are several. */
export const nameIn = (packages: readonly PackageDiff[], { output = "" }: PackageDiff): string | undefined =>
  packages.length > 1 ? output : undefined;

export const levels: readonly Level[] = ["breaking", "compatible", "docs"];
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

export const verdict = ({ bump, version }: DiffReport): string =>
  bump === "none" ? verdicts.none : `${verdicts[bump]}: ${version}.`;

export const place = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

export const places = ({ before, after }: LocatedDifference): string =>
  [before, after].flatMap((each) => (each === undefined ? [] : place(each))).join(" → ");

export const direction = ({ directions }: Pick<LocatedDifference, "directions">): string =>
  directions.length === 0 ? "" : ` (${directions.join(", ")})`;

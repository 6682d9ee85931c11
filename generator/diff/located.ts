/** A report of differences: each with its rule and both places, and the version that they ask for. */
import { inc } from "semver";
import type { Position } from "../diagnostics.js";
import type { Difference } from "./diff.js";
import { diffRules, worst } from "./rules.js";

/** A difference with the words of its rule, and with places in files. */
export interface LocatedDifference extends Omit<Difference, "before" | "after"> {
  readonly title: string;
  readonly why: string;
  readonly before?: Position;
  readonly after?: Position;
}

/** The part of a version (Semantic Versioning 2.0.0) that changes; none where nothing differs. */
export type Bump = "major" | "minor" | "patch" | "none";

export interface DiffReport {
  readonly bump: Bump;
  /** The version after the bump. */
  readonly version: string;
  readonly differences: readonly LocatedDifference[];
}

export type Locate = (pointer: string) => Position;

export function diffReport(
  differences: readonly Difference[],
  version: string,
  before: Locate,
  after: Locate,
): DiffReport {
  const bump = bumpOf(differences, version);
  return {
    bump,
    version: versionAfter(version, bump),
    differences: differences.map(({ before: old, after: now, ...each }) => ({
      ...each,
      title: diffRules[each.code].title,
      why: diffRules[each.code].why,
      ...(old === undefined ? {} : { before: before(old) }),
      ...(now === undefined ? {} : { after: after(now) }),
    })),
  };
}

export const versionAfter = (version: string, bump: Bump): string =>
  bump === "none" ? version : (inc(version, bump) ?? version);

/** Before 1.0.0 what breaks is a minor change and all else a patch (Semantic Versioning 2.0.0, clause 4, as npm reads it). */
export function bumpOf(differences: readonly Pick<Difference, "level">[], version: string): Bump {
  if (differences.length === 0) return "none";
  const level = worst(differences.map((each) => each.level));
  const isEarly = version.startsWith("0.");
  switch (level) {
    case "breaking":
      return isEarly ? "minor" : "major";
    case "compatible":
      return isEarly ? "patch" : "minor";
    case "docs":
      return "patch";
  }
}

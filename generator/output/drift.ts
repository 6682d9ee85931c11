/** How a folder differs from what would be written, for people: file by file, with the reason and the lines. */
import { createTwoFilesPatch } from "diff";
import { withUnixLines } from "../text.js";
import type { Comparison, Reason } from "./compare.js";
import { manifestName } from "./manifest.js";

export interface Drift {
  readonly path: string;
  readonly reason: Reason | "no longer generated";
  /**
   * A unified diff from the file to what would be written, of at most 60 lines; empty where the file would be removed, and of
   * the record, which holds nothing but digests of the others.
   */
  readonly diff: string;
}

export function driftOf({ changed, stale }: Pick<Comparison, "changed" | "stale">): readonly Drift[] {
  return [
    ...changed.map(({ path, reason, before = "", text }) => ({
      path,
      reason,
      diff: path === manifestName ? "" : patch(path, withUnixLines(before), text),
    })),
    ...stale.map((path) => ({ path, reason: "no longer generated", diff: "" }) as const),
  ];
}

const patch = (path: string, before: string, after: string): string =>
  bounded(createTwoFilesPatch(path, path, before, after, "on disk", "generated", { context: 2 }));

const mostLines = 60;

/** Without the lines that the format of patches begins with. */
function bounded(patch: string): string {
  const lines = patch.split("\n").filter((line) => !/^(=+|Index: .*)$/.test(line));
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), `… ${more} more lines`].join("\n") : lines.join("\n");
}

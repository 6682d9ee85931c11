/** `check`: tells how packages differ from what would be generated. */
import type { Command } from "commander";
import type { CheckReport } from "../generate.js";
import { eachPackage, packageCommand } from "./packages.js";

export function addCheck(program: Command): void {
  packageCommand(
    program,
    "check",
    "compare the package with what would be generated; exit 1 if they differ",
    async (options) => {
      const { check } = await import("../generate.js");
      return eachPackage(options, check, summarizeCheck, ({ changed, stale }) =>
        changed.length + stale.length === 0 ? 0 : 1,
      );
    },
  );
}

/** The files that differ are what `check` is asked for, so they are printed to a pipe as well. */
async function summarizeCheck({ output, drift }: CheckReport): Promise<void> {
  let lines = 0;
  for (const { path, reason, diff } of drift) {
    console.log(`${output}/${path}: ${reason}`);
    lines += diff.split("\n").length;
    if (lines <= mostLines && reason !== "missing" && diff !== "") console.log(diff);
  }
  if (drift.length > 0) console.error("→ run specwright generate to bring it up to date");
  else if (process.stdout.isTTY) console.log(`${output} is up to date`);
}

/** Of all diffs together; the files are all named. */
const mostLines = 500;

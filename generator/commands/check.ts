/** `check`: tells how packages differ from what would be generated. */
import type { Command } from "commander";
import type { CheckReport } from "../generate.js";
import { type Verb, eachPackage, packageCommand, withJson } from "./packages.js";

export function addCheck(program: Command): void {
  const verb: Verb = {
    name: "check",
    summary: "compare the package with what would be generated: exit 1 if they differ",
    description:
      "compare the package with what would be generated, and write nothing: exit 1 if they differ, with each file, why it differs, and the lines",
    examples: [
      ["check", "the packages of specwright.config.ts, as CI does"],
      ["check --format github", "the same, with errors as annotations"],
    ],
  };
  const command = packageCommand(program, verb, async (options) => {
    const { check } = await import("../generate.js");
    return eachPackage(options, check, summarizeCheck, ({ changed, stale }) =>
      changed.length + stale.length === 0 ? 0 : 1,
    );
  });
  withJson(command);
}

/** The files that differ, and then how, are what `check` is asked for, so they are printed to a pipe as well. */
async function summarizeCheck({ output, drift }: CheckReport): Promise<void> {
  for (const { path, reason } of drift) console.log(`${output}/${path}: ${reason}`);
  let lines = 0;
  for (const { reason, diff } of drift) {
    lines += diff.split("\n").length;
    if (lines <= mostLines && reason !== "missing" && diff !== "") console.log(diff);
  }
  if (drift.length > 0)
    console.error("→ run specwright generate with the same options to bring it up to date");
  else if (process.stdout.isTTY) console.log(`${output} is up to date`);
}

/** Of all diffs together; the files are all named. */
const mostLines = 500;

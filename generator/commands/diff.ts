/** `diff`: tells what differs between two descriptions. */
import { type Command, Option } from "commander";
import { SpecError } from "../diagnostics.js";
import { type DiffFormat, diffFormats } from "../diff/formats.js";
import { type Level, order } from "../diff/rules.js";
import type { PackageDiff } from "../diff/words.js";
import { withExamples } from "./help.js";
import { exitCodeOf, printDiagnostics } from "./packages.js";

export function addDiff(program: Command): void {
  const command = program
    .command("diff")
    .summary("say what differs between two descriptions, and what that means for users of the package")
    .description(
      "say what differs between two descriptions, what that means for users of the package, and which version it asks for",
    )
    .argument("[old]", "the description as it was: a file or a URL; left out with --base")
    .argument("[new]", "the description as it is (default: that of the configuration)")
    .option("--base <revision>", "compare with the description as it was in a revision of git")
    .option(
      "-c, --config <file>",
      "the configuration (default: specwright.config.ts, .js, .mjs or .json, if there is one)",
    )
    .addOption(
      new Option("--format <format>", "how differences are printed").choices(diffFormats).default("text"),
    )
    .addOption(
      new Option(
        "--fail-on <level>",
        "exit 1 where there is a difference of this level, or a worse one",
      ).choices(order),
    )
    .action(async (old: string | undefined, now: string | undefined, options: DiffOptions) => {
      process.exitCode = await runDiff(old, now, options);
    });
  withExamples(command, [
    ["diff --base main", "the description of specwright.config.ts, with that of main"],
    ["diff old.yaml new.yaml --fail-on breaking"],
    ["diff --base main --format markdown", "for a pull request"],
    ["diff --base v1.0.0 --format html > changes.html", "a page of its own"],
  ]);
}

interface DiffOptions {
  readonly base?: string;
  readonly config?: string;
  readonly format: DiffFormat;
  readonly failOn?: Level;
}

async function runDiff(
  old: string | undefined,
  now: string | undefined,
  options: DiffOptions,
): Promise<number> {
  const { diff } = await import("../generate.js");
  const { formatDiff } = await import("../diff/formats.js");
  const { comparedConfigs } = await import("../compared-configs.js");
  try {
    const found: PackageDiff[] = [];
    for (const { comparing, ...named } of await comparedConfigs(old, now, options))
      found.push({ ...named, ...(await comparing(diff)) });
    console.log(formatDiff(found, options.format));
    const limit = options.failOn === undefined ? Infinity : order.indexOf(options.failOn);
    const all = found.flatMap((each) => each.differences);
    return all.some((each) => order.indexOf(each.level) >= limit) ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    printDiagnostics(cause.diagnostics, "text");
    return exitCodeOf(cause);
  }
}

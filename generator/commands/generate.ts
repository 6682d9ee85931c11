/** `generate`: writes packages. */
import type { Command } from "commander";
import type { Earlier } from "../compared-configs.js";
import type { Config } from "../config.js";
import type { PackageReport } from "../generate.js";
import { UsageError } from "../load-config.js";
import type { Observe } from "../pipeline.js";
import { type Options, eachPackage, packageCommand, summarizeGenerate } from "./packages.js";

export function addGenerate(program: Command): void {
  packageCommand(
    program,
    "generate",
    "write the package; only files that changed are touched",
    async (options) => {
      const { generate } = await import("../generate.js");
      const { force = false, dryRun = false, build = false } = options;
      const changelogSince = earlierOf(options);
      const run = (config: Config, observe: Observe): Promise<PackageReport> =>
        generate(config, observe, { force, dryRun, build, ...(changelogSince && { changelogSince }) });
      return eachPackage(options, run, options.dryRun ? summarizeDryRun : summarizeGenerate, () => 0);
    },
  )
    .option("--force", "overwrite files that were edited by hand")
    .option("--build", "compile the package to dist/ as well: JavaScript, declarations and maps")
    .option("--dry-run", "write nothing, and say what would be written")
    .option(
      "--changelog [old]",
      "tell in CHANGELOG.md what differs from an earlier description, and raise the version accordingly",
    )
    .option("--base <revision>", "the revision of git with the earlier description (default: HEAD)");
}

function earlierOf({ changelog, base }: Options): Earlier | undefined {
  if (changelog === undefined) {
    if (base !== undefined) throw new UsageError("--base goes with --changelog");
    return undefined;
  }
  if (changelog === true) return { revision: base ?? "HEAD" };
  if (base !== undefined) throw new UsageError("--base takes the place of the description as it was");
  return { input: changelog };
}

/** What would be done is what `--dry-run` asks for, so it is printed to a pipe as well. */
async function summarizeDryRun({ output, written, removed }: PackageReport): Promise<void> {
  for (const path of written) console.log(`write  ${output}/${path}`);
  for (const path of removed) console.log(`remove ${output}/${path}`);
  if (written.length + removed.length === 0) console.log(`${output} is up to date`);
}

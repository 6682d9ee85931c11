/** `generate`: writes packages. */
import type { Command } from "commander";
import type { Config } from "../config.js";
import type { PackageReport } from "../generate.js";
import type { Observe } from "../pipeline.js";
import { eachPackage, packageCommand, summarizeGenerate } from "./packages.js";

export function addGenerate(program: Command): void {
  packageCommand(
    program,
    "generate",
    "write the package; only files that changed are touched",
    async (options) => {
      const { generate } = await import("../generate.js");
      const run = (config: Config, observe: Observe): Promise<PackageReport> =>
        generate(config, observe, options);
      return eachPackage(options, run, options.dryRun ? summarizeDryRun : summarizeGenerate, () => 0);
    },
  )
    .option("--force", "overwrite files that were edited by hand")
    .option("--dry-run", "write nothing, and say what would be written");
}

/** What would be done is what `--dry-run` asks for, so it is printed to a pipe as well. */
async function summarizeDryRun({ output, written, removed }: PackageReport): Promise<void> {
  for (const path of written) console.log(`write  ${output}/${path}`);
  for (const path of removed) console.log(`remove ${output}/${path}`);
  if (written.length + removed.length === 0) console.log(`${output} is up to date`);
}

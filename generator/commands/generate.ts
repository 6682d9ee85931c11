/** `generate`: writes packages. */
import type { Command } from "commander";
import type { Earlier } from "../compared-configs.js";
import type { Config } from "../config.js";
import type { PackageReport } from "../generate.js";
import { UsageError } from "../load-config.js";
import type { Observe } from "../pipeline.js";
import {
  type Options,
  type Verb,
  eachPackage,
  packageCommand,
  summarizeGenerate,
  withJson,
} from "./packages.js";

export function addGenerate(program: Command): void {
  const verb: Verb = {
    name: "generate",
    summary: "write the package; only files that changed are touched",
    description:
      "write the package; only files that changed are touched, and none that was edited by hand or is not specwright's",
    examples: [
      ["generate", "the packages of specwright.config.ts"],
      ["generate -i pets.yaml -o packages/pets", "one package, without a configuration"],
      ["generate --dry-run", "what would be written"],
      ["generate --changelog --base main", "and CHANGELOG.md tells what differs from main"],
    ],
  };
  const command = packageCommand(program, verb, async (options) => {
    const { generate } = await import("../generate.js");
    const { force = false, dryRun = false, build = false } = options;
    const changelogSince = earlierOf(options);
    const run = (config: Config, observe: Observe): Promise<PackageReport> =>
      generate(config, observe, { force, dryRun, build, ...(changelogSince && { changelogSince }) });
    return eachPackage(options, run, options.dryRun ? summarizeDryRun : summarizeGenerate, () => 0);
  });
  withJson(command)
    .option("--force", "overwrite files that were edited by hand, or are left over from another run")
    .option(
      "--build",
      "compile the package to dist/ as well: JavaScript, declarations and maps, as npm publishes it",
    )
    .option("--dry-run", "write nothing, and say what would be written")
    .option(
      "--changelog [old]",
      "tell in CHANGELOG.md of the package what differs from an earlier description (a file, a URL, or by --base), and raise its version accordingly",
    )
    .option(
      "--base <revision>",
      "with --changelog: the revision of git with the earlier description (default: HEAD)",
    );
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

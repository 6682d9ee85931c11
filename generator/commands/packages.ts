/** What the verbs that work on packages share: their options, and how each package is worked on and told of. */
import { type Command, Option } from "commander";
import type { Config } from "../config.js";
import { type DiagnosticFormat, diagnosticFormats, formatDiagnostics } from "../diagnostic-formats.js";
import { type Diagnostic, SpecError } from "../diagnostics.js";
import type { PackageReport } from "../generate.js";
import { type Flags, loadConfigs } from "../load-config.js";
import type { Observe, Stage } from "../pipeline.js";
import { type Example, withExamples } from "./help.js";
import { type Progress, progressLine } from "./progress.js";
import { version } from "../version.js";

export interface Options extends Flags {
  readonly json?: boolean;
  readonly format: DiagnosticFormat;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly build?: boolean;
  readonly changelog?: string | true;
  readonly base?: string;
}

export type Milliseconds = Partial<Record<Stage, number>>;

const append = (line: string, lines: readonly string[] = []): readonly string[] => [...lines, line];

/** What a verb is, as `--help` tells it. */
export interface Verb {
  readonly name: string;
  /** In the list of all. */
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly Example[];
}

/** Adds a verb that works on packages; `run` gives the exit code. */
export function packageCommand(
  program: Command,
  { name, summary, description, examples }: Verb,
  run: (options: Options) => Promise<number>,
): Command {
  const command = program
    .command(name)
    .summary(summary)
    .description(description)
    .option(
      "-i, --input <file>",
      "the OpenAPI description, YAML or JSON: a file, a URL, or - for standard input",
    )
    .option(
      "-o, --output <folder>",
      "the folder of the package (default: generated/ and the name of the input)",
    )
    .option(
      "-c, --config <file>",
      "the configuration (default: specwright.config.ts, .js, .mjs or .json, unless there is an input)",
    )
    .option(
      "--header <line>",
      '"Name: value", sent to fetch a description from a URL; may be repeated',
      append,
    )
    .option("--offline", "fetch nothing from the network")
    .option("--strict", "treat warnings as errors, and exit 1 where there is one")
    .option(
      "--cache-dir <folder>",
      "keep work for the next run there (default: node_modules/.cache/specwright)",
    )
    .option("--no-cache", "keep no work for the next run, and use none of earlier ones")
    .addOption(
      new Option("--format <format>", "how errors and warnings are printed")
        .choices(diagnosticFormats)
        .default("text"),
    )
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
  return withExamples(command, examples);
}

/** For verbs that end with a report. */
export const withJson = (command: Command): Command =>
  command.option("--json", "print a report for tools instead: files, errors, warnings, milliseconds");

export async function eachPackage<
  R extends { readonly diagnostics: readonly Diagnostic[]; readonly notes?: readonly string[] },
>(
  options: Options,
  work: (config: Config, observe: Observe) => Promise<R>,
  summarize: (report: R, stages: Milliseconds) => Promise<void>,
  exitCode: (report: R) => number,
): Promise<number> {
  const packages: (R & { readonly milliseconds: Milliseconds })[] = [];
  const all: Diagnostic[] = [];
  const print = (diagnostics: readonly Diagnostic[]): void => {
    all.push(...diagnostics);
    if (options.json) console.log(JSON.stringify({ packages, diagnostics }, null, 2));
    else if (options.format === "sarif") console.log(formatDiagnostics(all, "sarif", version));
    else printDiagnostics(diagnostics, options.format);
  };
  try {
    for (const config of await loadConfigs(options)) {
      const clock = stopwatch(progressLine());
      const report = await work(config, clock.observe).finally(clock.stop);
      packages.push({ ...report, milliseconds: clock.stop() });
      if (options.format === "sarif") all.push(...report.diagnostics);
      if (options.json || options.format === "sarif") continue;
      printDiagnostics(report.diagnostics, options.format);
      for (const note of report.notes ?? []) console.error(`note: ${note}`);
      await summarize(report, clock.stop());
    }
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    print(cause.diagnostics);
    return exitCodeOf(cause);
  }
  if (options.json || options.format === "sarif") print([]);
  return Math.max(...packages.map(exitCode));
}

/** 2 where there is nothing to work on, 1 where there is something to mend. */
export const exitCodeOf = ({ diagnostics }: SpecError): number =>
  diagnostics.some((each) => ["input-unreadable", "revision-unknown"].includes(each.code)) ? 2 : 1;

/** Milliseconds by stage: each lasts until the next begins. */
function stopwatch({ tell, clear }: Progress): {
  readonly observe: Observe;
  readonly stop: () => Milliseconds;
} {
  const spent: Milliseconds = {};
  const start = performance.now();
  let running: { readonly stage: Stage; readonly since: number } | undefined;
  const end = (): void => {
    if (running !== undefined) spent[running.stage] = Math.round(performance.now() - running.since);
    running = undefined;
  };
  return {
    observe: (stage) => {
      end();
      running = { stage, since: performance.now() };
      tell(stage, running.since - start);
    },
    stop: () => {
      end();
      clear();
      return spent;
    },
  };
}

/** A summary for a person; a pipe gets none. */
export async function summarizeGenerate(report: PackageReport, stages: Milliseconds): Promise<void> {
  if (!process.stdout.isTTY) return;
  const { default: colors } = await import("picocolors");
  if (report.upToDate) return console.log(`${colors.green("✓")} ${report.output} is up to date`);
  const { written, unchanged, removed } = report;
  console.log(
    `${colors.green("✓")} ${report.output}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
  );
  for (const path of written.slice(0, 10)) console.log(colors.dim(`  write  ${path}`));
  if (written.length > 10) console.log(colors.dim(`  … and ${written.length - 10} more`));
  for (const path of removed) console.log(colors.dim(`  remove ${path}`));
  const times = Object.entries(stages).map(([stage, milliseconds]) => `${stage} ${milliseconds}`);
  console.log(colors.dim(`  ms: ${times.join(" · ")}`));
}

/** GitHub reads annotations from the standard output. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): void {
  if (diagnostics.length === 0) return;
  const text = formatDiagnostics(diagnostics, format, version);
  if (format === "text") console.error(text);
  else console.log(text);
}

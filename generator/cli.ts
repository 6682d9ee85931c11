#!/usr/bin/env node
/** The command line: argv → Config → one verb. Exit 0: ok · 1: drift or diagnostics · 2: usage or unreadable input. */
import { Command, CommanderError, Option } from "commander";
import type { Config } from "./config.js";
import { type DiagnosticFormat, diagnosticFormats, formatDiagnostics } from "./diagnostic-formats.js";
import { type Diagnostic, type DiagnosticCode, SpecError, catalogue } from "./diagnostics.js";
import { type DiffFormat, diffFormats } from "./diff/formats.js";
import type { DiffReport } from "./diff/located.js";
import type { Level } from "./diff/rules.js";
import type { CheckReport, PackageReport, ValidateReport } from "./generate.js";
import type { Observe, Stage } from "./pipeline.js";
import { type Flags, UsageError, loadConfigs } from "./load-config.js";
import { version } from "./version.js";

interface Options extends Flags {
  readonly json?: boolean;
  readonly format: DiagnosticFormat;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

type Milliseconds = Partial<Record<Stage, number>>;

const program = new Command("specwright")
  .description("Generates a TypeScript package (client, validators, fixtures) from an OpenAPI description.")
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

const append = (line: string, lines: readonly string[] = []): readonly string[] => [...lines, line];

const verb = (name: string, description: string, run: (options: Options) => Promise<number>): Command =>
  program
    .command(name)
    .description(description)
    .option(
      "-i, --input <file>",
      "the OpenAPI description, YAML or JSON: a file, a URL, or - for standard input",
    )
    .option("-o, --output <folder>", "the folder of the package")
    .option("-c, --config <file>", "the configuration (default: specwright.config.ts)")
    .option(
      "--header <line>",
      '"Name: value", sent to fetch a description from a URL; may be repeated',
      append,
    )
    .option("--offline", "fetch nothing")
    .option("--strict", "treat warnings as errors")
    .option("--cache-dir <folder>", "keep work for the next run there")
    .option("--no-cache", "keep and use no work of other runs")
    .option("--json", "print a report for tools")
    .addOption(
      new Option("--format <format>", "how diagnostics are printed")
        .choices(diagnosticFormats)
        .default("text"),
    )
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });

verb("generate", "write the package; only files that changed are touched", async (options) => {
  const { generate } = await import("./generate.js");
  const run = (config: Config, observe: Observe): Promise<PackageReport> =>
    generate(config, observe, options);
  return eachPackage(options, run, options.dryRun ? summarizeDryRun : summarizeGenerate, () => 0);
})
  .option("--force", "overwrite files that were edited by hand")
  .option("--dry-run", "write nothing, and say what would be written");

verb("check", "compare the package with what would be generated; exit 1 if they differ", async (options) => {
  const { check } = await import("./generate.js");
  return eachPackage(options, check, summarizeCheck, ({ changed, stale }) =>
    changed.length + stale.length === 0 ? 0 : 1,
  );
});

verb("validate", "tell what is wrong with the description, and write nothing", async (options) => {
  const { validate } = await import("./generate.js");
  return eachPackage(options, validate, summarizeValidate, () => 0);
});

program
  .command("diff")
  .description("say what differs between two descriptions, and what that means for users of the package")
  .argument("[old]", "the description as it was: a file or a URL")
  .argument("[new]", "the description as it is; that of the configuration unless it is given")
  .option("--base <revision>", "compare with the description as it was in a revision of git")
  .option("-c, --config <file>", "the configuration (default: specwright.config.ts)")
  .addOption(
    new Option("--format <format>", "how differences are printed").choices(diffFormats).default("text"),
  )
  .addOption(
    new Option(
      "--fail-on <level>",
      "exit 1 where there is a difference of this level, or a worse one",
    ).choices(["breaking", "compatible", "docs"]),
  )
  .action(async (old: string | undefined, now: string | undefined, options: DiffOptions) => {
    process.exitCode = await runDiff(old, now, options);
  });

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
  const { diff } = await import("./generate.js");
  const { formatDiff } = await import("./diff/formats.js");
  const { comparedConfigs } = await import("./compared-configs.js");
  try {
    const found: DiffReport[] = [];
    for (const { before, after, done } of await comparedConfigs(old, now, options)) {
      found.push(await diff(before, after).finally(done));
    }
    for (const report of found) console.log(formatDiff(report, options.format));
    const levels: readonly Level[] = ["docs", "compatible", "breaking"];
    const limit = options.failOn === undefined ? Infinity : levels.indexOf(options.failOn);
    const all = found.flatMap((each) => each.differences);
    return all.some((each) => levels.indexOf(each.level) >= limit) ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    printDiagnostics(cause.diagnostics, "text");
    return cause.diagnostics.some((each) => each.code === "input-unreadable") ? 2 : 1;
  }
}

program
  .command("explain")
  .description("say in full what a diagnostic or a rule of diff means")
  .argument("<code>", "the code, such as ref-unresolved or property-removed")
  .action(async (code: string) => {
    process.exitCode = await explain(code);
  });

async function explain(code: string): Promise<number> {
  const { diffRules, isDiffCode } = await import("./diff/rules.js");
  if (isDiffCode(code)) {
    const { title, why, level, affects } = diffRules[code];
    const levels =
      typeof level === "string" ? level : `${level.request} in requests, ${level.response} in answers`;
    console.log(`${code} (${levels})\n\n${sentence(title)} ${why}`);
    if (affects.length > 0) console.log(`\nIt changes ${affects.join(", ")}.`);
    return 0;
  }
  if (!isCode(code)) {
    const { suggestion } = await import("./suggestion.js");
    const meant = suggestion(code, [...Object.keys(catalogue), ...Object.keys(diffRules)]);
    throw new UsageError(
      `there is no diagnostic and no rule called ${code}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
    );
  }
  const { severity, title, remedy } = catalogue[code];
  console.log(`${code} (${severity})\n\n${sentence(title)}\n\nTo mend it: ${remedy}.`);
  console.log(
    severity === "error"
      ? "\nNothing is written while there is one."
      : "\nThe package is written all the same; with --strict it is an error.",
  );
  return 0;
}

const isCode = (code: string): code is DiagnosticCode => Object.hasOwn(catalogue, code);
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

async function eachPackage<
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
      const clock = stopwatch();
      const report = await work(config, clock.observe);
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
    return cause.diagnostics.some((each) => each.code === "input-unreadable") ? 2 : 1;
  }
  if (options.json || options.format === "sarif") print([]);
  return Math.max(...packages.map(exitCode));
}

/** Milliseconds by stage: each lasts until the next begins. */
function stopwatch(): { readonly observe: Observe; readonly stop: () => Milliseconds } {
  const spent: Milliseconds = {};
  let running: { readonly stage: Stage; readonly since: number } | undefined;
  const stop = (): Milliseconds => {
    if (running !== undefined) spent[running.stage] = Math.round(performance.now() - running.since);
    running = undefined;
    return spent;
  };
  const observe: Observe = (stage) => {
    stop();
    running = { stage, since: performance.now() };
  };
  return { observe, stop };
}

/** A summary for a person; a pipe gets none. */
async function summarizeGenerate(report: PackageReport, stages: Milliseconds): Promise<void> {
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

/** What would be done is what `--dry-run` asks for, so it is printed to a pipe as well. */
async function summarizeDryRun({ output, written, removed }: PackageReport): Promise<void> {
  for (const path of written) console.log(`write  ${output}/${path}`);
  for (const path of removed) console.log(`remove ${output}/${path}`);
  if (written.length + removed.length === 0) console.log(`${output} is up to date`);
}

/** The files that differ are what `check` is asked for, so they are printed to a pipe as well. */
async function summarizeCheck({ output, drift }: CheckReport): Promise<void> {
  let lines = 0;
  for (const { path, reason, diff } of drift) {
    console.log(`${output}/${path}: ${reason}`);
    lines += diff.split("\n").length;
    if (lines <= mostLines && reason !== "missing") console.log(diff);
  }
  if (drift.length > 0) console.error("→ run specwright generate to bring it up to date");
  else if (process.stdout.isTTY) console.log(`${output} is up to date`);
}

/** Of all diffs together; the files are all named. */
const mostLines = 500;

/** GitHub reads annotations from the standard output. */
function printDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): void {
  if (diagnostics.length === 0) return;
  const text = formatDiagnostics(diagnostics, format, version);
  if (format === "text") console.error(text);
  else console.log(text);
}

async function summarizeValidate({ input, diagnostics }: ValidateReport): Promise<void> {
  if (process.stdout.isTTY) console.log(`${input}: ${diagnostics.length} warnings`);
}

function fail(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof UsageError) {
    console.error(`specwright: ${cause.message}`);
    return 2;
  }
  const { message } = cause instanceof Error ? cause : new Error(String(cause));
  console.error(`specwright: internal error, nothing was written: ${message.slice(0, 2000)}`);
  console.error("  → this is a mistake of specwright's: please report it with the description that shows it");
  return 1;
}

try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = fail(cause);
}

/** The verbs: what is done with a package, or instead of one. What each needs is loaded when it is reached. */
import { type Config, configMistakes } from "./config.js";
import { type Diagnostic, type Position, SpecError, diagnostic } from "./diagnostics.js";
import type { Earlier } from "./compared-configs.js";
import type { DiffReport } from "./diff/located.js";
import type { Comparison } from "./output/compare.js";
import type { Drift } from "./output/drift.js";
import type { Observe } from "./pipeline.js";
import type { Release } from "./release.js";

/** What a run did to one package. Paths are relative to `output`. */
export interface PackageReport {
  readonly output: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** The files that it was made of: the description with all that it refers to, and the overlays. */
  readonly read: readonly string[];
  /** Warnings; errors reject. */
  readonly diagnostics: readonly Diagnostic[];
  /** What else is worth knowing: nothing of it changes the package. */
  readonly notes: readonly string[];
  /** Whether nothing had changed since the last run, so that no stage was needed. */
  readonly upToDate: boolean;
}

/** How one run goes. */
export interface GenerateOptions {
  /** Files that were edited by hand are overwritten. */
  readonly force?: boolean;
  /** Nothing is written; the report says what would be. */
  readonly dryRun?: boolean;
  /** CHANGELOG.md gets an entry for what differs from this description, and the package the version that it asks for. */
  readonly changelogSince?: Earlier;
  /** The modules are compiled to `dist/`: JavaScript, declarations and maps, as the script `build` of the package does. */
  readonly build?: boolean;
}

/**
 * Generates one package: resolves with what was done, or rejects with a `SpecError` that lists every diagnostic and
 * leaves the folder as it was. Paths of the configuration are relative to the working directory.
 */
export async function generate(
  config: Config,
  observe: Observe = () => {},
  options: GenerateOptions = {},
): Promise<PackageReport> {
  await refuseInvalid(config);
  const { force = false, dryRun, changelogSince, build: compiles = false } = options;
  const { output } = config;
  const stamp = await import("./output/stamp.js");
  const { isBeingWritten } = await import("./output/write.js");
  const folder = await import("./package-folder.js");
  if (dryRun !== true && isBeingWritten(output)) await folder.settle(config);
  const key = stamp.keyOf(config);
  const known = changelogSince === undefined ? stamp.recall(config, key, compiles) : undefined;
  if (known !== undefined)
    return {
      output,
      written: [],
      unchanged: known.files,
      removed: [],
      read: known.read,
      diagnostics: known.diagnostics,
      notes: [],
      upToDate: true,
    };

  const { build } = await import("./pipeline.js");
  const { changelogName, readChangelog } = await import("./output/changelog.js");
  const kept = await folder.keptTexts(output);
  const { changelog, model } =
    changelogSince === undefined
      ? { changelog: await readChangelog(output) }
      : await releasing(config, changelogSince, observe);
  const built = await build(config, observe, { changelog, compiles, ...(model && { model }) });
  const { diagnostics, sources, keep, compiled } = built;
  observe("write");
  const loose = changelog === undefined ? [] : [{ path: changelogName, text: changelog }];
  const compared = (): Promise<Comparison> =>
    folder.compareToWrite(config, built, [...loose, ...compiled], force);
  const comparison = dryRun === true ? await compared() : await folder.writeAlone(config, compared, kept);
  if (comparison === undefined) return generate(config, observe, options);
  if (dryRun !== true) {
    keep();
    stamp.remember(config, stamp.keyOf(config), diagnostics, {
      record: comparison.record,
      sources,
      compiled,
    });
  }
  return {
    output,
    written: comparison.changed.map((each) => each.path),
    unchanged: comparison.unchanged,
    removed: comparison.stale,
    read: sources.flatMap((each) => each.path ?? []),
    diagnostics,
    notes: [
      ...built.notes,
      ...(compiles || dryRun === true ? [] : await notesOnCompiled(output, comparison)),
    ],
    upToDate: false,
  };
}

/** What was compiled before stays as it was, and does not fit any more; what is only restored was compiled as it is. */
async function notesOnCompiled(output: string, { changed }: Comparison): Promise<readonly string[]> {
  const { isCompiled } = await import("./output/dist.js");
  const isOther = ({ path, reason }: Comparison["changed"][number]): boolean =>
    path.startsWith("src/") && reason !== "missing" && reason !== "edited by hand";
  const isStale = changed.some(isOther) && isCompiled(output);
  return isStale
    ? [`${output}/dist was compiled of what was there before: use --build, or npm run build`]
    : [];
}

async function releasing(config: Config, earlier: Earlier, observe: Observe): Promise<Release> {
  const { releaseOf } = await import("./release.js");
  return releaseOf(config, earlier, observe);
}

/** JavaScript can call with anything, and a list of packages is one call each. */
async function refuseInvalid(config: unknown): Promise<void> {
  const problems = Array.isArray(config)
    ? [{ field: "", problem: "give one configuration per call" }]
    : await configMistakes(config);
  const position = { file: "configuration", line: 1, column: 1 };
  if (problems.length > 0)
    throw new SpecError(
      problems.map(({ field, problem }) =>
        diagnostic("config-invalid", position, `${field} ${problem}`.trim()),
      ),
    );
}

/** What `check` found. Paths are relative to `output`. */
export interface CheckReport {
  readonly output: string;
  /** Files that `generate` would write. */
  readonly changed: readonly string[];
  /** Files that `generate` would remove. */
  readonly stale: readonly string[];
  /** Both, each with the reason and the lines that differ. */
  readonly drift: readonly Drift[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares the package on disk with what `generate` would write, and writes nothing. Rejects like `generate`. */
export async function check(config: Config, observe: Observe = () => {}): Promise<CheckReport> {
  await refuseInvalid(config);
  const { build } = await import("./pipeline.js");
  const { readChangelog } = await import("./output/changelog.js");
  const built = await build(config, observe, {
    changelog: await readChangelog(config.output),
    compiles: false,
  });
  observe("write");
  const { compareWith } = await import("./package-folder.js");
  const comparison = await compareWith(config, built);
  const { driftOf } = await import("./output/drift.js");
  return {
    output: config.output,
    changed: comparison.changed.map((each) => each.path),
    stale: comparison.stale,
    drift: driftOf(comparison),
    diagnostics: built.diagnostics,
  };
}

/** What `validate` found. */
export interface ValidateReport {
  readonly input: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the description and tells what is wrong with it, as `generate` would. Rejects like `generate`; writes nothing. */
export async function validate(config: Config, observe: Observe = () => {}): Promise<ValidateReport> {
  await refuseInvalid(config);
  const { packageConfig, planPackage, readModel } = await import("./pipeline.js");
  const model = await readModel(config, observe);
  await planPackage(await packageConfig(config, model.api.title, undefined), model, observe);
  return { input: config.input, diagnostics: model.judged() };
}

/**
 * What differs between the descriptions of two configurations, and what that means for users of the package. Rejects like
 * `generate`; writes nothing.
 */
export async function diff(
  before: Config,
  after: Config,
  shown: (file: string) => string = (file) => file,
): Promise<DiffReport> {
  for (const each of [before, after]) await refuseInvalid(each);
  const { descriptionDigest, packageConfig, readModel } = await import("./pipeline.js");
  const [old, now] = [await readModel(before, () => {}), await readModel(after, () => {})];
  const { diffApis } = await import("./diff/diff.js");
  const { diffReport } = await import("./diff/located.js");
  const changelog = await changelogOf(before, descriptionDigest(old.data));
  const { version } = await packageConfig(before, old.api.title, changelog);
  const earlier = (pointer: string): Position => {
    const at = old.source.locate(pointer);
    return { ...at, file: shown(at.file) };
  };
  const isNamed = after.package?.name !== undefined;
  return diffReport(diffApis(old.api, now.api, isNamed), version, earlier, now.source.locate);
}

/** The changelog of a package that is there, before it tells of what differs: `diff` compares descriptions without one as well. */
async function changelogOf({ output }: Config, from: string): Promise<string | undefined> {
  const { beforeStep } = await import("./diff/changelog.js");
  const { readChangelog } = await import("./output/changelog.js");
  const { readManifest } = await import("./output/manifest.js");
  const text = (await readManifest(output)).files.size > 0 ? await readChangelog(output) : undefined;
  return text && beforeStep(text, from);
}

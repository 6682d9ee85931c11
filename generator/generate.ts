/** The pipeline on one screen. Stages are loaded when they are reached: a run with nothing to do loads none. */
import { type Config, type PackageConfig, configProblems } from "./config.js";
import {
  type Diagnostic,
  type Report,
  SpecError,
  asError,
  diagnostic,
  hasErrors,
  inOrder,
} from "./diagnostics.js";
import { type JsonObject, canonicalText, isObject } from "./json.js";
import type { Description } from "./load/documents.js";
import type { NameLock } from "./load/name-lock.js";
import type { Source } from "./load/source.js";
import type { TextCache } from "./output/cache.js";
import type { Comparison } from "./output/compare.js";
import type { Drift } from "./output/drift.js";
import type { Origin } from "./output/manifest.js";
import type { TextFile } from "./render/runtime.js";
import type { Selected } from "./select/select.js";

/** The stages of a run, in order. */
export type Stage = "load" | "overlay" | "refer" | "lower" | "plan" | "render" | "format" | "write";

/** Is told when a stage begins; the caller has the clock. */
export type Observe = (stage: Stage) => void;

/** What a run did to one package. Paths are relative to `output`. */
export interface PackageReport {
  readonly output: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
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
}

/**
 * Generates one package: resolves with what was done, or rejects with a `SpecError` that lists every diagnostic and
 * leaves the folder as it was. Paths of the configuration are relative to the working directory.
 */
export async function generate(
  config: Config,
  observe: Observe = () => {},
  { force, dryRun }: GenerateOptions = {},
): Promise<PackageReport> {
  refuseInvalid(config);
  const { output } = config;
  const stamp = await import("./output/stamp.js");
  const { recover, write } = await import("./output/write.js");
  if (dryRun !== true) await failing(config, () => recover(output));
  const key = stamp.keyOf(config);
  const known = stamp.recall(config, key);
  if (known !== undefined)
    return {
      output,
      written: [],
      unchanged: known.files,
      removed: [],
      diagnostics: known.diagnostics,
      notes: [],
      upToDate: true,
    };

  const built = await build(config, observe);
  const { diagnostics, sources, notes, keep } = built;
  observe("write");
  const comparison = await compareWith(config, built);
  if (force !== true) refuseEdited(config, comparison, diagnostics);
  if (dryRun !== true) {
    await failing(config, () => write(output, comparison));
    keep();
    stamp.remember(config, key, diagnostics, sources);
  }
  return {
    output,
    written: comparison.changed.map((each) => each.path),
    unchanged: comparison.unchanged,
    removed: comparison.stale,
    diagnostics,
    notes,
    upToDate: false,
  };
}

/** JavaScript can call with anything, and a list of packages is one call each. */
function refuseInvalid(config: unknown): void {
  const problems = Array.isArray(config)
    ? [{ field: "", problem: "give one configuration per call" }]
    : configProblems(config);
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
  refuseInvalid(config);
  const built = await build(config, observe);
  observe("write");
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

interface Built {
  readonly files: readonly TextFile[];
  readonly origin: Origin;
  readonly diagnostics: readonly Diagnostic[];
  /** What was read. */
  readonly sources: readonly Source[];
  readonly notes: readonly string[];
  /** Keeps what the next run can use of this one. */
  readonly keep: () => void;
}

/** From the files on disk to the files of the package. */
async function build(config: Config, observe: Observe): Promise<Built> {
  const { loadDescription } = await import("./load/description.js");
  const { description, sources, diagnostics: found } = await loadDescription(config, observe);
  const { description: source, diagnostics: unmatched } = await selected(description, config);
  const diagnostics: Diagnostic[] = [...found, ...unmatched];
  const report: Report = (code, pointer, detail) =>
    void diagnostics.push(diagnostic(code, source.locate(pointer), detail));
  const judged = (): readonly Diagnostic[] =>
    inOrder(config.strict === true ? diagnostics.map(asError) : diagnostics);
  const stopOnErrors = (): void => {
    if (hasErrors(diagnostics)) throw new SpecError(judged());
  };

  observe("lower");
  const { canonical, lower, readDialect } = await import("./model/lower.js");
  const dialect = readDialect(source.data, report);
  if (dialect === undefined || !isObject(source.data)) throw new SpecError(judged());
  const data = canonical(source.data);
  const { converterOf, isAsserted, isNamedNote } = await import("./model/formats.js");
  const api = lower(data, dialect, report, {
    asserts: isAsserted(config.formats),
    converts: converterOf(config.formats),
    isNote: isNamedNote(config.formats),
    documents: source.documents,
    names: await namesOf(config, diagnostics),
  });
  stopOnErrors();

  observe("plan");
  const { plan } = await import("./plan/plan.js");
  const { runtimeText } = await import("./render/runtime-folder.js");
  const plans = plan(api, packageConfig(config, api.title), runtimeText, report);
  // Warnings spoil no later stage: so those of all stages are told in one run, before they stop it.
  if (hasErrors(judged())) throw new SpecError(judged());

  observe("render");
  const { format, render } = await import("./render/render.js");
  const { withPointers } = await import("./model/plain-refs.js");
  const cache = await cacheOf(config);
  const texts = await render(plans, withPointers(data, source.documents, api.schemas), report, cache.memo);
  stopOnErrors();
  observe("format");
  const files = await format(texts, cache.memo);
  return {
    files: await withLock(config, files, api.names),
    origin: await originOf(config, data),
    diagnostics: inOrder(diagnostics),
    sources,
    notes: cache.broken === undefined ? [] : [cache.broken],
    keep: cache.save,
  };
}

async function cacheOf(config: Config): Promise<TextCache> {
  const { noCache, openCache } = await import("./output/cache.js");
  const { cachePath } = await import("./output/cache-folder.js");
  const { generatorKey } = await import("./output/stamp.js");
  const path = cachePath(config);
  return path === undefined ? noCache : openCache(`${path}.texts`, generatorKey());
}

/** The names that the package keeps. */
async function namesOf({ output, lock: isLocked }: Config, diagnostics: Diagnostic[]): Promise<NameLock> {
  if (isLocked !== true) return new Map();
  const { lockName, readNameLock } = await import("./load/name-lock.js");
  const { lock, diagnostics: found } = await readNameLock(`${output}/${lockName}`);
  diagnostics.push(...found);
  return found.length > 0 ? new Map() : lock;
}

async function withLock(
  { lock: isLocked }: Config,
  files: readonly TextFile[],
  names: NameLock,
): Promise<readonly TextFile[]> {
  if (isLocked !== true) return files;
  const { formatNameLock, lockName } = await import("./load/name-lock.js");
  return [...files, { path: lockName, text: formatNameLock(names) }];
}

/** The description without the operations that the configuration does not want. */
async function selected(description: Description, { include, exclude }: Config): Promise<Selected> {
  if (include === undefined && exclude === undefined) return { description, diagnostics: [] };
  const { select } = await import("./select/select.js");
  return select(description, { include, exclude });
}

function packageConfig({ package: given }: Config, title: string): PackageConfig {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 214)
    .replace(/^-+|-+$/g, "");
  return { name: name === "" ? "api" : name, version: "0.1.0", ...given };
}

/** Compares with the folder, and refuses to touch what specwright did not write. */
async function compareWith(
  config: Config,
  { files, origin, diagnostics: found }: Built,
): Promise<Comparison> {
  const { compare } = await import("./output/compare.js");
  const { lockName } = await import("./load/name-lock.js");
  const comparison = await failing(config, () => compare(config.output, files, origin, [lockName]));
  const foreign = comparison.foreign.map((path) =>
    diagnostic("output-foreign", { file: `${config.output}/${path}`, line: 1, column: 1 }, path),
  );
  if (foreign.length > 0) throw new SpecError([...found, ...foreign]);
  return comparison;
}

/** What somebody changed by hand is not lost. */
function refuseEdited({ output }: Config, { edited }: Comparison, found: readonly Diagnostic[]): void {
  const problems = edited.map((path) =>
    diagnostic("output-edited", { file: `${output}/${path}`, line: 1, column: 1 }, path),
  );
  if (problems.length > 0) throw new SpecError([...found, ...problems]);
}

/** What the record says the package was made of: what shapes it, and not how it is spelled. */
async function originOf(config: Config, data: JsonObject): Promise<Origin> {
  const { digest } = await import("./digest.js");
  const { version } = await import("./version.js");
  const { package: named, formats, include, exclude, lock } = config;
  const configuration = JSON.stringify({ package: named, formats, include, exclude, lock });
  return {
    description: digest(canonicalText(data)),
    configuration: digest(configuration),
    specwright: version,
  };
}

/** The disk can fail; that is no bug of ours. */
async function failing<T>({ output }: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new SpecError([
      diagnostic("output-unwritable", { file: output, line: 1, column: 1 }, (cause as Error).message),
    ]);
  }
}

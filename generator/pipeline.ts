/** The pipeline on one screen. Stages are loaded when they are reached: a run with nothing to do loads none. */
import type { Config, NamedPackage } from "./config.js";
import type { Customised } from "./customise.js";
import {
  type Diagnostic,
  type Report,
  SpecError,
  asError,
  diagnostic,
  hasErrors,
  inOrder,
} from "./diagnostics.js";
import { digest } from "./digest.js";
import { type JsonObject, canonicalText, isObject } from "./json.js";
import type { Description } from "./load/documents.js";
import type { Memo } from "./memo.js";
import type { Api } from "./model/api.js";
import type { KeptNames } from "./model/names.js";
import type { TextCache } from "./output/cache.js";
import type { CodeCache } from "./output/code-cache.js";
import type { Origin } from "./output/manifest.js";
import type { FilePlan } from "./plan/file-plan.js";
import type { Read } from "./read-file.js";
import type { RenderedFile } from "./render/render.js";
import type { TextFile } from "./render/runtime.js";
import type { Unparsed } from "./render/unparsed.js";
import type { Selected } from "./select/select.js";

/** The stages of a run, in order. */
export type Stage = "load" | "overlay" | "refer" | "lower" | "plan" | "render" | "format" | "write";

/** Is told when a stage begins; the caller has the clock. */
export type Observe = (stage: Stage) => void;

/** A description that was read without an error. */
export interface Modelled {
  readonly api: Api;
  readonly data: JsonObject;
  readonly source: Description;
  readonly sources: readonly Read[];
  readonly report: Report;
  /** Everything that was reported so far; warnings are errors where the configuration says so. */
  readonly judged: () => readonly Diagnostic[];
}

/** From the files on disk to the model. Rejects with a `SpecError`. */
export async function readModel(config: Config, observe: Observe): Promise<Modelled> {
  const { loadDescription } = await import("./load/description.js");
  const { description, sources, diagnostics: found } = await loadDescription(config, observe);
  const { description: source, diagnostics: unmatched } = await selected(description, config);
  const diagnostics: Diagnostic[] = [...found, ...unmatched];
  const report: Report = (code, pointer, detail) =>
    void diagnostics.push(diagnostic(code, source.locate(pointer), detail));
  const judged = (): readonly Diagnostic[] =>
    inOrder(config.strict === true ? diagnostics.map(asError) : diagnostics);

  observe("lower");
  const { readDialect } = await import("./model/lower-dialect.js");
  const { canonical, lower } = await import("./model/lower.js");
  const dialect = readDialect(source.data, report);
  if (dialect === undefined || !isObject(source.data)) throw new SpecError(judged());
  const data = canonical(source.data);
  const { converterOf, isAsserted, isNamedNote } = await import("./model/formats.js");
  const { ownFormats } = await import("./customise.js");
  const own = await ownFormats(config);
  diagnostics.push(...own.diagnostics);
  const api = lower(data, dialect, report, {
    asserts: isAsserted(config.formats),
    converts: converterOf(config.formats),
    isNote: isNamedNote(config.formats),
    ownFormats: own.formats,
    documents: source.documents,
    kept: await namesOf(config, diagnostics),
  });
  // Warnings spoil no later stage: so those of all stages are told in one run, before they stop it.
  if (hasErrors(diagnostics)) throw new SpecError(judged());
  return { api, data, source, sources: [...sources, ...own.read], report, judged };
}

/** What the package is to be made of. Rejects with a `SpecError`. */
export async function planPackage(
  named: NamedPackage,
  { api, report, judged }: Modelled,
  observe: Observe,
  memo?: Memo,
  subpaths: Customised["subpaths"] = [],
): Promise<readonly FilePlan[]> {
  observe("plan");
  const { plan } = await import("./plan/plan.js");
  const { runtimeText } = await import("./render/runtime-folder.js");
  const plans = plan(api, named, runtimeText, report, { memo, added: subpaths });
  if (hasErrors(judged())) throw new SpecError(judged());
  return plans;
}

/** What else a package is made with, or of. */
export interface BuildOptions {
  readonly changelog: string | undefined;
  /** Whether its modules are compiled. */
  readonly compiles: boolean;
  /** The description, where it has been read. */
  readonly model?: Modelled;
}

export interface Built {
  readonly files: readonly TextFile[];
  /** What the modules were compiled to. */
  readonly compiled: readonly TextFile[];
  readonly origin: Origin;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly Read[];
  readonly notes: readonly string[];
  /** Keeps what the next run can use of this one. */
  readonly keep: () => void;
}

/** From the files on disk to the files of the package. Rejects with a `SpecError`. */
export async function build(
  config: Config,
  observe: Observe,
  { changelog, compiles, model: known }: BuildOptions,
): Promise<Built> {
  const code = await codeCacheOf(config);
  const model = known ?? (await readModel(config, observe));
  const named = await packageConfig(config, model.api.title, changelog);
  const { api, data, sources, judged } = model;
  const { customise, ownSettings } = await import("./customise.js");
  const own = await customise(config, api, data);
  const cache = await cacheOf(config);
  const stopOnErrors = (): void => {
    const all = inOrder([...judged(), ...own.problems]);
    if (hasErrors(all)) throw new SpecError(all);
  };
  const texts = await print(named, model, own, cache.memo, observe);
  const added = await own.filesBeside(texts, cache.memo);
  stopOnErrors();
  observe("format");
  const { format } = await import("./render/render.js");
  const files = await format([...texts, ...added], cache.memo, own.unparsed);
  await own.checkFormats(files, cache.memo);
  stopOnErrors();
  const compiled = compiles ? await compiledOf(files, cache.memo, own.unparsed) : [];
  stopOnErrors();
  return {
    files: await withLock(config, files, api.kept),
    compiled,
    origin: await originOf(config, named, data, ownSettings(config, sources, own.read)),
    diagnostics: judged(),
    sources: [...sources, ...own.read],
    notes: cache.broken === undefined ? [] : [cache.broken],
    keep: () => {
      cache.save();
      code?.save();
    },
  };
}

/** The texts of the package, before they are formatted. The plans of a large one are gone by then. */
async function print(
  named: NamedPackage,
  model: Modelled,
  own: Customised,
  memo: Memo,
  observe: Observe,
): Promise<readonly RenderedFile[]> {
  const { api, data, source, report } = model;
  const plans = await planPackage(named, model, observe, memo, own.subpaths);
  observe("render");
  const { render } = await import("./render/render.js");
  const { withPointers } = await import("./model/plain-refs.js");
  return render(plans, withPointers(data, source.documents, api.schemas), report, memo, own.templates);
}

async function compiledOf(
  files: readonly TextFile[],
  memo: Memo,
  unparsed: Unparsed,
): Promise<readonly TextFile[]> {
  const { compile } = await import("./render/compile.js");
  return compile(files, memo, unparsed);
}

async function cacheOf(config: Config): Promise<TextCache> {
  const { noCache, openCache } = await import("./output/cache.js");
  const { cachePath } = await import("./output/cache-folder.js");
  const { makersKey } = await import("./output/stamp.js");
  const path = cachePath(config);
  return path === undefined ? noCache : openCache(`${path}.texts`, makersKey(config));
}

/** Libraries are loaded with what they were compiled to before. */
async function codeCacheOf(config: Config): Promise<CodeCache | undefined> {
  const { cacheFolder } = await import("./output/cache-folder.js");
  const { openCodeCache } = await import("./output/code-cache.js");
  const { compileBy } = await import("./library.js");
  const folder = cacheFolder(config);
  const cache = folder === undefined ? undefined : openCodeCache(folder);
  compileBy(cache?.compile);
  return cache;
}

/** The names that the package keeps. */
async function namesOf({ output, lock: isLocked }: Config, diagnostics: Diagnostic[]): Promise<KeptNames> {
  const { emptyLock, lockName, readNameLock } = await import("./load/name-lock.js");
  if (isLocked !== true) return emptyLock;
  const { lock, diagnostics: found } = await readNameLock(`${output}/${lockName}`);
  diagnostics.push(...found);
  return found.length > 0 ? emptyLock : lock;
}

async function withLock(
  { lock: isLocked }: Config,
  files: readonly TextFile[],
  names: KeptNames,
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

/** The version of a package whose configuration has none. */
export const firstVersion = "0.1.0";

/** What the package is called, and its version: the later one of the configuration's and the changelog's. */
export async function packageConfig(
  { package: given }: Config,
  title: string,
  changelog: string | undefined,
): Promise<NamedPackage> {
  const { nameOfTitle } = await import("./model/names.js");
  const named = { name: nameOfTitle(title), version: firstVersion, ...given };
  if (changelog === undefined) return named;
  const { later, latestVersion } = await import("./diff/changelog.js");
  return { ...named, version: later(latestVersion(changelog), named.version), hasChangelog: true };
}

/** Tells descriptions apart that are not spelled otherwise only. */
export const descriptionDigest = (data: JsonObject): string => digest(canonicalText(data));

/** What the record says the package was made of: what shapes it, and not how it is spelled. */
async function originOf(
  config: Config,
  named: NamedPackage,
  data: JsonObject,
  own: Pick<Config, "formats" | "plugins">,
): Promise<Origin> {
  const { version } = await import("./version.js");
  const { templatesKey } = await import("./output/stamp.js");
  const { include, exclude, lock } = config;
  const { formats, plugins } = own;
  const configuration = JSON.stringify({ package: named, formats, include, exclude, lock, plugins });
  return {
    description: descriptionDigest(data),
    configuration: digest(configuration),
    templates: templatesKey(config),
    specwright: version,
  };
}

/** Remembers which inputs the package on disk was made of, so that a run with nothing to do costs next to nothing. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import type { Diagnostic } from "../diagnostics.js";
import { digest } from "../digest.js";
import { slashed } from "../paths.js";
import type { Read } from "../read-file.js";
import type { TextFile } from "../render/runtime.js";
import { plainLines } from "../text.js";
import { runtimeFolder } from "../render/runtime-folder.js";
import { changelogName } from "./changelog.js";
import { cachePath, keep } from "./cache-folder.js";
import { manifestName, parseManifest } from "./manifest.js";
import { hasDigest, isSameText } from "./same-text.js";

// Everything here is read at once: hundreds of small files cost several times as much when each is a round trip.

/** What a package is made of beside the files that the last run read: the configuration, the changelog, and the generator with all that it uses. */
export function keyOf(config: Config): string {
  const changelog = bytesOf(join(config.output, changelogName)) ?? "";
  return digest([JSON.stringify(config), process.cwd(), makersKey(config), digest(changelog)].join("\n"));
}

/** The digest of what makes texts: the generator, and the templates of the user. */
export const makersKey = (config: Config): string => digest(generatorKey() + templatesKey(config));

/** The digest of the user's templates; empty where there are none. */
export function templatesKey({ templates }: Config): string {
  if (templates === undefined || !existsSync(templates)) return "";
  const files = listFiles(templates).map((path) => [
    slashed(relative(templates, path)),
    digest(plainLines(readFileSync(path, "utf8"))),
  ]);
  return digest(JSON.stringify(files));
}

/** The generator's own code, its templates and runtime, and the versions of the libraries that shape its output. */
function generatorKey(): string {
  return (generatorDigest ??= digestOfGenerator());
}

/** It is asked for by the stamp and by the cache, and changes in no process. */
let generatorDigest: string | undefined;

function digestOfGenerator(): string {
  const dist = fileURLToPath(new URL("..", import.meta.url));
  const templates = fileURLToPath(new URL("../../templates/", import.meta.url));
  const files = [dist, templates, runtimeFolder].flatMap(listFiles);
  return digest(
    [...files.map((path) => digest(readFileSync(path))), ...libraries().map(versionOf)].join("\n"),
  );
}

/** Everything that specwright depends on. */
function libraries(): readonly string[] {
  const bytes = readFileSync(new URL("../../package.json", import.meta.url));
  return Object.keys((JSON.parse(bytes.toString()) as { readonly dependencies: object }).dependencies);
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && /\.(js|ts|hbs)$/.test(each.name) && !each.name.endsWith(".d.ts"))
    .map((each) => join(each.parentPath, each.name))
    .sort();
}

function versionOf(library: string): string {
  for (let at = fileURLToPath(new URL(".", import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const bytes = bytesOf(join(at, "node_modules", library, "package.json"));
    if (bytes !== undefined) return (JSON.parse(bytes.toString()) as { readonly version: string }).version;
  }
  return "";
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** What is known of a package that is as the last run left it. */
export interface Remembered {
  readonly files: readonly string[];
  /** The paths of what was read. */
  readonly read: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Stamp {
  readonly key: string;
  /** The digest of the record in the output folder. */
  readonly record: string;
  /** The digests of all files that were read, by path. */
  readonly sources: readonly (readonly [path: string, digest: string])[];
  /** The digests of the compiled modules, by path. */
  readonly compiled?: readonly (readonly [path: string, digest: string])[];
  /** The warnings of the run, to be shown again. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the last run left, if the package was made of exactly this and is still as it was then, file by file; with what it was
 * compiled to, where that is wanted.
 */
export function recall(config: Config, key: string, wantsCompiled: boolean): Remembered | undefined {
  const { output } = config;
  const path = stampPath(config);
  const record = bytesOf(join(output, manifestName));
  const stamp = path === undefined ? undefined : readStamp(path);
  if (stamp === undefined || record === undefined || stamp.key !== key || stamp.record !== digest(record))
    return undefined;
  const { files } = parseManifest(record.toString());
  const compiled = wantsCompiled ? (stamp.compiled ?? []) : [];
  return stamp.sources.every(([path, hash]) => isStill(path, hash)) &&
    [...files, ...compiled].every(([file, hash]) => isAsWritten(join(output, file), hash)) &&
    (compiled.length > 0 || !wantsCompiled)
    ? {
        files: [...files.keys(), manifestName],
        read: stamp.sources.map(([path]) => path),
        diagnostics: stamp.diagnostics,
      }
    : undefined;
}

function isStill(path: string, hash: string): boolean {
  const bytes = bytesOf(path);
  return bytes !== undefined && digest(bytes) === hash;
}

/** Of a file of ours: git may have changed the ends of its lines. */
function isAsWritten(path: string, hash: string): boolean {
  const bytes = bytesOf(path);
  return bytes !== undefined && (digest(bytes) === hash || hasDigest(bytes.toString(), hash));
}

function readStamp(path: string): Stamp | undefined {
  try {
    const stamp = JSON.parse(bytesOf(path)?.toString() ?? "null") as Stamp | null;
    return Array.isArray(stamp?.diagnostics) && Array.isArray(stamp.sources) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

const isOnDisk = (file: readonly [string | undefined, string]): file is readonly [string, string] =>
  file[0] !== undefined;

interface Made {
  /** The record of the run. Where another stands in the folder, another run has written since. */
  readonly record: string;
  readonly sources: readonly Read[];
  readonly compiled: readonly TextFile[];
}

/** Remembers that the package on disk was made of this; not where something was read that may be another the next time. */
export function remember(
  config: Config,
  key: string,
  diagnostics: readonly Diagnostic[],
  { record: written, sources, compiled }: Made,
): void {
  const files = sources.map((each) => [each.path, each.digest] as const);
  if (!files.every(isOnDisk)) return;
  const path = stampPath(config);
  const record = bytesOf(join(config.output, manifestName));
  if (path === undefined || record === undefined || !isSameText(record.toString(), written)) return;
  const stamp: Stamp = {
    key,
    record: digest(record),
    sources: files,
    compiled: compiled.map((each) => [each.path, digest(each.text)]),
    diagnostics,
  };
  keep(path, JSON.stringify(stamp));
}

function stampPath(config: Config): string | undefined {
  const path = cachePath(config);
  return path && `${path}.json`;
}

/** Which descriptions are compared: two that `diff` is given, or that of the configuration with an earlier one. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, parse, relative, resolve } from "node:path";
import { promisify } from "node:util";
import type { Config } from "./config.js";
import { SpecError, diagnostic } from "./diagnostics.js";
import { UsageError, loadConfigs } from "./load-config.js";
import { isPath } from "./load/address.js";

/** Gives two configurations to `work`; what was made for that is gone afterwards. */
export type Comparing = <T>(work: (before: Config, after: Config, shown: Shown) => Promise<T>) => Promise<T>;

/** What a file of the earlier description is called for people. */
export type Shown = (file: string) => string;

const asItIs: Shown = (file) => file;

/** An earlier description: that of a revision of git, or one that is a file or a URL. */
export type Earlier = { readonly revision: string } | { readonly input: string };

/** A configuration, and the same for an earlier description. */
export const comparedWith = (config: Config, earlier: Earlier): Comparing =>
  "revision" in earlier
    ? withRevision(config, earlier.revision)
    : (work) => work({ ...config, input: earlier.input }, config, asItIs);

/** Whether a revision of git has the description. */
export async function isIn(revision: string, { input }: Config): Promise<boolean> {
  if (!isPath(input))
    throw new UsageError("git knows no description that is no file: give the earlier one, --changelog <old>");
  const { base, dir } = parse(resolve(input));
  await refuseUnknown(revision, input);
  return (await known(input, () => git(["ls-tree", "--name-only", revision, "--", base], dir))) !== "";
}

/** What is compared, and the folder of its package; absent where two descriptions are given without a configuration. */
export interface ComparedPackage {
  readonly output?: string;
  readonly comparing: Comparing;
}

export interface CompareOptions {
  readonly base?: string;
  readonly config?: string;
}

export async function comparedConfigs(
  old: string | undefined,
  now: string | undefined,
  { base, config }: CompareOptions,
): Promise<readonly ComparedPackage[]> {
  if (base !== undefined) {
    if (old !== undefined) throw new UsageError("--base takes the place of the description as it was");
    const configs = await loadConfigs(config === undefined ? {} : { config });
    return configs.map((each) => ({
      output: each.output,
      comparing: comparedWith(each, { revision: base }),
    }));
  }
  if (old === undefined) throw new UsageError("give the description as it was, or a revision by --base");
  const [configured, ...more] =
    now === undefined || config !== undefined
      ? await loadConfigs(config === undefined ? {} : { config })
      : [];
  if (more.length > 0) throw new UsageError("two descriptions go with a configuration of one package only");
  const rest = { output: ".", ...configured };
  const input = now ?? configured?.input ?? "";
  const comparing: Comparing = (work) => work({ ...rest, input: old }, { ...rest, input }, asItIs);
  return [{ ...(configured && { output: configured.output }), comparing }];
}

/** The files of a revision stand in a folder of their own while they are compared: references lead to theirs. */
const withRevision =
  (config: Config, revision: string): Comparing =>
  async (work) => {
    if (!isPath(config.input)) throw new UsageError("--base compares descriptions that are files");
    const folder = await mkdtemp(join(tmpdir(), "specwright-base-"));
    try {
      const shown = (file: string): string =>
        resolve(file).startsWith(folder) ? `${revision}:${relative(folder, resolve(file))}` : file;
      return await work(await configAt(config, revision, folder), config, shown);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/** The configuration for the files of a revision, which are put into a folder. */
async function configAt(config: Config, revision: string, folder: string): Promise<Config> {
  const { input, overlays = [], references = {} } = config;
  await refuseUnknown(revision, input);
  const here = dirname(resolve(input));
  return known(input, async () => {
    const top = (await git(["rev-parse", "--show-toplevel"], here)).trim();
    const own = [input, ...overlays].map((path) => dirname(resolve(path)));
    const folders = new Set([...own, ...(references.folders ?? []).map((each) => resolve(each))]);
    const paths = [...folders].map((each) => `:/${relative(top, each)}`);
    const places = ["--work-tree", folder, "--git-dir", await gitFolder(here)];
    await git([...places, "restore", "--source", revision, "--", ...paths], folder);
    const inFolder = (path: string): string => join(folder, relative(top, resolve(path)));
    if (!existsSync(inFolder(input))) throw new Error(`${input} is not in ${revision}`);
    return {
      ...config,
      input: inFolder(input),
      overlays: overlays.map(inFolder),
      references: { ...references, folders: (references.folders ?? []).map(inFolder) },
    };
  });
}

/** What git tells; where it fails, the description is one that cannot be read. */
async function known<T>(input: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n").slice(-2);
    throw new SpecError([
      diagnostic("input-unreadable", { file: input, line: 1, column: 1 }, `git: ${line}`),
    ]);
  }
}

/** Where there is git, but no such revision, that is what is wrong. */
async function refuseUnknown(revision: string, input: string): Promise<void> {
  const here = dirname(resolve(input));
  await known(input, () => gitFolder(here));
  const found = await git(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], here).catch(() => "");
  if (found === "")
    throw new SpecError([diagnostic("revision-unknown", { file: input, line: 1, column: 1 }, revision)]);
}

const gitFolder = async (cwd: string): Promise<string> =>
  resolve((await git(["rev-parse", "--absolute-git-dir"], cwd)).trim());

const git = async (argv: readonly string[], cwd: string): Promise<string> =>
  (await promisify(execFile)("git", argv, { cwd })).stdout;

/** Which descriptions `diff` compares: two that it is given, or that of the configuration with an earlier one. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import type { Config } from "./config.js";
import { SpecError, diagnostic } from "./diagnostics.js";
import { UsageError, loadConfigs } from "./load-config.js";
import { isPath } from "./load/address.js";

/** Gives two configurations to `work`; what was made for that is gone afterwards. */
export type Comparing = <T>(work: (before: Config, after: Config) => Promise<T>) => Promise<T>;

export interface CompareOptions {
  readonly base?: string;
  readonly config?: string;
}

export async function comparedConfigs(
  old: string | undefined,
  now: string | undefined,
  { base, config }: CompareOptions,
): Promise<readonly Comparing[]> {
  if (base !== undefined) {
    if (old !== undefined) throw new UsageError("--base takes the place of the description as it was");
    const configs = await loadConfigs(config === undefined ? {} : { config });
    return configs.map((each) => withRevision(each, base));
  }
  if (old === undefined) throw new UsageError("give the description as it was, or a revision by --base");
  const [configured, ...more] =
    now === undefined || config !== undefined
      ? await loadConfigs(config === undefined ? {} : { config })
      : [];
  if (more.length > 0) throw new UsageError("two descriptions go with a configuration of one package only");
  const rest = { output: ".", ...configured };
  const input = now ?? configured?.input ?? "";
  return [(work) => work({ ...rest, input: old }, { ...rest, input })];
}

/** The files of a revision stand in a folder of their own while they are compared: references lead to theirs. */
const withRevision =
  (config: Config, revision: string): Comparing =>
  async (work) => {
    if (!isPath(config.input)) throw new UsageError("--base compares descriptions that are files");
    const folder = await mkdtemp(join(tmpdir(), "specwright-base-"));
    try {
      return await work(await configAt(config, revision, folder), config);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/** The configuration for the files of a revision, which are put into a folder. */
async function configAt(config: Config, revision: string, folder: string): Promise<Config> {
  const { input, overlays = [], references = {} } = config;
  try {
    const top = (await git(["rev-parse", "--show-toplevel"])).trim();
    const own = [input, ...overlays].map((path) => dirname(resolve(path)));
    const folders = new Set([...own, ...(references.folders ?? []).map((each) => resolve(each))]);
    const paths = [...folders].map((each) => `:/${relative(top, each)}`);
    const places = ["--work-tree", folder, "--git-dir", await gitFolder()];
    await git([...places, "restore", "--source", revision, "--", ...paths], folder);
    const inFolder = (path: string): string => join(folder, relative(top, resolve(path)));
    if (!existsSync(inFolder(input))) throw new Error(`${input} is not in ${revision}`);
    return {
      ...config,
      input: inFolder(input),
      overlays: overlays.map(inFolder),
      references: { ...references, folders: (references.folders ?? []).map(inFolder) },
    };
  } catch (cause) {
    const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n").slice(-2);
    throw new SpecError([
      diagnostic("input-unreadable", { file: input, line: 1, column: 1 }, `git: ${line}`),
    ]);
  }
}

const gitFolder = async (): Promise<string> =>
  resolve((await git(["rev-parse", "--absolute-git-dir"])).trim());

const git = async (argv: readonly string[], cwd: string = "."): Promise<string> =>
  (await promisify(execFile)("git", argv, { cwd })).stdout;

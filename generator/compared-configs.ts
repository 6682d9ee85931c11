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

export interface ComparedConfigs {
  readonly before: Config;
  readonly after: Config;
  /** Removes what was made to compare them. */
  readonly done: () => Promise<void>;
}

export interface CompareOptions {
  readonly base?: string;
  readonly config?: string;
}

export async function comparedConfigs(
  old: string | undefined,
  now: string | undefined,
  { base, config }: CompareOptions,
): Promise<readonly ComparedConfigs[]> {
  if (base !== undefined) {
    if (old !== undefined) throw new UsageError("--base takes the place of the description as it was");
    const configs = await loadConfigs(config === undefined ? {} : { config });
    return Promise.all(configs.map((each) => withRevision(each, base)));
  }
  if (old === undefined) throw new UsageError("give the description as it was, or a revision by --base");
  const [configured, ...more] =
    now === undefined || config !== undefined
      ? await loadConfigs(config === undefined ? {} : { config })
      : [];
  if (more.length > 0) throw new UsageError("two descriptions go with a configuration of one package only");
  const rest = { output: ".", ...configured };
  return [
    {
      before: { ...rest, input: old },
      after: { ...rest, input: now ?? configured?.input ?? "" },
      done: () => Promise.resolve(),
    },
  ];
}

/** The files of a revision stand in a folder of their own while they are compared: references lead to theirs. */
async function withRevision(config: Config, revision: string): Promise<ComparedConfigs> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-base-"));
  const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const top = (await git(["rev-parse", "--show-toplevel"])).trim();
    const files = [config.input, ...(config.overlays ?? [])].map((path) => dirname(resolve(path)));
    const folders = [
      ...new Set([...files, ...(config.references?.folders ?? []).map((each) => resolve(each))]),
    ];
    const paths = folders.map((each) => `:/${relative(top, each)}`);
    await git(
      [
        "--work-tree",
        folder,
        "--git-dir",
        await gitFolder(),
        "restore",
        "--source",
        revision,
        "--",
        ...paths,
      ],
      folder,
    );
    const inFolder = (path: string): string => join(folder, relative(top, resolve(path)));
    const before = {
      ...config,
      input: inFolder(config.input),
      ...(config.overlays && { overlays: config.overlays.map(inFolder) }),
    };
    if (!existsSync(before.input)) throw new Error(`${config.input} is not in ${revision}`);
    return { before, after: config, done };
  } catch (cause) {
    await done();
    const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n").slice(-2);
    throw new SpecError([
      diagnostic("input-unreadable", { file: config.input, line: 1, column: 1 }, `git: ${line}`),
    ]);
  }
}

const gitFolder = async (): Promise<string> =>
  resolve((await git(["rev-parse", "--absolute-git-dir"])).trim());

const git = async (argv: readonly string[], cwd: string = "."): Promise<string> =>
  (await promisify(execFile)("git", argv, { cwd })).stdout;

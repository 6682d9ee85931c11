/** The output folder of a package: what it is made of there, what is refused, and writing it. */
import type { Config } from "./config.js";
import { type Diagnostic, type DiagnosticCode, SpecError, diagnostic } from "./diagnostics.js";
import { lockName } from "./load/name-lock.js";
import { BusyError, alone } from "./output/alone.js";
import { changelogName } from "./output/changelog.js";
import { type Comparison, compare } from "./output/compare.js";
import { orphansIn } from "./output/dist.js";
import { inputsAmong } from "./output/inputs.js";
import { readIfThere } from "./output/manifest.js";
import { recover, write } from "./output/write.js";
import type { Built } from "./pipeline.js";
import type { TextFile } from "./render/runtime.js";

/** Waits for a run that is writing, and finishes what one that was killed has begun. */
export const settle = (config: Config): Promise<void> =>
  failing(config, () => alone(config.output, () => recover(config.output)));

/** What the package is made of that stands in its own folder, where people and other runs write as well. */
export async function keptTexts(output: string): Promise<string> {
  const texts = [changelogName, lockName].map((each) => readIfThere(`${output}/${each}`));
  return JSON.stringify(await Promise.all(texts));
}

/**
 * Writes what differs, while no other run does. Undefined where the texts that were kept are others by now, so that the package
 * must be made again.
 */
export async function writeAlone(
  config: Config,
  compared: () => Promise<Comparison>,
  kept: string,
): Promise<Comparison | undefined> {
  const { output } = config;
  const first = await compared().catch(ofRefusal);
  if (first !== undefined && first.changed.length + first.stale.length === 0) return first;
  return failing(config, () =>
    alone(output, async () => {
      await recover(output);
      if ((await keptTexts(output)) !== kept) return undefined;
      const comparison = await compared();
      await write(output, comparison);
      return comparison;
    }),
  );
}

/** What another run has written in part looks as if somebody else had: it is looked at again when that has ended. */
function ofRefusal(cause: unknown): undefined {
  if (!(cause instanceof SpecError)) throw cause;
}

/** Compares with the folder for writing. What somebody changed by hand is not lost, unless `force` says so. */
export async function compareToWrite(
  config: Config,
  built: Built,
  loose: readonly TextFile[],
  force: boolean,
): Promise<Comparison> {
  const comparison = await compareWith(config, built, loose, force);
  if (!force) refuse(built, comparison.edited.map(problemIn(config, "output-edited")));
  return comparison;
}

/** Compares with the folder, and refuses to touch what is not specwright's to touch. */
export async function compareWith(
  config: Config,
  built: Built,
  loose: readonly TextFile[] = [],
  force = false,
): Promise<Comparison> {
  const { output } = config;
  const comparison = await failing(config, async () => {
    const orphans = built.compiled.length === 0 ? [] : await orphansIn(output, built.compiled);
    return compare(output, built.files, built.origin, { editable: [lockName], loose, orphans });
  });
  const { changed, stale, foreign, leftOver } = comparison;
  const touched = [...changed.filter((each) => each.before !== undefined).map((each) => each.path), ...stale];
  const read = built.sources.flatMap((each) => each.path ?? []);
  const inputs = await inputsAmong(touched, output, read);
  const isOutput = (path: string): boolean => !inputs.includes(path);
  refuse(built, [
    ...inputs.map(problemIn(config, "output-is-input")),
    ...foreign.filter(isOutput).map(problemIn(config, "output-foreign")),
    ...(force ? [] : leftOver.filter(isOutput).map(problemIn(config, "output-left-over"))),
  ]);
  return comparison;
}

const problemIn =
  ({ output }: Config, code: DiagnosticCode) =>
  (path: string): Diagnostic =>
    diagnostic(code, { file: `${output}/${path}`, line: 1, column: 1 }, path);

/** With all that was found before. */
function refuse({ diagnostics: found }: Built, problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new SpecError([...found, ...problems]);
}

/** The disk can fail, and another run can hold the folder; that is no bug of ours. */
async function failing<T>({ output }: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (cause instanceof BusyError)
      throw new SpecError([diagnostic("output-busy", { file: message, line: 1, column: 1 }, "")]);
    if (code === undefined) throw cause;
    throw new SpecError([diagnostic("output-unwritable", { file: output, line: 1, column: 1 }, message)]);
  }
}

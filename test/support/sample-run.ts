/** Runs the generator on a sample, through the programmatic API and in a temporary folder. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Config } from "../../generator/config.js";
import { type Diagnostic, SpecError, formatDiagnostic } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { type SampleCase, diagnosticsName, isCompared } from "./sample-case.js";

/** What a run left behind: every file by its path relative to the package, and what was said. */
export interface SampleOutput {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there is a package; without one the output folder must not even exist. */
  readonly generated: boolean;
  /** What appeared beside the output folder, where nothing should. */
  readonly strays: readonly string[];
}

/** Generates into a fresh folder, reads it back and removes it. Rejects only for what is no fault of the input. */
export async function generateAside(config: Omit<Config, "output">): Promise<SampleOutput> {
  const parent = await mkdtemp(join(tmpdir(), "specwright-sample-"));
  const output = join(parent, "package");
  try {
    const { diagnostics } = await generate({ ...config, output });
    const strays = (await readdir(parent)).filter((name) => name !== "package");
    return { files: await readFolder(output), diagnostics, generated: true, strays };
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    if (existsSync(output)) throw new Error("the input has errors, and yet something was written", { cause });
    return { files: new Map(), diagnostics: cause.diagnostics, generated: false, strays: [] };
  } finally {
    await rm(parent, { recursive: true });
  }
}

/** The texts of all files, by path. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll("\\", "/"))
    .sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const)),
  );
}

/** What the sample's snapshots should be: by path relative to its folder, sorted. */
export function snapshotsOf(sample: SampleCase, output: SampleOutput): ReadonlyMap<string, string> {
  const files = [...output.files]
    .filter(([path]) => isCompared(sample, path))
    .map(([path, text]) => [`expected/${path}`, text] as const);
  const said = output.diagnostics.map((each) => formatIn(sample, each)).join("");
  return new Map(
    [...files, ...(said === "" ? [] : [[diagnosticsName, said] as const])].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );
}

function formatIn({ folder }: SampleCase, each: Diagnostic): string {
  const file = each.file.startsWith(`${folder}/`) ? each.file.slice(folder.length + 1) : each.file;
  return `${formatDiagnostic({ ...each, file })}\n`;
}

/** A sample: a folder with a small description, and what specwright makes of it. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../generator/config.js";

export interface SampleCase {
  /** The folder's name: the behaviour that the sample shows. */
  readonly name: string;
  /** Relative to the working directory, with forward slashes, as diagnostics show it. */
  readonly folder: string;
  readonly config: Omit<Config, "output">;
  /** Files to compare beside the modules that the description makes. */
  readonly compared: readonly string[];
}

/** What `config.json` can say. */
interface SampleConfig {
  readonly package?: NonNullable<Config["package"]>;
  readonly formats?: NonNullable<Config["formats"]>;
  readonly compare?: readonly string[];
}

export const samplesFolder = "test/samples";

/** All samples, sorted by name. */
export function readSamples(): readonly SampleCase[] {
  return readdirSync(samplesFolder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => readSample(each.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readSample(name: string): SampleCase {
  const folder = `${samplesFolder}/${name}`;
  const input = ["spec.yaml", "spec.json"].find((file) => existsSync(join(folder, file)));
  if (input === undefined) throw new Error(`${folder} has no spec.yaml and no spec.json`);
  const path = join(folder, "config.json");
  const given = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as SampleConfig) : {};
  return {
    name,
    folder,
    config: {
      input: `${folder}/${input}`,
      ...(existsSync(join(folder, "overlay.yaml")) ? { overlays: [`${folder}/overlay.yaml`] } : {}),
      ...(given.package === undefined ? {} : { package: given.package }),
      ...(given.formats === undefined ? {} : { formats: given.formats }),
    },
    compared: given.compare ?? [],
  };
}

/** Whether the text of a file is compared: modules are, but not what is the same or as long in every package. */
export function isCompared({ compared }: SampleCase, path: string): boolean {
  if (compared.includes(path)) return true;
  return path.startsWith("src/") && !path.startsWith("src/runtime/") && path !== "src/schema.ts";
}

/** The snapshots of a sample on disk, relative to its folder, sorted. */
export function readSnapshots({ folder }: SampleCase): readonly string[] {
  const expected = join(folder, "expected");
  const files = existsSync(expected)
    ? readdirSync(expected, { withFileTypes: true, recursive: true })
        .filter((each) => each.isFile())
        .map((each) =>
          join(each.parentPath, each.name)
            .slice(join(folder).length + 1)
            .replaceAll("\\", "/"),
        )
    : [];
  return [...files, ...(existsSync(join(folder, diagnosticsName)) ? [diagnosticsName] : [])].sort();
}

export const diagnosticsName = "diagnostics.txt";

/** Finds and reads the configuration: from a file, or from the command line alone. */
import { existsSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { type Config, type ReferenceConfig, configMistakes, mapModules } from "./config.js";
import type { Place } from "./own/thrown.js";
import { type Diagnostic, SpecError, diagnostic } from "./diagnostics.js";
import { isPath, nameOfAddress } from "./load/address.js";
import { fromConfig } from "./paths.js";

/** What the command line says. */
export interface Flags {
  readonly input?: string;
  readonly output?: string;
  readonly config?: string;
  readonly offline?: boolean;
  /** `Name: value` each. */
  readonly header?: readonly string[];
  readonly strict?: boolean;
  readonly cacheDir?: string;
  /** `false` where the command line forbids it. */
  readonly cache?: boolean;
}

/** Thrown for a command line that cannot be followed. */
export class UsageError extends Error {}

/** Where the configuration is looked for, in this order. */
export const configNames = [
  "specwright.config.ts",
  "specwright.config.js",
  "specwright.config.mjs",
  "specwright.config.json",
];

/** The packages to work on, their paths relative to the working directory. */
export async function loadConfigs(flags: Flags): Promise<readonly Config[]> {
  const more = {
    ...(flags.offline === true ? { offline: true } : {}),
    ...(flags.strict === true ? { strict: true } : {}),
    ...(flags.cacheDir === undefined ? {} : { cache: flags.cacheDir }),
    ...(flags.cache === false ? { cache: false as const } : {}),
    ...(flags.header === undefined ? {} : { headers: headersOf(flags.header) }),
  };
  return (await chosenConfigs(flags)).map((each) => ({ ...each, ...more }));
}

async function chosenConfigs(flags: Flags): Promise<readonly Config[]> {
  if (flags.input !== undefined && flags.config === undefined) return [fromFlags(flags.input, flags.output)];
  const file = flags.config ?? configNames.find((each) => existsSync(each));
  if (file === undefined)
    throw new UsageError(`nothing to do: give an input with -i, or write ${configNames[0]} (see --help)`);
  const configs = await readConfigs(file);
  if (flags.input === undefined && flags.output === undefined) return configs;
  if (configs.length > 1) throw new UsageError("-i and -o go with a configuration of one package only");
  return configs.map((each) => ({
    ...each,
    ...(flags.input === undefined ? {} : { input: flags.input }),
    ...(flags.output === undefined ? {} : { output: flags.output }),
  }));
}

function headersOf(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined)
        throw new UsageError(`a header is written "Name: value", not ${JSON.stringify(line)}`);
      return [name, value];
    }),
  );
}

function fromFlags(input: string, output: string | undefined): Config {
  if (output === undefined && !isPath(input))
    throw new UsageError("give an output with -o: the input is no file that could name it");
  return { input, output: output ?? `generated/${nameOfAddress(input)}` };
}

async function readConfigs(file: string): Promise<readonly Config[]> {
  const start: Place = { line: 1, column: 1 };
  const problem = (detail: string): Diagnostic => diagnostic("config-invalid", { file, ...start }, detail);
  if (!existsSync(file))
    throw new SpecError([diagnostic("input-unreadable", { file, ...start }, "there is no such file")]);
  const { ConfigError, readConfigModule } = await import("./config-module.js");
  const value = await readConfigModule(file).catch((cause: unknown) => {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new SpecError([diagnostic(cause.code, { file, ...cause.place }, cause.message)]);
  });
  const problems = await configMistakes(value);
  if (problems.length > 0)
    throw new SpecError(
      problems.map((each) => problem(each.field === "" ? each.problem : `${each.field} ${each.problem}`)),
    );
  const configs = (Array.isArray(value) ? value : [value]) as readonly Config[];
  const at = (path: string): string => fromConfig(path, file, process.cwd());
  const outputs = configs.map((each) => resolve(dirname(file), each.output) + sep);
  const shared = outputs.find((each, i) => outputs.some((other, j) => i !== j && other.startsWith(each)));
  if (shared !== undefined)
    throw new SpecError([
      problem(`two packages share the output folder ${at(shared)}; each needs one of its own`),
    ]);
  return configs.map(
    ({ input, output, overlays, references, cache, templates, formats, plugins, ...rest }) => ({
      ...rest,
      ...(formats === undefined ? {} : { formats: mapModules(formats, at) }),
      ...(plugins === undefined ? {} : { plugins: plugins.map(at) }),
      input: isPath(input) ? at(input) : input,
      output: at(output),
      ...(overlays === undefined ? {} : { overlays: overlays.map(at) }),
      ...(templates === undefined ? {} : { templates: at(templates) }),
      ...(cache === undefined ? {} : { cache: cache === false ? cache : at(cache) }),
      ...(references === undefined ? {} : { references: referencesAt(references, at) }),
    }),
  );
}

const referencesAt = (
  { folders, ...rest }: ReferenceConfig,
  at: (path: string) => string,
): ReferenceConfig => ({ ...rest, ...(folders && { folders: folders.map(at) }) });

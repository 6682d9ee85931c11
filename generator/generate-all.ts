/** The packages of a configuration as watchers have them generated: again and again, and mistakes end nothing. */
import { statSync } from "node:fs";
import { type Config, formatModules } from "./config.js";
import { type Diagnostic, SpecError } from "./diagnostics.js";
import { type PackageReport, generate } from "./generate.js";

export interface Watching {
  /** The file of the configuration, if there is one; what it imports by relative paths matters as well. */
  readonly configFile: string | undefined;
  /** Is told of files, and of folders with all in them, whose changes matter; a description that is a URL may be among them. */
  readonly watch: (paths: readonly string[]) => void;
  /** Is told of each package that was generated. */
  readonly report: (report: PackageReport) => void;
  /** Is told why the one in this folder was not, or none was; what is on disk is as it was. */
  readonly fail: (diagnostics: readonly Diagnostic[], output?: string) => void;
}

/** `configs` gives the packages, and is asked anew each time, because the configuration may have changed. */
export async function generateAll(
  configs: () => Promise<readonly Config[]>,
  { configFile, watch, report, fail }: Watching,
): Promise<void> {
  if (configFile !== undefined) {
    const { filesOf } = await import("./own/imports.js");
    const read = await filesOf(configFile);
    // Also where it is gone for a while.
    watch([configFile, ...read.map((each) => each.path)]);
  }
  const tell = (cause: unknown, output?: string): void => {
    if (!(cause instanceof SpecError)) throw cause;
    // What is mended may be a file that only a diagnostic names.
    watch(cause.diagnostics.map((each) => each.file).filter(isFile));
    fail(cause.diagnostics, output);
  };
  const found = await configs().catch((cause: unknown) => {
    tell(cause);
    return [];
  });
  for (const config of found) {
    watch(inputsOf(config));
    try {
      const made = await generate(config);
      watch(made.read);
      report(made);
    } catch (cause) {
      tell(cause, config.output);
    }
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What a configuration names, whether it can be read or not. */
function inputsOf(config: Config): readonly string[] {
  const { input, overlays = [], plugins = [], templates } = config;
  const modules = [...plugins, ...formatModules(config).map(([, path]) => path)];
  return [input, ...overlays, ...modules, ...(templates === undefined ? [] : [templates])];
}

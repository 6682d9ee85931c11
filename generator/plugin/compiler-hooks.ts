/** webpack and Rspack: what they have in common. */
import { formatDiagnostic } from "../diagnostics.js";
import { pluginName } from "./options.js";
import type { Outcome, Packages } from "./packages.js";

interface Compiler {
  readonly hooks: {
    readonly run: AsyncHook;
    readonly watchRun: AsyncHook;
    readonly thisCompilation: { tap(name: string, work: (compilation: Compilation) => void): void };
  };
}

interface AsyncHook {
  tapPromise(name: string, work: () => Promise<void>): void;
}

interface Compilation {
  readonly fileDependencies: { add(file: string): void };
  readonly contextDependencies: { add(folder: string): void };
  readonly errors: { push(error: Error): void };
  readonly warnings: { push(warning: Error): void };
}

/**
 * Generates before there is a compilation, because entries are built beside its hooks, and tells the compilation. Errors are
 * added to its own: one that is thrown would end the watching.
 */
export function compilerHooks(packages: Packages): (compiler: Compiler) => void {
  return ({ hooks }) => {
    let outcome: Outcome = { diagnostics: [], watched: { files: [], folders: [] } };
    const generate = async (): Promise<void> => {
      outcome = await packages.generate();
    };
    hooks.run.tapPromise(pluginName, generate);
    hooks.watchRun.tapPromise(pluginName, generate);
    hooks.thisCompilation.tap(pluginName, (compilation) => tell(compilation, outcome));
  };
}

function tell(compilation: Compilation, { diagnostics, watched }: Outcome): void {
  const { errors, warnings } = compilation;
  for (const file of watched.files) compilation.fileDependencies.add(file);
  for (const folder of watched.folders) compilation.contextDependencies.add(folder);
  for (const each of diagnostics)
    (each.severity === "error" ? errors : warnings).push(new Error(formatDiagnostic(each)));
}

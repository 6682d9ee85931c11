/** esbuild. */
import type { PartialMessage, PluginBuild } from "esbuild";
import { type Diagnostic, formatDiagnostic } from "../diagnostics.js";
import type { Packages } from "./packages.js";

export interface EsbuildHooks {
  setup(build: PluginBuild): void;
}

/** It waits for what begins a build, and takes files to watch only from what resolves or loads modules. */
export function esbuildHooks(packages: Packages): EsbuildHooks {
  return {
    setup(build) {
      let paths: { readonly watchFiles: string[]; readonly watchDirs: string[] } | undefined;
      build.onStart(async () => {
        const { diagnostics, watched } = await packages.generate();
        paths = { watchFiles: [...watched.files], watchDirs: [...watched.folders] };
        return { errors: messages(diagnostics, "error"), warnings: messages(diagnostics, "warning") };
      });
      build.onResolve({ filter: /.*/ }, ({ kind }) => (kind === "entry-point" ? paths : undefined));
    },
  };
}

/** The place is part of the text, because columns of esbuild count from 0 and in bytes. */
const messages = (diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): PartialMessage[] =>
  diagnostics
    .filter((each) => each.severity === severity)
    .map((each) => ({ text: formatDiagnostic(each), detail: each }));

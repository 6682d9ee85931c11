/** How TypeScript compiles one module of a package by itself. */
import type TypeScript from "typescript";
import type { TextFile } from "./runtime.js";

/** The settings of a package, as they are written. */
export const settingsIn = (files: readonly TextFile[]): string =>
  files.find((each) => each.path === "tsconfig.json")?.text ?? "{}";

/** The options of a package, whose folder is `/`. */
export function optionsOf(ts: typeof TypeScript, settings: string): TypeScript.CompilerOptions {
  const { config } = ts.parseConfigFileTextToJson("tsconfig.json", settings) as {
    readonly config?: { readonly compilerOptions?: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config?.compilerOptions ?? {}, "/");
  return { ...options, rootDir: "/src", outDir: "/dist" };
}

/** By itself a module does not tell what its package is: it is one of ECMAScript. */
export const asModule = (
  ts: typeof TypeScript,
  options: TypeScript.CompilerOptions,
): TypeScript.CompilerOptions => ({
  ...options,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
});

/** Modules of somebody else that are copied into a package: whether they compile there, each by itself. */
import type TypeScript from "typescript";
import type { Memo } from "../memo.js";
import { asModule, optionsOf, settingsIn } from "./compiler-options.js";
import { require } from "../library.js";
import type { TextFile } from "./runtime.js";

/** Something wrong in a module; lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/** What is wrong with a module in a package of these files: it imports something, or does not compile by the settings of the package. */
export function mistakesIn(text: string, files: readonly TextFile[], memo: Memo): readonly Mistake[] {
  const settings = settingsIn(files);
  const source = JSON.stringify([settings, text]);
  const known = memo.get("checked", source);
  if (known !== undefined) return JSON.parse(known) as readonly Mistake[];
  const ts = require("typescript") as typeof TypeScript;
  const file = ts.createSourceFile("/src/module.ts", text, ts.ScriptTarget.Latest, true);
  const imported = importsIn(ts, file);
  const found = imported.length > 0 ? imported : problemsIn(ts, file, settings);
  memo.set("checked", source, JSON.stringify(found));
  return found;
}

function importsIn(ts: typeof TypeScript, file: TypeScript.SourceFile): readonly Mistake[] {
  const { importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives } =
    ts.preProcessFile(file.text, true, true);
  const all = [...importedFiles, ...referencedFiles, ...typeReferenceDirectives, ...libReferenceDirectives];
  return all.map(({ fileName, pos }) =>
    mistakeAt(file, pos, `it imports ${JSON.stringify(fileName)}; it is copied into the package, alone`),
  );
}

/** A program of this one module, with nothing but what TypeScript brings. */
function problemsIn(
  ts: typeof TypeScript,
  file: TypeScript.SourceFile,
  settings: string,
): readonly Mistake[] {
  const options: TypeScript.CompilerOptions = { ...asModule(ts, optionsOf(ts, settings)), noEmit: true };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [file.fileName],
    options,
    host: {
      ...host,
      getSourceFile: (name, ...rest) => (name === file.fileName ? file : host.getSourceFile(name, ...rest)),
      fileExists: (name) => name === file.fileName || host.fileExists(name),
    },
  });
  return ts
    .getPreEmitDiagnostics(program, file)
    .map(({ start = 0, messageText }) =>
      mistakeAt(file, start, ts.flattenDiagnosticMessageText(messageText, " ")),
    );
}

function mistakeAt(file: TypeScript.SourceFile, position: number, problem: string): Mistake {
  const { line, character } = file.getLineAndCharacterOfPosition(position);
  return { line: line + 1, column: character + 1, problem };
}

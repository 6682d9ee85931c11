/** Modules as Node runs them: JavaScript, declarations and maps, each made of its own text alone (`isolatedDeclarations`). */
import type TypeScript from "typescript";
import type { Memo } from "../memo.js";
import { asModule, optionsOf, settingsIn } from "./compiler-options.js";
import { require } from "../library.js";
import type { TextFile } from "./runtime.js";
import type { Unparsed } from "./unparsed.js";

/** What `tsc` would write for the modules of a package, to the byte. */
export function compile(files: readonly TextFile[], memo: Memo, unparsed: Unparsed): readonly TextFile[] {
  const settings = settingsIn(files);
  const compiled: TextFile[] = [];
  let compiler: Compiler | undefined;
  for (const file of files.filter((each) => each.path.startsWith("src/"))) {
    const source = JSON.stringify([settings, file]);
    let made = memo.get("compiled", source);
    if (made === undefined) {
      compiler ??= compilerOf(require("typescript") as typeof TypeScript, settings);
      made = JSON.stringify(compiler(file, unparsed));
      memo.set("compiled", source, made);
    }
    compiled.push(...(JSON.parse(made) as readonly TextFile[]));
  }
  return compiled;
}

type Compiler = (file: TextFile, unparsed: Unparsed) => readonly TextFile[];

function compilerOf(ts: typeof TypeScript, settings: string): Compiler {
  const declarations = optionsOf(ts, settings);
  const code = { ...asModule(ts, declarations), declaration: false, isolatedDeclarations: false };
  return ({ path, text }, unparsed) => {
    const asked = { fileName: `/${path}`, reportDiagnostics: true };
    const js = ts.transpileModule(text, { ...asked, compilerOptions: code });
    const types = ts.transpileDeclaration(text, { ...asked, compilerOptions: declarations });
    const [problem] = [...(js.diagnostics ?? []), ...(types.diagnostics ?? [])];
    if (problem !== undefined) unparsed(path, ts.flattenDiagnosticMessageText(problem.messageText, " "));
    const target = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
    const file = (ending: string, made: string | undefined): readonly TextFile[] =>
      made === undefined ? [] : [{ path: target + ending, text: made }];
    return [
      ...file(".js", js.outputText),
      ...file(".js.map", js.sourceMapText),
      ...file(".d.ts", types.outputText),
      ...file(".d.ts.map", types.sourceMapText),
    ];
  };
}

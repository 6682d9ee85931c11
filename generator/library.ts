/**
 * Loads libraries of CommonJS, as `require` does: imported, Node looks through megabytes of them for what they export. What V8
 * compiled them to can be kept, which is most of what loading them takes.
 */
import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { Script, constants } from "node:vm";

/** Compiles a file by `make`, which is given the code that `source` was compiled to by another process, where that is known. */
export type Compile = (file: string, source: Buffer, make: (code: Buffer | undefined) => Script) => Compiled;

export interface Compiled {
  readonly script: Script;
  /** Is called when the module has been loaded: what loading it calls has been compiled by then. */
  readonly loaded: () => void;
}

let compile: Compile | undefined;

/** What is loaded from now on is compiled so; undefined: as Node does. */
export const compileBy = (given: Compile | undefined): void => void (compile = given);

/** What `id` exports, asked for from here. */
export const require = (id: string): unknown => load(id, createRequire(import.meta.url));

function load(id: string, from: NodeJS.Require): unknown {
  const file = isBuiltin(id) ? id : from.resolve(id);
  return compile === undefined || file in from.cache || !isCommonJs(file) ? from(id) : run(file, compile);
}

/** Runs a module in the way of Node (Modules: CommonJS modules, "The module wrapper"), so that it is loaded once whoever asks for it. */
function run(file: string, compileFile: Compile): unknown {
  const inside = createRequire(file);
  const module = Object.assign(new Module(file), { filename: file });
  inside.cache[file] = module;
  try {
    const source = readFileSync(file);
    const { script, loaded } = compileFile(file, source, (code) => scriptOf(file, source, code));
    const wrapped = script.runInThisContext() as Wrapped;
    const nested = Object.assign((id: string) => load(id, inside), inside);
    wrapped.call(module.exports, module.exports, nested, module, file, dirname(file));
    module.loaded = true;
    loaded();
    return module.exports;
  } catch (cause) {
    delete inside.cache[file];
    throw cause;
  }
}

type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: Module,
  filename: string,
  dirname: string,
) => void;

const scriptOf = (file: string, source: Buffer, cachedData: Buffer | undefined): Script =>
  new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });

/** As Node decides by the ending, and by the package that the file is of. */
function isCommonJs(file: string): boolean {
  if (!file.endsWith(".js")) return file.endsWith(".cjs");
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, "utf8")) as { type?: unknown }).type !== "module";
  }
  return true;
}

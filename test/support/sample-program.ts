/** Compiles generated packages, all in one TypeScript program, as strictly as TypeScript can. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: false,
  noImplicitOverride: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A package's files by path. */
export type Package = ReadonlyMap<string, string>;

/**
 * Every error, as `package/path:line:column TS… message`, sorted; none when all packages compile.
 * The runtime is the same in all packages, so each of them sees one common copy of it, through a link.
 */
export async function compileTogether(packages: ReadonlyMap<string, Package>): Promise<readonly string[]> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "specwright-program-")));
  try {
    const modules = new Map<string, string>();
    for (const [name, files] of packages)
      for (const [path, text] of files) if (path.endsWith(".ts")) modules.set(placeOf(name, path), text);
    await writeFile(join(root, "package.json"), '{ "type": "module" }');
    await symlink(resolve("node_modules"), join(root, "node_modules"), "junction");
    for (const [path, text] of modules) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    for (const [name, files] of packages)
      if (files.size > 0) await symlink(join(root, "runtime"), join(root, name, "src/runtime"), "junction");
    const program = ts.createProgram(
      [...modules.keys()].map((path) => join(root, path)),
      options,
    );
    return ts
      .getPreEmitDiagnostics(program)
      .map((each) => describe(root, each))
      .sort();
  } finally {
    await rm(root, { recursive: true });
  }
}

const placeOf = (name: string, path: string): string =>
  path.startsWith("src/runtime/") ? path.slice("src/".length) : `${name}/${path}`;

function describe(root: string, { file, start, code, messageText }: ts.Diagnostic): string {
  const message = `TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n  ")}`;
  if (file === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start ?? 0);
  return `${file.fileName.replace(`${root}/`, "")}:${line + 1}:${character + 1} ${message}`;
}

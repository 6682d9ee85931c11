/** Compiles generated packages, all in one TypeScript program, as strictly as TypeScript can. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const compilerOptions = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "nodenext",
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

/** The native compiler: it checks several times faster than the one that packages are built with. */
const compiler = join(
  dirname(createRequire(import.meta.url).resolve("@typescript/native-preview/package.json")),
  "bin/tsgo",
);

/** A package's files by path. */
export type Package = ReadonlyMap<string, string>;

/**
 * Every error, as `package/path(line,column): error TS…: message`, sorted; none when all packages compile.
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
    await writeFile(
      join(root, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: [...modules.keys()] }),
    );
    return await errorsOf(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

const placeOf = (name: string, path: string): string =>
  path.startsWith("src/runtime/") ? path.slice("src/".length) : `${name}/${path}`;

async function errorsOf(root: string): Promise<readonly string[]> {
  const output = await new Promise<string>((done, fail) => {
    execFile(
      process.execPath,
      [compiler, "-p", root, "--pretty", "false"],
      { cwd: root, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // Errors in the packages are exit codes 1 and 2; whatever else is wrong is of the compiler.
        if (error !== null && stdout === "") fail(new Error(stderr, { cause: error }));
        else done(stdout);
      },
    );
  });
  return output
    .split(/\n(?! )/)
    .filter((line) => line !== "")
    .sort();
}

/** Compiles an emitted package in a temporary folder and imports what it exports, as Node does for its users. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";

/** A file of a package; its path is relative to the package. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

export type Namespace = Readonly<Record<string, unknown>>;

/** The test runner leaves what lies in here to Node; anything else it would compile once more. */
const inside = "node_modules/emitted";

/** What packages depend on whose description has XML. */
const dependency = "@rgrove/parse-xml";

/** Where a package's sources stand in it. */
const source = /^src\/(.*)\.ts$/;

/**
 * The namespaces of the modules `entries` (paths below `src`, without ending). Each file is compiled by itself, so a
 * type that is imported as a value fails here as it would for a bundler, and cycles are evaluated as Node evaluates them.
 */
export async function loadPackage<const Entry extends string>(
  files: readonly EmittedFile[],
  entries: readonly Entry[],
): Promise<Readonly<Record<Entry, Namespace>>> {
  const root = await mkdtemp(join(tmpdir(), "specwright-package-"));
  const folder = join(root, inside);
  try {
    const modules = files.flatMap(({ path, text }) => {
      const module = source.exec(path)?.[1];
      return module === undefined ? [] : [{ path: join(folder, `${module}.js`), text }];
    });
    const folders = new Set(modules.map((each) => dirname(each.path)));
    for (const each of folders) await mkdir(each, { recursive: true });
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await mkdir(dirname(join(root, "node_modules", dependency)), { recursive: true });
    await symlink(resolve("node_modules", dependency), join(root, "node_modules", dependency), "junction");
    await Promise.all(modules.map(async ({ path, text }) => writeFile(path, await compile(text))));
    const loaded = entries.map(
      async (entry) => [entry, await importModule(join(folder, `${entry}.js`))] as const,
    );
    return Object.fromEntries(await Promise.all(loaded)) as Record<Entry, Namespace>;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** By text: the modules of the runtime are the same in most packages. */
const compiled = new Map<string, Promise<string>>();

function compile(text: string): Promise<string> {
  const code = compiled.get(text) ?? transformed(text);
  compiled.set(text, code);
  return code;
}

async function transformed(text: string): Promise<string> {
  const { code } = await transform(text, {
    loader: "ts",
    format: "esm",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return code;
}

async function importModule(path: string): Promise<Namespace> {
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Namespace;
}

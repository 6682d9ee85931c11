/** Transpiles generated packages and has them imported and tried out in a process of its own. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import type { Findings } from "./sample-inspect.js";
import type { Package } from "./sample-program.js";

const run = promisify(execFile);

/** What can be seen of each package when every one of its modules is imported and every fixture is used. */
export async function inspectPackages(
  packages: ReadonlyMap<string, Package>,
): Promise<Readonly<Record<string, Findings>>> {
  const root = await mkdtemp(join(tmpdir(), "specwright-modules-"));
  try {
    await writeFile(join(root, "package.json"), '{ "type": "module" }');
    await symlink(resolve("node_modules"), join(root, "node_modules"), "junction");
    const modules = [...packages].flatMap(([name, files]) =>
      [...files]
        .filter(([path]) => path.endsWith(".ts"))
        .map(([path, text]) => [`packages/${name}/${path}`, text] as const),
    );
    await Promise.all(modules.map(([path, text]) => writeTranspiled(join(root, path), text)));
    for (const [name, files] of packages)
      if (files.size > 0) await writeFile(join(root, "packages", name, "all.js"), importAll(files));
    const script = join(root, "inspect.ts");
    await writeTranspiled(script, await readFile(join(import.meta.dirname, "sample-inspect.ts"), "utf8"));
    const { stdout } = await run(process.execPath, [script.replace(/ts$/, "js"), join(root, "packages")], {
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(stdout) as Readonly<Record<string, Findings>>;
  } finally {
    await rm(root, { recursive: true });
  }
}

/** A module that imports all modules of a package; static imports, since `import()` treats a module with `then` as a promise. */
function importAll(files: Package): string {
  const paths = [...files.keys()]
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replace(/ts$/, "js"));
  const imports = paths.map((path, i) => `import * as m${i} from ${JSON.stringify(`./${path}`)};`);
  return `${imports.join("\n")}\nexport const modules = { ${paths.map((path, i) => `${JSON.stringify(path)}: m${i}`).join(", ")} };\n`;
}

async function writeTranspiled(path: string, text: string): Promise<void> {
  const { code } = await transform(text, { loader: "ts", format: "esm", charset: "utf8" });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path.replace(/ts$/, "js"), code);
}

/** The Twilio package as the TypeScript checker sees it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "ts-morph";
import { root } from "./import-graph.js";

export const folder: string = join(root, "generated/twilio");

export const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
};

/** The source module of each subpath that leads to code, told from where `package.json` says its declarations are. */
export const entries: ReadonlyMap<string, string> = new Map(
  Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    typeof target === "string"
      ? []
      : [[subpath, target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "$1")] as const],
  ),
);

/** All sources of the package, where its own name leads to them. */
export function twilioProject(): Project {
  const paths = [...entries].map(([subpath, module]): [string, string[]] => [
    manifest.name + subpath.slice(1),
    [join(folder, `src/${module}.ts`)],
  ]);
  return new Project({
    tsConfigFilePath: join(folder, "tsconfig.json"),
    compilerOptions: { noEmit: true, rootDir: root, paths: Object.fromEntries(paths) },
  });
}

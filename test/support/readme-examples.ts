/** The examples of a package's README as modules of the package. */
import { posix } from "node:path";
import type { Package } from "./sample-program.js";

type Exports = Readonly<Record<string, string | { readonly types: string }>>;

/** The blocks of TypeScript. */
export const blocksOf = (readme: string): readonly string[] =>
  [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].map((match) => match[1] ?? "");

/** Examples go on where the first one, which makes the client, has ended. */
export function programsOf(readme: string): readonly string[] {
  const [setup = "", ...examples] = blocksOf(readme);
  return [setup, ...examples.map((each) => (each.includes("client") ? `${setup}\n${each}` : each))];
}

/** The files of a package, and a module for each example in which the package's name leads to its sources. */
export function withExamples(files: Package): Package {
  const manifest = files.get("package.json");
  const readme = files.get("README.md");
  if (manifest === undefined || readme === undefined) return files;
  const { name, exports } = JSON.parse(manifest) as { readonly name: string; readonly exports: Exports };
  const modules = new Map(
    Object.entries(exports).flatMap(([subpath, target]) =>
      typeof target === "string"
        ? []
        : [[posix.join(name, subpath), target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "../src/$1.js")]],
    ),
  );
  const programs = programsOf(readme).map((text, i): [string, string] => [
    `examples/${i}.ts`,
    text.replace(/ from "([^"]*)";/g, (all, from: string) => {
      const module = modules.get(from);
      return module === undefined ? all : ` from "${module}";`;
    }),
  ]);
  return new Map([...files, ...programs]);
}

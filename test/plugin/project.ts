/** A small app in a temporary folder, which imports the sources of a package that is to be generated. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

export interface Project {
  readonly root: string;
  /** The file of the configuration. */
  readonly config: string;
  /** A path of the folder. */
  readonly at: (path: string) => string;
  readonly write: (path: string, text: string) => Promise<void>;
  /** The same, no faster than a person: watchers take changes within 50 ms for one. */
  readonly edit: (path: string, text: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly has: (path: string) => boolean;
  /** What the bundled app prints: whether a text and a number are pets. */
  readonly run: () => Promise<string>;
}

/** A description of one schema. */
export const describing = (type: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas: { Pet: { type: ${type} } }
`;

/** Where a type that is none is told to be. */
export const mistake = /openapi\.yaml:4:21 error schema-type/;

/** A description of one schema in a file of its own. */
export const referring = `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas: { Pet: { $ref: pet.yaml } }
`;

export const app = (word: string): string => `import { Pet } from "./api/src/validators/index.js";

const verdicts: readonly boolean[] = [Pet.is("Rex"), Pet.is(7)];
console.log("${word}", ...verdicts);
`;

export const configuration: string = JSON.stringify({
  input: "openapi.yaml",
  output: "api",
  cache: "cache",
});

/** The folder is removed when the test that asks for it has finished. */
export async function newProject(): Promise<Project> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "specwright-plugin-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const at = (path: string): string => join(root, path);
  const write = (path: string, text: string): Promise<void> => writeFile(at(path), text);
  await write("openapi.yaml", describing("string"));
  await write("app.ts", app("pets"));
  await write("specwright.config.json", configuration);
  return {
    root,
    config: at("specwright.config.json"),
    at,
    write,
    edit: async (path, text) => {
      await setTimeout(100);
      await write(path, text);
    },
    remove: (path) => rm(at(path)),
    has: (path) => existsSync(at(path)),
    run: async () => (await promisify(execFile)(process.execPath, [at("dist/out.mjs")])).stdout.trim(),
  };
}

/** A small app in a temporary folder, which imports the sources of a package that is to be generated. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

export interface Project {
  readonly root: string;
  /** The file of the configuration. */
  readonly config: string;
  /** A path of the folder. */
  readonly at: (path: string) => string;
  readonly write: (path: string, text: string) => Promise<void>;
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

export const app = (word: string): string => `import { Pet } from "./api/src/validators/index.js";

const verdicts: readonly boolean[] = [Pet.is("Rex"), Pet.is(7)];
console.log("${word}", ...verdicts);
`;

/** The folder is removed when the test that asks for it has finished. */
export async function newProject(): Promise<Project> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "specwright-plugin-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const at = (path: string): string => join(root, path);
  const write = (path: string, text: string): Promise<void> => writeFile(at(path), text);
  await write("openapi.yaml", describing("string"));
  await write("app.ts", app("pets"));
  const config = { input: "openapi.yaml", output: "api", cache: "cache" };
  await write("specwright.config.json", JSON.stringify(config));
  return {
    root,
    config: at("specwright.config.json"),
    at,
    write,
    remove: (path) => rm(at(path)),
    has: (path) => existsSync(at(path)),
    run: async () => (await promisify(execFile)(process.execPath, [at("dist/out.mjs")])).stdout.trim(),
  };
}

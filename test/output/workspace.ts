/** A temporary folder with a description in it, and the generator at work there. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Config } from "../../generator/index.js";

export interface Workspace {
  /** Of the temporary folder. */
  readonly root: string;
  /** Of the package; it does not exist yet. */
  readonly output: string;
  readonly config: Config;
  /** Writes a file, whose path is relative to the root. */
  readonly write: (path: string, text: string) => Promise<void>;
}

/** The folder is removed when the test that asks for it has finished. */
export async function workspace(description: object): Promise<Workspace> {
  const made = await makeWorkspace(description);
  onTestFinished(() => rm(made.root, { recursive: true, force: true }));
  return made;
}

/** Nobody removes this one but who asks for it. */
export async function makeWorkspace(description: object): Promise<Workspace> {
  const root = await mkdtemp(join(tmpdir(), "specwright-output-"));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write("openapi.json", JSON.stringify(description));
  const output = join(root, "package");
  return { root, output, config: { input: join(root, "openapi.json"), output }, write };
}

/** A description with one resource for each name, each with a schema of its own. */
export function pets(...names: readonly string[]): object {
  const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${capital(name)}` });
  const operation = (name: string): object => ({
    get: {
      operationId: `get${capital(name)}`,
      tags: [name],
      responses: { "200": { description: "It.", content: { "application/json": { schema: ref(name) } } } },
    },
  });
  const schema = { type: "object", properties: { name: { type: "string" } } };
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://example.com" }],
    paths: Object.fromEntries(names.map((name) => [`/${name}`, operation(name)])),
    components: { schemas: Object.fromEntries(names.map((name) => [capital(name), schema])) },
  };
}

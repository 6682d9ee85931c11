/** Writes a first configuration, and a script that uses it. */
import { existsSync } from "node:fs";
import { readFile, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { configMistakes } from "./config.js";
import { isPath, nameOfAddress } from "./load/address.js";

export interface Answers {
  /** The description: a file or a URL. */
  readonly input: string;
  /** The folder of the package. */
  readonly output: string;
  /** The npm name; the description's title is used where it is empty. */
  readonly name: string;
}

/** What stands where `init` would write; undefined where nothing does. */
export const configInTheWay = (names: readonly string[]): string | undefined =>
  names.find((each) => existsSync(each));

/** The usual output of a description: `generated/` and its name. */
export function usualOutput(input: string): string {
  const name = nameOfAddress(input);
  return `generated/${name === "" || name === "openapi" || name === "swagger" ? "api" : name}`;
}

/** The descriptions that a project most often has. */
export const usualInputs: readonly string[] = ["openapi", "swagger", "spec/openapi", "api/openapi"].flatMap(
  (each) => ["yaml", "yml", "json"].map((ending) => `${each}.${ending}`),
);

/** The one description that lies in the working directory, if there is exactly one. */
export async function onlyDescription(): Promise<string | undefined> {
  const names = (await readdir(".")).filter((each) => /\.(ya?ml|json)$/i.test(each));
  const found: string[] = [];
  for (const name of names) {
    const text = await readFile(name, "utf8").catch(() => "");
    if (/^\s*["']?(openapi|swagger)["']?\s*:\s*["']?[23]/m.test(text)) found.push(name);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** What is wrong with the answers, and the option that mends it. */
export async function mistakeIn({ input, output, name }: Answers): Promise<string | undefined> {
  const [first] = await configMistakes({ input, output, ...(name === "" ? {} : { package: { name } }) });
  return first && `--${first.field.replace(/^package\./, "")} ${first.problem}`;
}

/** Writes the configuration; gives its text. */
export async function writeConfig(path: string, { input, output, name }: Answers): Promise<string> {
  const text = `import { defineConfig } from "specwright";

export default defineConfig({
  input: ${JSON.stringify(input)},
  output: ${JSON.stringify(output)},${name === "" ? "" : `\n  package: { name: ${JSON.stringify(name)} },`}
});
`;
  // `wx`: what appeared in the meantime is not overwritten.
  await writeFile(path, text, { flag: "wx" });
  return text;
}

/** The script that `init` adds to a package.json. */
export const scriptName = "generate:api";

/** Adds the script to the package.json of the working directory; false where there is none, or it has one of the name. */
export async function addScript(): Promise<boolean> {
  const text = await readFile("package.json", "utf8").catch(() => undefined);
  const manifest = text === undefined ? undefined : parsed(text);
  if (text === undefined || manifest === undefined || manifest.scripts?.[scriptName] !== undefined)
    return false;
  const indent = /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const changed = { ...manifest, scripts: { ...manifest.scripts, [scriptName]: "specwright generate" } };
  const lines = `${JSON.stringify(changed, null, indent)}\n`;
  await replaceFile("package.json", text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines);
  return true;
}

/** Whole at every moment: the new text is on disk before it takes the place of the old one. A link to the file stays one. */
async function replaceFile(link: string, text: string): Promise<void> {
  const path = await realpath(link);
  const staged = `${path}.${process.pid}`;
  const { mode } = await stat(path);
  try {
    await writeFile(staged, text, { flag: "wx", flush: true, mode });
    await rename(staged, path);
  } catch (cause) {
    await rm(staged, { force: true });
    throw cause;
  }
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

/** Whether the description is there, as far as that can be known. */
export const isThere = (input: string): boolean => !isPath(input) || existsSync(input);

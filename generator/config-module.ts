/** Reads the file of a configuration: JSON, or a module whose default export it is. Its mistakes have places, where the engine tells them. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { typeScript } from "./own/import.js";
import { type Place, whatWasThrown } from "./own/thrown.js";
import { plainLines } from "./text.js";

/** What is wrong with the file: what it holds, or that it cannot be run. */
export class ConfigError extends Error {
  readonly code: "config-invalid" | "config-failed";
  readonly place: Place;

  constructor(
    message: string,
    place: Place = { line: 1, column: 1 },
    code: ConfigError["code"] = "config-invalid",
  ) {
    super(message);
    this.code = code;
    this.place = { line: place.line, column: place.column };
  }
}

/** What a file exports, or holds. Rejects with a `ConfigError`. */
export async function readConfigModule(file: string): Promise<unknown> {
  const path = resolve(file);
  if (path.endsWith(".json")) return readJson(path);
  try {
    const exported = path.endsWith(".ts") ? await importTypeScript(path) : await importJavaScript(path);
    return refuseUnusable(copied(await exported));
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const { message, place, isOfSyntax } = await whatWasThrown(cause, path);
    throw new ConfigError(isOfSyntax ? message : `it throws: ${message}`, place, "config-failed");
  }
}

async function readJson(path: string): Promise<unknown> {
  const { readStrictJson } = await import("./load/strict-json.js");
  const { value, mistake } = readStrictJson(plainLines(await readFile(path, "utf8")));
  if (mistake !== undefined) throw new ConfigError(`this is not JSON: ${mistake.message}`, mistake);
  return value;
}

/** A changed file is another module, so that a watcher reads it again. */
async function importJavaScript(path: string): Promise<unknown> {
  const url = `${pathToFileURL(path).href}?${(await stat(path)).mtimeMs}`;
  return ((await import(url)) as { readonly default?: unknown }).default;
}

/** jiti knows every syntax of TypeScript, and caches what it compiled. */
async function importTypeScript(path: string): Promise<unknown> {
  const found = await (await typeScript()).import<object>(path);
  if ("default" in found) return found.default;
  return "__esModule" in found ? undefined : found;
}

/** Properties that are worked out, and may throw, are worked out here. */
const copied = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(copied) : isPlain(value) ? { ...value } : value;
const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null;

function refuseUnusable(value: unknown): unknown {
  if (typeof value === "function")
    throw new ConfigError("it exports a function; export what that gives, which may be a promise");
  if (value === undefined) throw new ConfigError("it has no default export");
  return value;
}

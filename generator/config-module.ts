/** Reads the file of a configuration: JSON, or a module whose default export it is. Its mistakes have places, where the engine tells them. */
import { readFile } from "node:fs/promises";
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
    const isNative = !path.endsWith(".ts") && !imported.has(path);
    const exported = isNative ? await importJavaScript(path) : await importByJiti(path);
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

/** Node keeps what it has imported, and all that this imports; a watcher wants it as it is. */
const imported = new Set<string>();

async function importJavaScript(path: string): Promise<unknown> {
  imported.add(path);
  return ((await import(pathToFileURL(path).href)) as { readonly default?: unknown }).default;
}

/** jiti knows every syntax of TypeScript, reads all modules again, and caches what it compiled. */
async function importByJiti(path: string): Promise<unknown> {
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

/** Reads the file of a configuration: JSON, or a module whose default export it is. Its mistakes have places, where the engine tells them. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { typeScript } from "./own/import.js";
import { plainLines } from "./text.js";

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with the file. */
export class ConfigError extends Error {
  readonly place: Place;

  constructor(message: string, place: Place = { line: 1, column: 1 }) {
    super(message);
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
    const place = (await placeOfSyntax(cause, path)) ?? (await placeInStack(cause, path));
    throw new ConfigError(messageOf(cause, place), place);
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

/** Without what names the class of the error; the first line says enough where the place is known. */
function messageOf(cause: unknown, place: Place | undefined): string {
  const message = (cause instanceof Error ? cause.message : String(cause)).replace(/^ParseError: /, "");
  return (place === undefined ? message : (message.split("\n")[0] ?? "")).replace(/\s+/g, " ").trim();
}

/** Where an error says that it comes from: the first place in the file that its stack names. */
async function placeInStack(cause: unknown, path: string): Promise<Place | undefined> {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const names = [path, pathToFileURL(path).href].map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // What was imported has a query behind its name.
  const [, line, column] =
    new RegExp(`(?:${names.join("|")})(?:\\?[\\d.]+)?:(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
  if (line === undefined) return undefined;
  // What was compiled has the lines of the source, and columns of its own.
  const isCompiled = column === undefined || path.endsWith(".ts");
  return { line: Number(line), column: isCompiled ? await indentOf(path, Number(line)) : Number(column) };
}

async function indentOf(path: string, line: number): Promise<number> {
  const text = plainLines(await readFile(path, "utf8")).split("\n")[line - 1] ?? "";
  return Math.max(text.search(/\S/), 0) + 1;
}

/** Node does not say where the syntax of a module is wrong; what compiles TypeScript does. */
async function placeOfSyntax(cause: unknown, path: string): Promise<Place | undefined> {
  if (!(cause instanceof Error && /^(SyntaxError|Error: ParseError)/.test(String(cause)))) return undefined;
  const source = await readFile(path, "utf8");
  const [, found] =
    /__JITI_ERROR__ = (.*)/.exec((await typeScript()).transform({ source, filename: path })) ?? [];
  if (found === undefined) return undefined;
  const { line, column } = JSON.parse(found) as Place;
  return { line, column: column + 1 };
}

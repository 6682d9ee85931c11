/** What somebody's module threw, and where the engine tells that it did. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { plainLines } from "../text.js";
import { typeScript } from "./import.js";

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Thrown {
  /** In one line. */
  readonly message: string;
  /** Absent where nothing tells it. */
  readonly place: Place | undefined;
  /** Whether the module was not run at all, because it cannot be read. */
  readonly isOfSyntax: boolean;
}

/** What is wrong with a module, and where. */
export interface Problem {
  readonly detail: string;
  readonly place: Place;
}

const start: Place = { line: 1, column: 1 };

/** Of the module as a whole. */
export const problem = (detail: string): Problem => ({ detail, place: start });

/** `what` says what came to nothing. */
export async function problemThrown(what: string, cause: unknown, path: string): Promise<Problem> {
  const { message, place = start } = await whatWasThrown(cause, resolve(path));
  return { detail: `${what}: ${message}`, place };
}

/** `path` is the module's, in full. */
export async function whatWasThrown(cause: unknown, path: string): Promise<Thrown> {
  const ofSyntax = await placeOfSyntax(cause, path);
  const place = ofSyntax ?? (await placeInStack(cause, path));
  return { message: messageOf(cause, place), place, isOfSyntax: ofSyntax !== undefined };
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

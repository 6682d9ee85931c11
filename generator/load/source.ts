/** Reads one JSON or YAML file and can say where in it a JSON Pointer stands. */
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Yaml from "yaml";
import { type Diagnostic, type Position, diagnostic } from "../diagnostics.js";
import { digest } from "../digest.js";
import { hasDuplicateNames, hasLostDigits, losesDigits } from "./lossless.js";
import { type Json, isArray, isObject, splitPointer } from "../json.js";
import { slashed } from "../paths.js";
import { plainLines } from "../text.js";
import { mistakesIn } from "./yaml-mistakes.js";

export interface Source {
  /** The file as it is shown to a person: its path relative to the working directory, or its URL. */
  readonly file: string;
  /** Where it was read from disk; absent for what may be another the next time, whatever was not a file. */
  readonly path?: string;
  /** What references in it are relative to. */
  readonly uri: string;
  /** The text of it, hashed. */
  readonly digest: string;
  readonly data: Json;
  /** What was read otherwise than it is written. */
  readonly warnings: readonly Diagnostic[];
  /** The position of what stands at the pointer, or of its nearest ancestor that exists. */
  readonly locate: (pointer: string) => Position;
}

export type Loaded = { readonly source: Source } | { readonly diagnostics: readonly Diagnostic[] };

/** Where a file is, as it is shown. */
export const shownPath = (path: string): string => slashed(relative(process.cwd(), path)) || path;

/** Reads and parses a file. Resolves with diagnostics, never rejects, for anything that the file can cause. */
export async function loadSource(path: string): Promise<Loaded> {
  const file = shownPath(path);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    return unreadable(file, problemOf(cause as NodeJS.ErrnoException));
  }
  const loaded = await parseSource(file, text);
  return "source" in loaded ? { source: { ...loaded.source, path } } : loaded;
}

/** An input without a text. */
export const unreadable = (file: string, problem: string): Loaded => ({
  diagnostics: [diagnostic("input-unreadable", { file, line: 1, column: 1 }, problem)],
});

/** The system's words, which name the path once more, for what is not just missing. */
const problemOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder, and no file" : message;

/** OpenAPI 3.1, section 4.3: what JSON has and no more, also in files that say they are YAML 1.1: `no` and dates are texts. */
const asJson = { schema: "core", resolveKnownTags: false, stringKeys: true } as const;

/** Parses a text that is `written` at `uri`. Prose is itself. JSON goes the fast way; its positions are only worked out when one is asked for. */
export async function parseSource(
  file: string,
  written: string,
  uri: string = pathToFileURL(resolve(file)).href,
): Promise<Loaded> {
  const text = plainLines(written);
  const about = { file, uri, digest: digest(written) };
  if (/\.(md|markdown|txt)$/i.test(uri))
    return { source: { ...about, data: text, warnings: [], locate: () => ({ file, line: 1, column: 1 }) } };
  const yaml = await import("yaml");
  let parsed: { readonly document: Yaml.Document; readonly lines: Yaml.LineCounter } | undefined;
  const parse = (): { readonly document: Yaml.Document; readonly lines: Yaml.LineCounter } => {
    const lines = new yaml.LineCounter();
    parsed ??= {
      document: yaml.parseDocument(text, { ...asJson, lineCounter: lines, prettyErrors: false }),
      lines,
    };
    return parsed;
  };
  const position = (offset: number): Position => {
    const { line, col } = parse().lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const locate = (pointer: string): Position => position(offsetOf(yaml, parse().document.contents, pointer));

  const read = (data: Json, at: Source["locate"] = locate): Loaded =>
    isTooDeep(data)
      ? { diagnostics: [diagnostic("input-too-deep", { file, line: 1, column: 1 }, "")] }
      : { source: { ...about, data, warnings: lostDigits(), locate: at } };
  const lostDigits = (): readonly Diagnostic[] =>
    parsed !== undefined || hasLostDigits(text) ? numbersIn(yaml, parse().document).flatMap(lostDigit) : [];
  const lostDigit = ({ source, offset }: WrittenNumber): readonly Diagnostic[] =>
    losesDigits(source)
      ? [diagnostic("number-imprecise", position(offset), `${source} is read as ${Number(source)}`)]
      : [];
  if (/^\s*[{[]/.test(text)) {
    try {
      const data = JSON.parse(text) as Json;
      // As YAML, the text says where the second one is.
      if (!hasDuplicateNames(text, data)) return read(data, await locateInJson(file, text));
    } catch {
      // Not JSON: YAML is a superset of it, and says where the mistake is.
    }
  }
  const { document } = parse();
  if (document.errors.length > 0)
    return {
      diagnostics: mistakesIn(document.errors, text).map(({ offset, message }) =>
        /call stack/.test(message)
          ? diagnostic("input-too-deep", position(offset), "")
          : diagnostic("input-syntax", position(offset), message),
      ),
    };
  try {
    const data = document.toJS() as Json;
    refuseCycles(data, new Set());
    return read(data);
  } catch (cause) {
    return { diagnostics: [diagnostic("input-syntax", position(0), (cause as Error).message)] };
  }
}

async function locateInJson(file: string, text: string): Promise<Source["locate"]> {
  const { jsonOffsets } = await import("./json-places.js");
  const offsetAt = jsonOffsets(text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((each) => each.index + 1)];
  return (pointer) => {
    const offset = offsetAt(pointer);
    const line = starts.findLastIndex((each) => each <= offset);
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

interface WrittenNumber {
  readonly source: string;
  readonly offset: number;
}

function numbersIn({ visit }: typeof Yaml, document: Yaml.Document): readonly WrittenNumber[] {
  const found: WrittenNumber[] = [];
  visit(document, {
    Scalar(_, { value, source, range }) {
      if (typeof value === "number" && source !== undefined) found.push({ source, offset: range?.[0] ?? 0 });
    },
  });
  return found;
}

/** Levels of objects and arrays in each other: twice as many as there are levels of schemas. */
const deepest = 600;

function isTooDeep(data: Json): boolean {
  let level: readonly Json[] = [data];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((each) => (isObject(each) || isArray(each) ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** YAML aliases can tie a value to itself; nothing in OpenAPI means that. */
function refuseCycles(value: unknown, above: Set<object>): void {
  if (typeof value !== "object" || value === null) return;
  if (above.has(value)) throw new Error("an alias contains itself");
  above.add(value);
  for (const each of Object.values(value)) refuseCycles(each, above);
  above.delete(value);
}

function offsetOf({ isAlias, isMap, isSeq }: typeof Yaml, root: unknown, pointer: string): number {
  let node = root;
  let offset = 0;
  for (const key of splitPointer(pointer)) {
    if (isAlias(node)) break;
    if (isMap(node)) {
      const pair: Yaml.Pair | undefined = node.items.find((item) => keyText(item.key) === key);
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

const keyText = (key: unknown): string => String((key as { value?: unknown } | null)?.value ?? key);
const startOf = (node: unknown): number | undefined => (node as Yaml.Node | null)?.range?.[0];

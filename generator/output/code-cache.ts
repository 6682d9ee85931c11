/** What V8 compiled libraries to, kept from one run to the next. It belongs to the machine and to its Node, not to a package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../digest.js";
import type { Compile } from "../library.js";
import { keep } from "./cache-folder.js";

export interface CodeCache {
  readonly compile: Compile;
  /** Keeps what is known by now, if some of it is new. */
  readonly save: () => void;
}

/** The code of one file, and the digest of what it was compiled of. */
interface Compiled {
  readonly source: string;
  readonly code: () => Buffer;
}

/** The cache of this Node below a folder. What is damaged, or of another Node, is not used. */
export function openCodeCache(folder: string): CodeCache {
  const path = join(folder, `libraries-${process.version}-${process.arch}.code`);
  let files: Map<string, Compiled> | undefined;
  let isStale = false;
  return {
    compile: (file, bytes, make) => {
      files ??= readCode(path);
      const source = digest(bytes);
      const known = files.get(file);
      const script = make(known?.source === source ? known.code() : undefined);
      isStale ||= script.cachedDataRejected !== false;
      // Asked for at the end, it holds the functions that were called as well.
      files.set(file, { source, code: () => script.createCachedData() });
      return script;
    },
    save: () => {
      if (isStale && files !== undefined) writeCode(path, files);
      isStale = false;
    },
  };
}

/** One row of the table: a file, and how many bytes of the rest are its code. */
type Row = readonly [file: string, source: string, length: number];

/** The first line is the digest of all others, the second the table. */
function readCode(path: string): Map<string, Compiled> {
  const files = new Map<string, Compiled>();
  try {
    const [check, rest] = lineOf(readFileSync(path));
    if (check !== digest(rest)) return files;
    const [table, body] = lineOf(rest);
    let start = 0;
    for (const [file, source, length] of JSON.parse(table) as readonly Row[]) {
      const code = body.subarray(start, (start += length));
      files.set(file, { source, code: () => code });
    }
  } catch {
    // There is none: what is compiled now will be kept.
  }
  return files;
}

function lineOf(bytes: Buffer): readonly [line: string, rest: Buffer] {
  const end = bytes.indexOf("\n");
  return [bytes.subarray(0, end).toString(), bytes.subarray(end + 1)];
}

function writeCode(path: string, files: ReadonlyMap<string, Compiled>): void {
  const made = [...files].map(([file, { source, code }]) => ({ file, source, bytes: code() }));
  const table = made.map(({ file, source, bytes }): Row => [file, source, bytes.length]);
  const rest = [`${JSON.stringify(table)}\n`, ...made.map((each) => each.bytes)];
  keep(path, `${digest(...rest)}\n`, ...rest);
}

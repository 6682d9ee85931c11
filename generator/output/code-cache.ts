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
interface Entry {
  readonly source: string;
  readonly code: Buffer;
}

/** The cache of this Node below a folder. What is damaged, or of another Node, is not used. */
export function openCodeCache(folder: string): CodeCache {
  const path = join(folder, `libraries-${process.version}-${process.arch}.code`);
  let files: Map<string, Entry> | undefined;
  let isStale = false;
  return {
    compile: (file, bytes, make) => {
      files ??= readCode(path);
      const source = digest(bytes);
      const known = files.get(file);
      const script = make(known?.source === source ? known.code : undefined);
      const isNew = script.cachedDataRejected !== false;
      isStale ||= isNew;
      // Of what is called later most is not called again: it would cost more to keep and to read than to compile.
      const loaded = (): void =>
        void (isNew && files?.set(file, { source, code: script.createCachedData() }));
      return { script, loaded };
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
function readCode(path: string): Map<string, Entry> {
  const files = new Map<string, Entry>();
  try {
    const [check, rest] = lineOf(readFileSync(path));
    if (check !== digest(rest)) return files;
    const [table, body] = lineOf(rest);
    let start = 0;
    for (const [file, source, length] of JSON.parse(table) as readonly Row[]) {
      files.set(file, { source, code: body.subarray(start, (start += length)) });
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

function writeCode(path: string, files: ReadonlyMap<string, Entry>): void {
  const table = [...files].map(([file, { source, code }]): Row => [file, source, code.length]);
  const rest = [`${JSON.stringify(table)}\n`, ...[...files.values()].map((each) => each.code)];
  keep(path, `${digest(...rest)}\n`, ...rest);
}

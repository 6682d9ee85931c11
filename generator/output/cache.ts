/** Texts that took long to make, kept from one run to the next by what they were made of. */
import { readFileSync } from "node:fs";
import { digest } from "../digest.js";
import { type Memo, unremembered } from "../memo.js";
import { keep } from "./cache-folder.js";

export interface TextCache {
  readonly memo: Memo;
  /** What is wrong with the file; undefined where nothing is. */
  readonly broken: string | undefined;
  /** Keeps what this run has asked for, and nothing else. A cache that cannot be kept is none. */
  readonly save: () => void;
}

/** No cache: everything is made anew. */
export const noCache: TextCache = {
  memo: unremembered,
  broken: undefined,
  save: () => undefined,
};

/** The cache in a file, as far as it was written by the same `version` of everything that makes texts. */
export function openCache(path: string, version: string): TextCache {
  const { entries, broken } = readEntries(path, version);
  const used = new Map<string, string>();
  let made = 0;
  return {
    broken,
    memo: {
      get: (kind, source) => {
        const key = digest(`${kind}\n${source}`);
        const text = entries.get(key);
        if (text !== undefined) used.set(key, text);
        return text;
      },
      set: (kind, source, text) => {
        used.set(digest(`${kind}\n${source}`), text);
        made++;
      },
    },
    save: () => {
      if (made > 0 || used.size < entries.size) writeEntries(path, version, used);
    },
  };
}

interface Read {
  readonly entries: ReadonlyMap<string, string>;
  readonly broken: string | undefined;
}

const nothing = (broken?: string): Read => ({ entries: new Map(), broken });

/** The first line has the version, and the digest of the second, which has the texts. */
function readEntries(path: string, version: string): Read {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return nothing();
  }
  const end = text.indexOf("\n");
  const [written, check] = text.slice(0, Math.max(end, 0)).split(" ");
  const body = text.slice(end + 1);
  if (check === undefined || check !== digest(body))
    return nothing(`the cache ${path} is damaged, and was discarded`);
  return written === version
    ? { entries: new Map(JSON.parse(body) as readonly (readonly [string, string])[]), broken: undefined }
    : nothing();
}

function writeEntries(path: string, version: string, entries: ReadonlyMap<string, string>): void {
  const body = JSON.stringify([...entries]);
  keep(path, `${version} ${digest(body)}\n`, body);
}

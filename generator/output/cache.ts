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
        const key = digest(kind, "\n", source);
        const entry = entries.get(key);
        if (entry === undefined) return undefined;
        used.set(key, entry);
        return JSON.parse(entry) as string;
      },
      set: (kind, source, text) => {
        used.set(digest(kind, "\n", source), JSON.stringify(text));
        made++;
      },
    },
    save: () => {
      if (made > 0 || used.size < entries.size) writeEntries(path, version, used);
    },
  };
}

/** Texts as JSON, by what they were made of. */
type Entries = ReadonlyMap<string, string>;

interface Read {
  readonly entries: Entries;
  readonly broken: string | undefined;
}

const nothing = (broken?: string): Read => ({ entries: new Map(), broken });

/** The first line has the version, and the digest of all others, each of which has a key and its text. */
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
  if (written !== version || body === "") return nothing();
  const lines = body.split("\n");
  return {
    entries: new Map(lines.map((each) => [each.slice(0, keyLength), each.slice(keyLength + 1)])),
    broken: undefined,
  };
}

/** Of a digest. */
const keyLength = 64;

function writeEntries(path: string, version: string, entries: Entries): void {
  const body = [...entries].map(([key, entry]) => `${key} ${entry}`).join("\n");
  keep(path, `${version} ${digest(body)}\n`, body);
}

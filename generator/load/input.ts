/** Reads the description: a file, standard input or a URL. */
import { text } from "node:stream/consumers";
import { isRemote, standardInput } from "./address.js";
import type { Access } from "./documents.js";
import { loadRemote } from "./remote.js";
import { type Loaded, loadSource, parseSource, unreadable } from "./source.js";

/** Resolves with diagnostics, never rejects, for anything that the input can cause. */
export async function loadInput(input: string, access: Access): Promise<Loaded> {
  if (input === standardInput) {
    return parseSource("standard input", await text(process.stdin));
  }
  if (!isRemote(input)) return loadSource(input);
  return access.offline ? unreadable(input, "nothing is fetched offline") : loadRemote(input, access);
}

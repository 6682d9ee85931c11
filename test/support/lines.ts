/** What a command prints, waited for line by line. */
import type { ChildProcess } from "node:child_process";

/** Milliseconds until a line is taken not to come; a loaded machine takes its time. */
const patience = 60_000;

/** Resolves with the next text that matches, after what was matched before; rejects with what was printed instead. */
export function linesOf({ stdout, stderr }: ChildProcess): (line: RegExp) => Promise<string> {
  let text = "";
  for (const stream of [stdout, stderr])
    stream?.setEncoding("utf8").on("data", (more: string) => (text += more));
  return async (line) => {
    for (const since = Date.now(); Date.now() - since < patience;) {
      const found = line.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return found[0];
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${line} was not printed, but:\n${text}`);
  };
}

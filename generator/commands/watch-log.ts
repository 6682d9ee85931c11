/** What `watch` tells, line by line, the same on a terminal and in a pipe: what it watches, what has changed and what came of that. */
import { relative, resolve } from "node:path";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { slashed } from "../paths.js";
import type { WatchOptions } from "../watch/watch.js";
import { printDiagnostics } from "./packages.js";

type WatchLog = Pick<WatchOptions, "watching" | "changed" | "report" | "fail">;

export async function watchLog(format: DiagnosticFormat): Promise<WatchLog> {
  const { default: picocolors } = await import("picocolors");
  const { dim, green, red } = picocolors.createColors(
    process.stdout.isTTY ? picocolors.isColorSupported : false,
  );
  /** The folders of packages that could not be generated. */
  const failed = new Set<string>();
  /** Whether the configuration could not be read, in this run and in the one before. */
  let [isUnreadable, wasUnreadable] = [false, false];
  let isFirst = true;
  return {
    watching(paths) {
      console.log(dim(`${isFirst ? "watching" : "also watching"} ${listed(paths)}`));
      isFirst = false;
    },
    changed(paths) {
      console.log(dim(`changed: ${listed(paths)}`));
      [isUnreadable, wasUnreadable] = [false, isUnreadable];
    },
    report({ output, written, removed, diagnostics }, milliseconds) {
      printDiagnostics(diagnostics, format);
      const isMended = failed.delete(output) || wasUnreadable;
      const what =
        written.length + removed.length === 0
          ? "nothing to write"
          : `${written.length} written, ${removed.length} removed`;
      const parts = [what, ...(isMended ? ["well again"] : []), shown(milliseconds)];
      console.log(`${green(output)}: ${parts.join(" · ")}`);
    },
    fail(diagnostics, output, milliseconds) {
      if (output === undefined) isUnreadable = true;
      else failed.add(output);
      printDiagnostics(diagnostics, format);
      const count = diagnostics.filter((each) => each.severity === "error").length;
      const what = `${count} ${count === 1 ? "error" : "errors"}`;
      const parts = [what, "what was generated stays as it was", shown(milliseconds)];
      console.log(`${red(output ?? "configuration")}: ${parts.join(" · ")}`);
    },
  };
}

/** As many as a line can hold. */
const most = 6;

const listed = (paths: readonly string[]): string => {
  const names = paths.map((each) => slashed(relative("", resolve(each)))).sort();
  const more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
};

const shown = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

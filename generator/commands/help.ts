/** What `--help` tells beside the options. */
import type { Command } from "commander";

/** A command line, and what it does; lines without are told by those around them. */
export type Example = readonly [line: string, what?: string];

/** Adds examples below the options. */
export function withExamples(command: Command, examples: readonly Example[], more = ""): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) =>
    what === undefined ? `  specwright ${line}` : `  specwright ${line.padEnd(width)}  ${what}`,
  );
  const text = ["", "Examples:", ...lines, ...(more === "" ? [] : ["", more])].join("\n");
  return command.addHelpText("after", text);
}

#!/usr/bin/env node
/** The command line: argv → one verb. Exit 0: ok · 1: drift or diagnostics · 2: usage or unreadable input. */
// Before anything else is loaded.
import "./engine.js";
import { Command, CommanderError } from "commander";
import { addCheck } from "./commands/check.js";
import { addDiff } from "./commands/diff.js";
import { addExplain } from "./commands/explain.js";
import { addGenerate } from "./commands/generate.js";
import { addInit } from "./commands/init.js";
import { addValidate } from "./commands/validate.js";
import { addWatch } from "./commands/watch.js";
import { withExamples } from "./commands/help.js";
import { UsageError } from "./load-config.js";
import { version } from "./version.js";

const program = new Command("specwright")
  .description(
    "Generates a TypeScript package (client, validators, fixtures) from an OpenAPI description, and keeps it right when that changes.",
  )
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

withExamples(
  program,
  [
    ["init", "asks, writes specwright.config.ts, and generates"],
    ["generate -i pets.yaml -o packages/pets", "generates without a configuration"],
    ["check", "fails where the package is not up to date, for CI"],
    ["diff --base main", "says what has changed for users of the package"],
    ["generate --help", "says more of a command"],
  ],
  `Exit codes:
  0  all is well
  1  there are errors, or what check or diff was to find
  2  the command line is wrong, or an input cannot be read`,
);

for (const add of [addInit, addGenerate, addWatch, addCheck, addDiff, addValidate, addExplain]) add(program);

/** Whoever reads the output may have enough of it before its end, as `head` does; the work goes on. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

function fail(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof UsageError) {
    console.error(`specwright: ${cause.message}`);
    return 2;
  }
  const { message } = cause instanceof Error ? cause : new Error(String(cause));
  console.error(`specwright: internal error, nothing was written: ${message.slice(0, 2000)}`);
  console.error("  → this is a mistake of specwright's: please report it with the description that shows it");
  return 1;
}

/** With this code Node ends where nothing goes on and something is still waited for: a promise of the configuration, which nobody keeps. */
const unsettled = 13;
process.once("exit", () => {
  if (process.exitCode === unsettled)
    console.error("specwright: the configuration waits for something that never comes");
});

try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = fail(cause);
}

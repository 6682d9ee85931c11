/** `validate`: tells what is wrong with descriptions. */
import type { Command } from "commander";
import type { ValidateReport } from "../generate.js";
import { isPath } from "../load/address.js";
import { type Options, type Verb, eachPackage, packageCommand, withJson } from "./packages.js";

export function addValidate(program: Command): void {
  const verb: Verb = {
    name: "validate",
    summary: "tell what is wrong with the description, and write nothing",
    description: "tell what is wrong with the description, where, and how to mend it; write nothing",
    examples: [
      ["validate -i pets.yaml"],
      ["validate --format sarif", "for code scanning; the description of specwright.config.ts"],
    ],
  };
  const command = packageCommand(program, verb, async (options) => {
    const { validate } = await import("../generate.js");
    return eachPackage(withOutput(options), validate, summarizeValidate, () => 0);
  });
  withJson(command);
}

/** Nothing is written, so an input that names no folder needs none. */
const withOutput = (options: Options): Options =>
  options.input === undefined || options.config !== undefined || isPath(options.input)
    ? options
    : { output: "generated", ...options };

async function summarizeValidate({ input, diagnostics }: ValidateReport): Promise<void> {
  if (process.stdout.isTTY)
    console.log(`${input}: ${diagnostics.length} ${diagnostics.length === 1 ? "warning" : "warnings"}`);
}

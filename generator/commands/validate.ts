/** `validate`: tells what is wrong with descriptions. */
import type { Command } from "commander";
import type { ValidateReport } from "../generate.js";
import { eachPackage, packageCommand } from "./packages.js";

export function addValidate(program: Command): void {
  packageCommand(
    program,
    "validate",
    "tell what is wrong with the description, and write nothing",
    async (options) => {
      const { validate } = await import("../generate.js");
      return eachPackage(options, validate, summarizeValidate, () => 0);
    },
  );
}

async function summarizeValidate({ input, diagnostics }: ValidateReport): Promise<void> {
  if (process.stdout.isTTY) console.log(`${input}: ${diagnostics.length} warnings`);
}

/** `init`: writes a configuration and a script, and generates for the first time. */
import type { Command } from "commander";
import { UsageError, configNames } from "../load-config.js";
import { withExamples } from "./help.js";
import { eachPackage, summarizeGenerate } from "./packages.js";

export function addInit(program: Command): void {
  const command = program
    .command("init")
    .summary("write a configuration and a script, and generate for the first time")
    .description(
      "write specwright.config.ts and a script in package.json, and generate for the first time; what is not given is asked for",
    )
    .option("-i, --input <file>", "the OpenAPI description: a file or a URL")
    .option("-o, --output <folder>", "the folder of the package")
    .option("-n, --name <name>", "the npm name of the package (default: the title of the description)")
    .option("-y, --yes", "ask nothing, and take what is usual")
    .action(async (options: InitOptions) => {
      process.exitCode = await runInit(options);
    });
  withExamples(command, [["init"], ["init --yes -i pets.yaml -o packages/pets -n @acme/pets"]]);
}

interface InitOptions {
  readonly input?: string;
  readonly output?: string;
  readonly name?: string;
  readonly yes?: boolean;
}

async function runInit(options: InitOptions): Promise<number> {
  const init = await import("../init.js");
  const found = init.configInTheWay(configNames);
  if (found !== undefined) throw new UsageError(`there is a configuration already: ${found}`);
  const ask = options.yes === true ? undefined : await questioner();
  const answer = async (question: string, given: string | undefined, usual: string): Promise<string> =>
    given ?? ((await ask?.question(`${question}${usual === "" ? "" : ` (${usual})`}: `)) || usual);
  try {
    const input = await answer(
      "The description, a file or a URL",
      options.input,
      init.usualInputs.find(init.isThere) ?? (await init.onlyDescription()) ?? "",
    );
    if (input === "" || !init.isThere(input))
      throw new UsageError(input === "" ? "give a description with -i" : `there is no ${input}`);
    const output = await answer("The folder of the package", options.output, init.usualOutput(input));
    const name = await answer("The npm name of the package; its title unless it is given", options.name, "");
    // Before anything is written: that would be in the way of the next attempt.
    const mistake = await init.mistakeIn({ input, output, name });
    if (mistake !== undefined) throw new UsageError(mistake);
    const [path = ""] = configNames;
    await init.writeConfig(path, { input, output, name }).catch(unwritable);
    console.log(`wrote ${path}`);
    if (await init.addScript().catch(unwritable))
      console.log(`added the script ${init.scriptName} to package.json`);
  } finally {
    ask?.close();
  }
  const { generate } = await import("../generate.js");
  return eachPackage({ format: "text" }, generate, summarizeGenerate, () => 0);
}

/** The disk can fail; that is no bug of ours. */
function unwritable(cause: unknown): never {
  throw new UsageError(`nothing can be written here: ${(cause as Error).message}`);
}

interface Questioner {
  readonly question: (text: string) => Promise<string>;
  readonly close: () => void;
}

/** Asks line by line, whether a person answers or a pipe does. */
async function questioner(): Promise<Questioner> {
  const { createInterface } = await import("node:readline/promises");
  const { stdin: input, stderr: output } = process;
  const lines = createInterface({ input, output, terminal: input.isTTY === true });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async question(text) {
      lines.setPrompt(text);
      lines.prompt();
      const { done, value } = await answers.next();
      if (done === true) {
        output.write("\n");
        throw new UsageError("not all is answered, and nothing was written: --yes takes what is usual");
      }
      return value.trim();
    },
    close: () => lines.close(),
  };
}

/** `watch`: generates whenever something changes. */
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { configNames, loadConfigs } from "../load-config.js";
import { type Verb, packageCommand } from "./packages.js";
import { watchLog } from "./watch-log.js";

export function addWatch(program: Command): void {
  const verb: Verb = {
    name: "watch",
    summary: "generate, and again whenever something changes that the package is made of",
    description:
      "generate, and again whenever the description, what it refers to, an overlay, a template, a format, a plugin or the configuration changes; errors are told of and end nothing",
    examples: [["watch"], ["watch -i pets.yaml -o packages/pets"]],
  };
  packageCommand(program, verb, async (options) => {
    const { watch } = await import("../watch/watch.js");
    const ending = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
    const configFile =
      options.config ??
      (options.input === undefined ? configNames.find((each) => existsSync(each)) : undefined);
    // By its name from now on: where it is gone for a while, that is a diagnostic.
    const flags = configFile === undefined ? options : { ...options, config: configFile };
    await watch({
      ...(await watchLog(options.format)),
      configs: () => loadConfigs(flags),
      configFile,
      signal: ending.signal,
    });
    return 0;
  });
}

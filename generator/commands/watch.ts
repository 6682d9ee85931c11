/** `watch`: generates whenever something changes. */
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { configNames, loadConfigs } from "../load-config.js";
import { packageCommand, printDiagnostics } from "./packages.js";

export function addWatch(program: Command): void {
  packageCommand(
    program,
    "watch",
    "generate again whenever the description, an overlay or the configuration changes",
    async (options) => {
      const { watch } = await import("../watch.js");
      const ending = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
      await watch({
        configs: () => loadConfigs(options),
        configFile:
          options.config ??
          (options.input === undefined ? configNames.find((each) => existsSync(each)) : undefined),
        report: (report) => {
          printDiagnostics(report.diagnostics, options.format);
          console.log(`${report.output}: ${report.written.length} written, ${report.removed.length} removed`);
        },
        fail: (diagnostics) => printDiagnostics(diagnostics, options.format),
        signal: ending.signal,
      });
      return 0;
    },
  );
}

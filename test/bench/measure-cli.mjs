/** Runs node, and the command line, in a process of its own and reads what it cost. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Loaded into the process before the module: at its end it tells file descriptor 3 what it has used. */
const probe = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
`)}`;

/**
 * What one run cost.
 * @typedef {object} Cost
 * @property {number} wall seconds
 * @property {number} cpu seconds, user and system, of all threads
 * @property {number} memory the largest resident set, in MB
 */

/** @typedef {{ cost: Cost, status: number | null, stdout: string, stderr: string }} Run */

/**
 * Runs `specwright` with arguments in a folder.
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Run}
 */
export const runCli = (args, cwd) => runNode([cli, ...args], cwd);

/**
 * Runs a module with arguments in a folder.
 * @param {readonly string[]} args the module comes first
 * @param {string} [cwd]
 * @returns {Run}
 */
export function runNode(args, cwd) {
  const start = performance.now();
  const { status, output, error } = spawnSync(process.execPath, ["--import", probe, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const wall = (performance.now() - start) / 1000;
  if (error) throw error;
  const [, stdout = "", stderr = "", usage] = output;
  if (!usage) throw new Error(`node ${args.join(" ")} died with status ${status}: ${stderr}`);
  /** @type {NodeJS.ResourceUsage} */
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage);
  const cost = { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
  return { cost, status, stdout: stdout ?? "", stderr: stderr ?? "" };
}

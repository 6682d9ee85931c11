/** Runs the command line in a process of its own, as a shell does. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Run {
  /** Absent when a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const cli: string = join(import.meta.dirname, "../../dist/cli.js");

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as; only the super-user can choose. */
  readonly uid?: number;
}

export function run(
  command: string,
  argv: readonly string[],
  { env, ...where }: Circumstances = {},
): Promise<Run> {
  const child = spawn(command, argv, { ...where, env: { ...process.env, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export const specwright = (argv: readonly string[], circumstances?: Circumstances): Promise<Run> =>
  run(process.execPath, [cli, ...argv], circumstances);

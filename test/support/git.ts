/** git in the folder of a test; commits have an author, whom a machine need not have. */
import { execFileSync } from "node:child_process";

export function git(folder: string, ...argv: readonly string[]): void {
  const author = ["-c", "user.name=T", "-c", "user.email=t@example.com"];
  execFileSync("git", [...author, ...argv], { cwd: folder, stdio: "ignore" });
}

/** Commits all that is in the folder, which becomes a repository where it is none. */
export function commitAll(folder: string): void {
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", "a change");
}

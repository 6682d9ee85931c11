/** The rule for files, which stand in bodies of parts. */
import { type Key, fail } from "./checks.js";
import type { Issue } from "./issue.js";

export function file(issues: Issue[], key: Key, value: unknown): value is Blob {
  return value instanceof Blob || fail(issues, key, value, "type", "file");
}

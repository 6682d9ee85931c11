/** What tells whether a text or a file is still the same. */
import { createHash } from "node:crypto";

/** SHA-256 of one part after the other, in hexadecimal digits. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const each of parts) hash.update(each);
  return hash.digest("hex");
}

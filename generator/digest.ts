/** What tells whether a text or a file is still the same. */
import { createHash } from "node:crypto";

/** SHA-256, in hexadecimal digits. */
export function digest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether files hold what we wrote: git may have given their lines Windows' endings (`core.autocrlf`), which is no change. */
import { digest } from "../digest.js";
import { withUnixLines } from "../text.js";

/** Whether two texts differ in the ends of their lines at most. */
export const isSameText = (a: string, b: string): boolean => a === b || withUnixLines(a) === withUnixLines(b);

/** Whether a text has a digest, as it is or with the ends of lines that we write. */
export const hasDigest = (text: string, hash: string): boolean =>
  digest(text) === hash || (text.includes("\r") && digest(withUnixLines(text)) === hash);

/** What texts hold that a reader does not see: characters that deceive in code, in messages and in file names, and ends of lines. */

/** Controls, format characters (bidi controls among them), line separators, private use, halves of surrogate pairs. */
export const invisible: RegExp = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** The text with each invisible character as its JavaScript escape. */
export function escapeInvisible(text: string): string {
  return text.replace(invisible, (each) =>
    Array.from(
      { length: each.length },
      (_, i) => `\\u${each.charCodeAt(i).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

/** The text with LF alone at the ends of its lines, as YAML 1.2 (section 5.4) reads them, and as specwright writes them. */
export const withUnixLines = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;

/** A text as a file of any system has it: without the byte order mark, its lines ended by LF. */
export const plainLines = (written: string): string =>
  withUnixLines(written.charCodeAt(0) === 0xfeff ? written.slice(1) : written);

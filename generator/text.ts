/** Characters that a reader does not see, or that are none: they deceive in code, in messages and in file names. */

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

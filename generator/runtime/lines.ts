/** Answers that are read piece by piece. */
import { brokenOff } from "./decode.js";

/** The lines of an answer: LF, CR and CRLF end one (HTML Standard, section 9.2.5). */
export const linesOf = (response: Response): AsyncGenerator<string, void, undefined> =>
  piecesOf(response, /\r\n|\n|\r/);

/**
 * An answer in UTF-8, without a byte order mark, split at a separator, each piece as soon as its end is there: no more is
 * read than is asked for, and whoever stops asking closes the connection.
 */
export async function* piecesOf(
  response: Response,
  separator: string | RegExp,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  const endsAtCr = "\r".split(separator).length > 1;
  let afterCr = false;
  let begun: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      // Both halves of a CRLF end the same line.
      const [head = "", ...more] = (afterCr ? text.replace(/^\n/, "") : text).split(separator);
      if (text !== "") afterCr = endsAtCr && text.endsWith("\r");
      begun.push(head);
      for (const each of more) {
        yield begun.join("");
        begun = [each];
      }
      if (done) return yield* begun.some(Boolean) ? [begun.join("")] : [];
    }
  } catch (cause) {
    throw brokenOff(response, begun.join(""), cause);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Answers that are read line by line. */
import { brokenOff } from "./decode.js";

/**
 * The lines of an answer in UTF-8, without a byte order mark, each as soon as it is there: no more is read than is asked
 * for, and whoever stops asking closes the connection. LF, CR and CRLF end a line (HTML Standard, section 9.2.5).
 */
export async function* linesOf(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  let rest = "";
  let afterCr = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      // Both halves of a CRLF end the same line.
      rest += afterCr ? text.replace(/^\n/, "") : text;
      if (text !== "") afterCr = text.endsWith("\r");
      const lines = rest.split(/\r\n|\n|\r/);
      rest = lines.pop() ?? "";
      yield* lines;
      if (done) return yield* rest === "" ? [] : [rest];
    }
  } catch (cause) {
    throw brokenOff(response, rest, cause);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

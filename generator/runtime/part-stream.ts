/** The parts of a body that is still coming (RFC 2046, section 5.1). */
import { type Part, characters, delimiterOf, partIn } from "./parts.js";

/**
 * Each part as soon as what separates it from the next is there; whoever stops asking closes the connection. Throws a
 * `SyntaxError` as `partsOf` does. A body without a byte has no parts.
 */
export async function* partStream(
  type: string,
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Part, void, undefined> {
  const source = `\r\n${delimiterOf(type)}`;
  const delimiter = new RegExp(`${source}(?=\r\n)`, "g");
  const begunDelimiter = new RegExp(`${source}\r?$`);
  const reader = body.getReader();
  // Nothing needs to stand before the first delimiter.
  let held: Uint8Array<ArrayBuffer> = lineBreak;
  let begun: Uint8Array<ArrayBuffer>[] = [];
  let [isEmpty, isInside] = [true, false];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done && isEmpty) return;
      isEmpty &&= value?.length === 0;
      // The end of the body ends its last line.
      held = joined([held, done ? lineBreak : value]);
      const text = characters(held);
      let start = 0;
      for (const { 0: line, 1: close, index } of text.matchAll(delimiter)) {
        if (isInside) yield partIn(joined([...begun, held.subarray(start, index)]));
        if (close !== undefined) return;
        [isInside, begun, start] = [true, [], index + line.length];
      }
      if (done) throw new SyntaxError(isInside ? "the last part has no end" : "there is no part");
      const rest = text.slice(start);
      const end = start + (begunDelimiter.exec(rest)?.index ?? lineStart(rest, source.length));
      if (isInside) begun.push(held.slice(start, end));
      held = held.slice(end);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const lineBreak = new Uint8Array([13, 10]);

/** Where a delimiter can begin of which not all is there yet: it is no longer than `longest`. */
function lineStart(text: string, longest: number): number {
  const from = Math.max(0, text.length - longest);
  const at = text.indexOf("\r", from);
  return at === -1 ? text.length : at;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of pieces) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}

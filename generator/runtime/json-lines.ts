/** Bodies that are a series of JSON texts, one a line (https://jsonlines.org) or one a record (RFC 7464). */
import type { RequestBody } from "./body.js";
import { ResponseError } from "./errors.js";
import { linesOf } from "./lines.js";

/** What a series can be given as. */
export type Series<T> = Iterable<T> | AsyncIterable<T>;

/** The series, one item written whenever the connection takes more. An array is sent as a whole. */
export function jsonLines(
  body: Series<unknown> | undefined,
  type: string = "application/jsonl",
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const mark = /\bjson-seq\b/i.test(type) ? "\x1e" : "";
  const line = (item: unknown): string => `${mark}${JSON.stringify(item)}\n`;
  return { type, data: Array.isArray(body) ? body.map(line).join("") : streamOf(body, line) };
}

/** A stream of texts, made of items as they are asked for. */
export function streamOf(
  body: Series<unknown>,
  write: (item: unknown) => string,
): ReadableStream<Uint8Array> {
  const items =
    Symbol.asyncIterator in body
      ? body[Symbol.asyncIterator]()
      : (body[Symbol.iterator]() as Iterator<unknown>);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await items.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(write(value)));
    },
    async cancel() {
      await items.return?.();
    },
  });
}

/** The items of an answer, each as soon as its line is there. Breaking off the iteration closes the connection. */
export async function jsonItems(response: Response): Promise<AsyncIterable<unknown>> {
  return itemsOf(response);
}

async function* itemsOf(response: Response): AsyncGenerator<unknown, void, undefined> {
  for await (const line of linesOf(response)) {
    const text = withoutMark(line);
    if (text.trim() !== "") yield parsed(response, text);
  }
}

/** RFC 7464 begins each text with a record separator. */
export const withoutMark = (line: string): string => (line.startsWith("\x1e") ? line.slice(1) : line);

/** JSON that stands in a stream. */
export function parsed(response: Response, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ResponseError("an item is not valid JSON", response, text, cause);
  }
}

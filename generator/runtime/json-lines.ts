/** Bodies that are a series of JSON texts, one a line (https://jsonlines.org) or one a record (RFC 7464). */
import { type RequestBody, requestBody } from "./body.js";
import { ResponseError } from "./errors.js";
import { piecesOf } from "./lines.js";

/** What a series can be given as. */
export type Series<T> = Iterable<T> | AsyncIterable<T>;

/**
 * The series, one item written whenever the connection takes more. An array is sent as a whole. `write` makes the JSON of
 * an item.
 */
export function jsonLines<T>(
  body: Series<T> | undefined,
  type: string = "application/jsonl",
  write: (item: T) => string | undefined = JSON.stringify,
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const mark = /\bjson-seq\b/i.test(type) ? "\x1e" : "";
  const line = (item: T): string => `${mark}${write(item)}\n`;
  return requestBody(type, Array.isArray(body) ? body.map(line).join("") : streamOf(body, line));
}

/** A stream of texts, made of items as they are asked for. */
export function streamOf<T>(body: Series<T>, write: (item: T) => string): ReadableStream<Uint8Array> {
  const items =
    Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : (body[Symbol.iterator]() as Iterator<T>);
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
  return itemsOf(response, JSON.parse);
}

/** The items of an answer, as `parse` makes them of JSON. */
export async function* itemsOf(
  response: Response,
  parse: (text: string) => unknown,
): AsyncGenerator<unknown, void, undefined> {
  for await (const text of piecesOf(response, separatorIn(response.headers)))
    if (text.trim() !== "") yield parsed(response, text, parse);
}

/** A line ends a text, unless each begins with a record separator (RFC 7464, section 2): then it can hold several. */
export const separatorIn = (headers: Headers): string =>
  /\bjson-seq\b/i.test(headers.get("content-type") ?? "") ? "\x1e" : "\n";

/** JSON that stands in a stream. */
export function parsed(
  response: Response,
  text: string,
  parse: (text: string) => unknown = JSON.parse,
): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new ResponseError("an item is not valid JSON", response, text, cause);
  }
}

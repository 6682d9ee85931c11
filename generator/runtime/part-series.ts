/** Bodies of several parts that come one by one (OpenAPI 3.2, section 4.14.2): each an item of a series. */
import { type RequestBody, requestBody } from "./body.js";
import type { Series } from "./json-lines.js";
import { type PartPlaces, partAt, partList } from "./part-list.js";
import { unique } from "./platform.js";
import type { PartContent } from "./written-parts.js";

/** How the items of a series become parts. */
export interface SeriesPlaces extends PartPlaces {
  /** Makes what stands in a part of an item; absent where that is the same. */
  readonly convert?: (item: never) => unknown;
}

/** The series, one part written whenever the connection takes more. An array is sent as a whole. */
export function partSeries<T>(
  body: Series<T> | undefined,
  type: string,
  { convert = same, ...places }: SeriesPlaces = {},
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const wireOf = convert as (item: T) => unknown;
  if (Array.isArray(body)) return partList(body.map(wireOf), type, places);
  const boundary = `part-${unique()}`;
  const part = (item: T, i: number): PartContent => partAt(wireOf(item), i, places);
  return requestBody(`${type}; boundary=${boundary}`, streamOf(written(body, boundary, part)));
}

const same = (item: unknown): unknown => item;

/** The bytes of each part, and of the line that ends the last. */
async function* written<T>(
  items: Series<T>,
  boundary: string,
  part: (item: T, i: number) => PartContent,
): AsyncGenerator<Uint8Array, void, undefined> {
  let i = 0;
  for await (const item of items) {
    const content = new Blob([`--${boundary}\r\n`, ...part(item, i), "\r\n"]);
    yield new Uint8Array(await content.arrayBuffer());
    i += 1;
  }
  yield new TextEncoder().encode(`--${boundary}--\r\n`);
}

/** A stream of what is asked for piece by piece; whoever gives it up ends the series as well. */
function streamOf(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return()),
  });
}

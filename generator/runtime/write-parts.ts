/** Writes the bodies of answers that are of several parts. */
import { multipartOf } from "./multipart.js";
import { partList } from "./part-list.js";
import type { RequestBody } from "./body.js";
import type { RouteAnswer } from "./route.js";

type Write = NonNullable<RouteAnswer<unknown>["write"]>;

/** An object of parts by name; `options` holds media types and headers of parts. */
export function writeNamedParts(options?: Parameters<typeof multipartOf>[2]): Write {
  return (body, { type, convert = same, stringify }) =>
    blobOf(multipartOf(type, convert(body) as object, options, stringify));
}

/** An array of parts. */
export const writeListedParts: Write = (body, { type, convert = same, stringify }) =>
  blobOf(partList(convert(body) as readonly unknown[], type, stringify));

const same = (value: unknown): unknown => value;

/** A Blob whose type has the boundary. */
function blobOf(body: RequestBody | undefined): Blob | null {
  return body === undefined ? null : new Blob([body.body as Blob], { type: body.type });
}

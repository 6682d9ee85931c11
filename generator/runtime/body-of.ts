/** Bodies for which there are several media types to choose from. */
import type { RequestBody } from "./body.js";
import { covers } from "./media-type.js";

/** Writes a body as one media type, or as one of a range. */
type Write = (body: never, type: string | undefined) => RequestBody | undefined;

/**
 * The body, written as the media type that the caller chose, or else as the first one. `writers` holds how, by media type
 * or range (RFC 9110, section 12.5.1).
 */
export function bodyOf(
  body: unknown,
  contentType: string | undefined,
  writers: Readonly<Record<string, Write>>,
): RequestBody | undefined {
  const [usual = "", ...others] = Object.keys(writers);
  const type = contentType ?? usual;
  const write = writers[type] ?? writers[[usual, ...others].find((each) => covers(each, type)) ?? ""];
  if (write === undefined) throw new TypeError(`the body cannot be sent as ${contentType}`);
  return write(body as never, contentType);
}

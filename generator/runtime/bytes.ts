/** Bodies that are bytes. */
import { type RequestBody, requestBody } from "./body.js";

/** What bytes can be given as. A stream is sent as it comes: it can be sent once, and is never held as a whole. */
export type Bytes = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/** Bytes that go out as they are. Where no media type is given, a Blob has its own. */
export function bytes(
  body: Bytes | undefined,
  type: string = (body instanceof Blob && body.type) || "application/octet-stream",
): RequestBody | undefined {
  return body === undefined ? undefined : requestBody(type, body);
}

/** Bodies of requests, as they go out. */

/** A body, written, and its media type. */
export interface RequestBody {
  readonly type: string;
  readonly data: string | Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** JSON, or a media type that is written like it. */
export function jsonBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: JSON.stringify(body) };
}

/** Text that goes out as it is, in UTF-8; numbers and the like as JSON has them. */
export function textBody(
  body: string | number | bigint | boolean | null | undefined,
  type: string = "text/plain",
): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: String(body ?? "") };
}

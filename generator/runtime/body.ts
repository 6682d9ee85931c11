/** Bodies of requests, as they go out. */

/** A body, written, and its media type. */
export interface RequestBody {
  readonly type: string;
  readonly data: string | Blob;
}

/** JSON, or a media type that is written like it. */
export function jsonBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: JSON.stringify(body) };
}

/** Text or bytes that go out as they are. */
export function rawBody(body: string | Blob | undefined, type: string): RequestBody | undefined {
  return body === undefined ? undefined : { type, data: body };
}

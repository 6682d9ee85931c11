/** Bodies of requests, as they go out. */

/** What a body adds to a request, and its media type. */
export interface RequestBody {
  readonly type: string;
  readonly body: string | Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** What `fetch` asks for where the body is a stream (Fetch Standard, section 5.4). */
  readonly duplex: "half";
  /** `fetch` must not follow redirects: it would take the body to other origins. */
  readonly redirect: "manual";
}

export const requestBody = (type: string, body: RequestBody["body"]): RequestBody => ({
  type,
  body,
  duplex: "half",
  redirect: "manual",
});

/** JSON, or a media type that is written like it. */
export function jsonBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  return body === undefined ? undefined : requestBody(type, JSON.stringify(body));
}

/** Text that goes out as it is, in UTF-8; numbers and the like as JSON has them. */
export function textBody(
  body: string | number | bigint | boolean | null | undefined,
  type: string = "text/plain",
): RequestBody | undefined {
  return body === undefined ? undefined : requestBody(type, String(body ?? ""));
}

/** What stands between a call and `fetch`. */

/** A request on its way. Credentials are added after all middleware, so that none of it sees them. */
export interface OutgoingRequest {
  readonly method: string;
  /** The path of the operation, its parameters in braces: what requests can be grouped by. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: NonNullable<RequestInit["body"]> | null;
  /** What `fetch` asks for where the body is a stream (Fetch Standard, section 5.4). */
  readonly duplex?: "half";
  readonly signal: AbortSignal | null;
  /** Which attempt this is, counted from 1, where something repeats requests. */
  readonly attempt?: number;
  /** `manual` where `fetch` must not follow redirects: it would take a body to other origins. */
  readonly redirect?: "manual";
}

export type Send = (request: OutgoingRequest) => Promise<Response>;

/**
 * Sees each request before it is sent, and its answer or error after it: `next` sends the request, or one made of it,
 * and may be called again.
 */
export type Middleware = (request: OutgoingRequest, next: Send) => Promise<Response>;

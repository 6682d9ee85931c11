/** Bearer tokens that end and are renewed. */
import { type Authorize, bearer } from "./auth.js";
import { isRepeatable } from "./repeatable.js";

/** What a token is asked for with. */
export interface TokenRequest {
  /** The token that the server refused with status 401: another one is wanted. */
  readonly refused?: string;
  /** Where the API is. */
  readonly baseUrl: string;
  /** What the client sends requests with. */
  readonly fetch: typeof fetch;
}

/** Gives a token before each request. */
export type TokenSource = (request: TokenRequest) => string | undefined | Promise<string | undefined>;

/** A token, or what gives one. */
export type Token = string | TokenSource;

/** What a client is told of where it sends requests to. */
export interface Connection {
  readonly baseUrl: string;
  readonly fetch?: typeof fetch | undefined;
}

/**
 * A bearer token (RFC 6750). When the server refuses one that was asked for, it is asked for another one; the request
 * is sent once more with that, if its body still can be.
 */
export function token(token: Token | undefined, client: Connection): Authorize | undefined {
  if (token === undefined) return undefined;
  const source = typeof token === "function" ? token : () => token;
  return async (request, next) => {
    if (request.headers.has("authorization")) return next(request);
    const { baseUrl, fetch = globalThis.fetch } = client;
    const ask = (more: Pick<TokenRequest, "refused">): Promise<string | undefined> =>
      untilAborted(Promise.resolve(source({ ...more, baseUrl, fetch })), request.signal);
    const sendWith = (value: string | undefined): Promise<Response> =>
      bearer(value)?.(request, next) ?? next(request);
    const first = await ask({});
    const response = await sendWith(first);
    if (response.status !== 401 || first === undefined || source !== token) return response;
    const second = await ask({ refused: first });
    if (second === undefined || second === first || !isRepeatable(request)) return response;
    await response.body?.cancel();
    return sendWith(second);
  };
}

/** A promise that others may wait for as well: giving up waits no longer, and stops nobody else. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | null): Promise<T> {
  if (signal === null) return promise;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

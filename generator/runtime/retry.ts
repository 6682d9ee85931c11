/** Sends a request again when it failed for a reason that may pass. */
import type { Middleware, OutgoingRequest, Send } from "./middleware.js";
import * as platform from "./platform.js";
import { isRepeatable } from "./repeatable.js";

/** When and how often a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included; 3 unless it is given. */
  readonly attempts?: number;
  /** Milliseconds: the first pause is chance up to this, each further one up to twice as much; 500 unless it is given. */
  readonly base?: number;
  /** Milliseconds: no pause is longer, 60,000 unless it is given. An answer that asks for a longer one is handed on. */
  readonly cap?: number;
  /** Milliseconds after which an attempt is given up unless its answer has begun; the `timeout` of a call is for all. */
  readonly attemptTimeout?: number;
  /** Methods that may be repeated besides the idempotent ones, in capitals. */
  readonly methods?: readonly string[];
  /** The header that carries a key, one a call, by which the server knows a repetition: `Idempotency-Key`. */
  readonly idempotencyKey?: string;
}

/** Where time and chance come from. */
export type RetryPlatform = Pick<typeof platform, "now" | "random" | "unique" | "wait">;

/** RFC 9110, section 9.2.2, and QUERY as it is registered beside them. */
const idempotent: readonly string[] = ["GET", "HEAD", "OPTIONS", "QUERY", "TRACE", "PUT", "DELETE"];

/** Answers that another attempt may not get. */
const passing: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Answers that say the request was not processed, and with `Retry-After` when it would be. */
const postponing: readonly number[] = [429, 503];

/**
 * Repeats requests that found no answer, or one that may pass (408, 429, 500, 502, 503, 504), where repeating does no
 * harm: those of idempotent methods, of `methods`, and with an idempotency key; and all others after a 429 or 503 with
 * `Retry-After`. A body that can be read only once is sent once.
 */
export function retry(
  options: RetryOptions = {},
  { now, random, unique, wait }: RetryPlatform = platform,
): Middleware {
  const { attempts = 3, base = 500, cap = 60_000, methods = [] } = options;

  /** Milliseconds to wait before the next attempt; undefined where there is none. */
  function pauseAfter(outcome: Outcome, attempt: number, mayRepeat: boolean): number | undefined {
    const asked = outcome.answer && retryAfter(outcome.answer, now);
    const isPostponed = asked !== undefined && postponing.includes(outcome.answer?.status ?? 0);
    if (!isPostponed && !(mayRepeat && mayPass(outcome))) return undefined;
    if (asked === undefined) return random() * Math.min(cap, base * 2 ** (attempt - 1));
    return asked > cap ? undefined : asked;
  }

  return async (given, next) => {
    const isIdempotent = idempotent.includes(given.method);
    const request = isIdempotent ? given : withKey(given, options.idempotencyKey, unique);
    const mayRepeat =
      isIdempotent ||
      methods.includes(request.method) ||
      request.headers.has(options.idempotencyKey ?? "idempotency-key");
    const last = isRepeatable(request) ? attempts : 1;
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(request, attempt, next, options.attemptTimeout);
      const pause =
        attempt < last && !request.signal?.aborted ? pauseAfter(outcome, attempt, mayRepeat) : undefined;
      if (pause === undefined) {
        if (outcome.answer === undefined) throw outcome.error;
        return outcome.answer;
      }
      await outcome.answer?.body?.cancel().catch(() => undefined);
      await wait(pause, request.signal);
    }
  };
}

/** The answer to an attempt, or what it failed with. */
type Outcome =
  | { readonly answer: Response; readonly error?: never }
  | { readonly answer?: undefined; readonly error: unknown };

async function send(
  request: OutgoingRequest,
  attempt: number,
  next: Send,
  timeout: number | undefined,
): Promise<Outcome> {
  // Each attempt has its own headers and URL, so that what is done to one does not show in the next.
  const own = { ...request, headers: new Headers(request.headers), url: new URL(request.url), attempt };
  try {
    const answer =
      timeout === undefined
        ? await next(own)
        : await platform.within(timeout, request.signal, (signal) => next({ ...own, signal }));
    return { answer };
  } catch (error) {
    return { error };
  }
}

/** The request with a key, one for all attempts, unless the caller gave one. */
function withKey(request: OutgoingRequest, name: string | undefined, unique: () => string): OutgoingRequest {
  if (name === undefined || request.headers.has(name)) return request;
  const headers = new Headers(request.headers);
  headers.set(name, unique());
  return { ...request, headers };
}

/** Whether the next attempt may find something else. Of errors: no connection, or none in the attempt's time. */
function mayPass({ answer, error }: Outcome): boolean {
  if (answer !== undefined) return passing.includes(answer.status);
  // An error can tell of the connection to another server, such as that for tokens.
  return isOfConnection(error) || (error instanceof Error && isOfConnection(error.cause));
}

/** The Fetch Standard asks for a TypeError; some platforms have errors of their own, with a code in words. */
function isOfConnection(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && (error.name === "TimeoutError" || typeof member(error, "code") === "string"))
  );
}

const member = (error: object, name: string): unknown => (error as Readonly<Record<string, unknown>>)[name];

/** `Retry-After` in milliseconds (RFC 9110, section 10.2.3): seconds, or a date by the server's own clock. */
function retryAfter({ headers }: Response, now: () => number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // No date is a mere number; some platforms would read one nonetheless.
  const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(date)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return Math.max(0, date - (Number.isNaN(sent) ? now() : sent));
}

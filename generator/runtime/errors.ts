/** What a call can throw. */
import type { ApiCall } from "./call.js";
import type { Failure } from "./result.js";

/** The server answered with an error status. `status` narrows `body` when `isApiError` knows the operation. */
export class ApiError<S extends number = number, B = unknown> extends Error {
  readonly status: S;
  readonly headers: Headers;
  readonly body: B;
  /** The function that was called. */
  readonly operation: unknown;

  constructor(
    request: string,
    operation: unknown,
    answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
  ) {
    const message = (answer.body as { readonly message?: unknown } | undefined)?.message;
    super(`${request} answered ${answer.status}${typeof message === "string" ? `: ${message}` : ""}`);
    this.name = "ApiError";
    this.operation = operation;
    this.status = answer.status as S;
    this.headers = answer.headers;
    this.body = answer.body as B;
  }
}

/** The answer cannot be read: it is not of the documented media type, or it is damaged. */
export class ResponseError extends Error {
  readonly status: number;
  readonly headers: Headers;
  /** The first 200 characters of what came. */
  readonly excerpt: string;

  constructor(problem: string, response: Response, body: string, cause?: unknown) {
    const excerpt = body.slice(0, 200);
    super(`${problem} (status ${response.status}): ${excerpt}`, { cause });
    this.name = "ResponseError";
    this.status = response.status;
    this.headers = response.headers;
    this.excerpt = excerpt;
  }
}

/**
 * Whether something thrown is the error answer of an operation; its documented statuses then narrow its body.
 * `operation` is the function itself, also where its facade method was called.
 */
export function isApiError<R>(
  error: unknown,
  operation: (...args: never[]) => ApiCall<R>,
): error is ApiErrorOf<Failure<R>> {
  return error instanceof ApiError && error.operation === operation;
}

type ApiErrorOf<F> = F extends { readonly status: infer S extends number; readonly body: infer B }
  ? ApiError<S, B>
  : never;

/** What a call can throw. */

/** The server answered with an error status. `isApiError` narrows `status` and `body` to those of an operation. */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
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
    this.status = answer.status;
    this.headers = answer.headers;
    this.body = answer.body;
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

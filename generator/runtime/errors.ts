/** What a call can throw. */

/**
 * The server answered with an error status. `isApiError` narrows `status` and `body` to those of an operation. Where the
 * body is not what is documented, it is text, and `cause` is the `ResponseError` that says what is wrong with it.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The documented headers, where the operation has any. */
  readonly headerValues?: object;
  /** The function that was called. */
  readonly operation: unknown;

  constructor(
    request: string,
    operation: unknown,
    answer: {
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
      readonly unread?: ResponseError;
      readonly headerValues?: object;
    },
  ) {
    super([`${request} answered ${answer.status}`, ...reasons(answer.body)].join(": "), {
      cause: answer.unread,
    });
    this.name = "ApiError";
    this.operation = operation;
    this.status = answer.status;
    this.headers = answer.headers;
    this.body = answer.body;
    if (answer.headerValues) this.headerValues = answer.headerValues;
  }
}

/** What problem details (RFC 9457, section 3.1) and the errors of many other APIs say to people. */
function reasons(body: unknown): readonly unknown[] {
  const { title, detail, message } = Object(body) as Readonly<Record<string, unknown>>;
  return [title, detail, message].filter((each) => typeof each === "string");
}

/** The answer cannot be read: it is not of the documented media type, or it is damaged. */
export class ResponseError extends Error {
  readonly status: number;
  readonly headers: Headers;
  /** The first 200 characters of what came. */
  readonly excerpt: string;
  /** All that came, as text. */
  readonly body: string;

  constructor(problem: string, response: Response, body: string, cause?: unknown) {
    const excerpt = body.slice(0, 200);
    super(`${problem} (status ${response.status}): ${excerpt}`, { cause });
    this.name = "ResponseError";
    this.status = response.status;
    this.headers = response.headers;
    this.excerpt = excerpt;
    this.body = body;
  }
}

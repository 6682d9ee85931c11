/** What a call can throw. */

/**
 * The server answered with an error status. `isApiError` narrows `status` and `body` to those of an operation. Where the
 * body is not what is documented, it is text, and `cause` is the `ResponseError` that says what is wrong with it.
 */
export class ApiError extends Error {
  declare readonly status: number;
  declare readonly headers: Headers;
  declare readonly body: unknown;
  /** The documented headers, where the operation has any. */
  declare readonly headerValues?: object;
  /** The function that was called. */
  declare readonly operation: unknown;

  constructor(
    request: string,
    operation: unknown,
    {
      unread,
      ...answer
    }: {
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
      readonly unread?: ResponseError | undefined;
      readonly headerValues?: object;
    },
  ) {
    // What problem details (RFC 9457, section 3.1) and the errors of many other APIs say to people.
    const { title, detail, message } = Object(answer.body) as Readonly<Record<string, unknown>>;
    const said = answer.status < 300 ? ["undocumented"] : [message, detail, title];
    const text = said.find((each) => typeof each === "string");
    super(`${request} answered ${answer.status}${text ? `: ${text}` : ""}`, unread && { cause: unread });
    Object.assign(this, { name: "ApiError", operation, ...answer });
  }
}

/** The answer cannot be read: it is not of the documented media type, or it is damaged. */
export class ResponseError extends Error {
  declare readonly status: number;
  declare readonly headers: Headers;
  /** All that came, as text. It may be personal, so the message does not show it. */
  declare readonly body: string;

  constructor(problem: string, { status, headers }: Response, body: string, cause?: unknown) {
    super(`${problem} (status ${status})`, { cause });
    Object.assign(this, { name: "ResponseError", status, headers, body });
  }
}

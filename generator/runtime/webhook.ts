/** What the API asks of its users' servers, and how they read it. */
import type { Wire } from "./converter.js";
import { Issue } from "./issue.js";
import { readBody } from "./read-body.js";
import type { RouteBody } from "./route.js";
import { ValidationError, type Validator } from "./validator.js";

/** How requests of a webhook or callback are read as `Q`, and the validators of its answers `R` by status. */
export interface Receiver<R, Q> {
  /** The HTTP method, in capitals. */
  readonly method: string;
  readonly answers: AnswerValidators<R>;
  /**
   * The payload of a request, whose body it reads; where the description has parameters (headers, query, cookies), these by
   * name and the payload as `body`. Rejects with a `ValidationError` that lists everything that is wrong. Who sent the request is
   * not looked at.
   */
  receive(request: Request): Promise<Q>;
}

/** A webhook or callback: the validator of its payload `T`, and how requests of it are read. */
export interface Webhook<T, R, Q = T> extends Validator<T, T | Wire<T>>, Receiver<R, Q> {}

/** Validators by status, for the documented answers that have a body. */
export type AnswerValidators<R> = {
  readonly [S in keyof R as R[S] extends undefined | Blob | AsyncIterable<unknown> ? never : S]: Validator<
    R[S],
    R[S] | Wire<R[S]>
  >;
};

export function webhook<T, R>(
  method: string,
  validator: Validator<T, T | Wire<T>>,
  body: RouteBody,
  answers: AnswerValidators<R>,
): Webhook<T, R> {
  return {
    ...validator,
    method,
    answers,
    async receive(request) {
      const { value, issues } = await readBody(body, request);
      const found = value === undefined ? [new Issue(value, "required", undefined)] : issues;
      if (found.length > 0) throw new ValidationError(found);
      return value as T;
    },
  };
}

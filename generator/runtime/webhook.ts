/** What the API asks of its users' servers, and how they read it. */
import type { Wire } from "./converter.js";
import { Issue } from "./issue.js";
import { readBody } from "./read-body.js";
import type { RouteBody } from "./route.js";
import { ValidationError, type Validator } from "./validator.js";

/** A webhook or callback: the validator of its payload `T`, and of its answers `R` by status. */
export interface Webhook<T, R> extends Validator<T, T | Wire<T>> {
  /** The HTTP method, in capitals. */
  readonly method: string;
  readonly answers: AnswerValidators<R>;
  /**
   * The payload of a request, whose body it reads. Rejects with a `ValidationError` that lists everything that is wrong
   * with it. Who sent the request is not looked at.
   */
  receive(request: Request): Promise<T>;
}

/** Validators by status, for the documented answers that have a body. */
type AnswerValidators<R> = {
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

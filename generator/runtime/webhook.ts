/** What the API asks of its users' servers, and how they read it. */
import { Issue } from "./issue.js";
import { readBody } from "./read-body.js";
import type { RouteBody } from "./route.js";
import { type ResponseValidators, ValidationError, type Validator } from "./validator.js";

/** A webhook or callback: the validator of its payload `T`, and of its answers `R` by status. */
export interface Webhook<T, R> extends Validator<T> {
  /** The HTTP method, in capitals. */
  readonly method: string;
  readonly answers: ResponseValidators<R>;
  /**
   * The payload of a request, whose body it reads. Rejects with a `ValidationError` that lists everything that is wrong
   * with it. Who sent the request is not looked at.
   */
  receive(request: Request): Promise<T>;
}

export function webhook<T, R>(
  method: string,
  validator: Validator<T>,
  body: RouteBody,
  answers: ResponseValidators<R>,
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

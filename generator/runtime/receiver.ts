/** Webhooks and callbacks whose sender puts parameters on the call. */
import type { Wire } from "./converter.js";
import { readParts } from "./read-request.js";
import type { Received } from "./received.js";
import type { OperationChecks } from "./route.js";
import { ValidationError, type Validator } from "./validator.js";
import type { AnswerValidators, Receiver, Webhook } from "./webhook.js";

/** The URL is the receiver's own: nothing of its path belongs to the description. */
const noPath: ReadonlyMap<string, string> = new Map();

/** One without a payload that a schema describes. `Q` is what comes in: parameters by name, and the body as `body`. */
export function receiver<R, Q>(
  method: string,
  checks: Pick<OperationChecks, "parameters" | "body">,
  answers: AnswerValidators<R>,
): Receiver<R, Received<Q>> {
  return {
    method,
    answers,
    async receive(request) {
      const { value, issues } = await readParts(checks, request, noPath, {});
      if (issues.length > 0) throw new ValidationError(issues);
      return value as Received<Q>;
    },
  };
}

/** The same with the validator of its payload. */
export function receivingWebhook<T, R, Q>(
  method: string,
  validator: Validator<T, T | Wire<T>>,
  checks: Pick<OperationChecks, "parameters" | "body">,
  answers: AnswerValidators<R>,
): Webhook<T, R, Received<Q>> {
  return { ...validator, ...receiver<R, Q>(method, checks, answers) };
}

/** Answers and errors by what their status begins with. */
import type { InRange, StatusCode } from "./result.js";

/** A status, or all that begin with its digit. */
export type StatusRange = "1XX" | "2XX" | "3XX" | "4XX" | "5XX";

/** Whether an answer, or an error that `isApiError` knows, is of a status or range; that narrows its body. */
export function hasStatus<A extends { readonly status: number }, S extends StatusCode | StatusRange>(
  answer: A,
  status: S,
): answer is A & WithStatus<A, S> {
  return typeof status === "number" ? answer.status === status : `${answer.status}`[0] === status[0];
}

type WithStatus<A, S> = A extends { readonly status: infer Own }
  ? [Own & (S | InRange<S>)] extends [never]
    ? never
    : A & { readonly status: Own & (S | InRange<S>) }
  : never;

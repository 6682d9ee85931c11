/** `hasStatus`: answers and errors of a range of statuses. */
import { expect, expectTypeOf, test } from "vitest";
import { type ApiCall, isApiError } from "../../generator/runtime/call.js";
import { ApiError } from "../../generator/runtime/errors.js";
import { hasStatus } from "../../generator/runtime/has-status.js";
import type { Result } from "../../generator/runtime/result.js";

interface Problem {
  readonly title: string;
}

interface Answers {
  200: { readonly id: string };
  404: { readonly gone: true };
  "4XX": Problem;
}

const answered = (status: number): ApiError =>
  new ApiError("GET /thing", operation, { status, headers: new Headers(), body: { title: "No." } });
const operation = (): ApiCall<Answers> => {
  throw new Error("it is not called");
};

test("narrows an error to those of a range", () => {
  const error: unknown = answered(422);
  if (!isApiError(error, operation) || !hasStatus(error, "4XX")) throw error;
  expectTypeOf(error.body).toEqualTypeOf<Problem | { readonly gone: true }>();
  if (error.status === 404) throw error;
  expect(error.body.title).toBe("No.");
});

test("narrows one to a single status, and to what is not documented", () => {
  const narrow = (error: unknown): void => {
    if (isApiError(error, operation) && hasStatus(error, 404))
      expectTypeOf(error.body).toEqualTypeOf<{ readonly gone: true }>();
    if (isApiError(error, operation) && hasStatus(error, "5XX")) expectTypeOf(error.body).toBeUnknown();
  };
  expect(narrow).toBeTypeOf("function");
});

test("narrows answers", () => {
  const narrow = (answer: Result<Answers>): void => {
    if (hasStatus(answer, "4XX")) expectTypeOf(answer.ok).toEqualTypeOf<false>();
    if (hasStatus(answer, "2XX") && answer.ok) expectTypeOf(answer.body.id).toBeString();
  };
  expect(narrow).toBeTypeOf("function");
});

test.each([
  [404, 404, true],
  [404, 410, false],
  [404, "4XX", true],
  [503, "4XX", false],
  [503, "5XX", true],
] as const)("%d has the status %s: %s", (status, wanted, expected) => {
  expect(hasStatus(answered(status), wanted)).toBe(expected);
});

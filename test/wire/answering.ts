/** Answers of servers, and what calls make of them. */
import { expect } from "vitest";
import type { Answer } from "../support/server.js";

export const typed = (type: string, text: string, more: Omit<Answer, "body"> = {}): Answer => ({
  headers: { "content-type": type },
  body: text,
  ...more,
});

export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail("it should fail"),
    (cause: unknown) => cause,
  );

/** Answers are made for what documents their status: the status itself, its range, or all the rest. */
import { expect, expectTypeOf, test } from "vitest";
import { factory, responses } from "../../../generator/runtime/fixture.js";

interface Answers {
  readonly 200: { readonly id: number };
  readonly 404: undefined;
  readonly "4XX": { readonly problem: string };
  readonly default: string;
}

const answer = responses<Answers, 200 | "4XX" | "default">(() => ({
  200: factory("200", () => ({ id: 1 })),
  "4XX": factory("4XX", () => ({ problem: "no" })),
  default: factory("default", () => "other"),
}));

test("a status is answered as it, its range, or what is left is documented", () => {
  expect(answer(200, { id: 2 })).toEqual({ id: 2 });
  expect(answer("4XX")).toEqual({ problem: "no" });
  expect(answer(409, { problem: "gone" })).toEqual({ problem: "gone" });
  expect(answer("default")).toBe("other");
  expect(answer(500)).toBe("other");
});

test("types say the same", () => {
  expectTypeOf(answer(200)).toEqualTypeOf<{ readonly id: number }>();
  expectTypeOf(answer(409)).toEqualTypeOf<{ readonly problem: string }>();
  expectTypeOf(answer(500)).toEqualTypeOf<string>();
  // @ts-expect-error it is documented to have no body
  answer(404);
  const ok = responses<Answers, 200>(() => ({ 200: () => ({ id: 1 }) }));
  // @ts-expect-error nothing is made for it
  ok(500);
});

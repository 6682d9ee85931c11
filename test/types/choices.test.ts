/** Bodies told apart by `contentType`, answers and headers by `status`: the generic types that emitted functions use. */
import { describe, expect, test } from "vitest";
import { type ApiCall, isApiError } from "../../generator/runtime/call.js";
import type { Params } from "../../generator/runtime/client.js";
import type { Result, Success } from "../../generator/runtime/result.js";
import { type Equal, expectTrue } from "./agreement.js";

type Choice = { id: string } & (
  | { contentType?: "application/json"; body: { name: string } }
  | { contentType: "text/plain"; body: string }
  | { contentType: `image/${string}`; body: Blob }
);

interface Answers {
  200: { name: string } | string;
  404: { title: string };
  "5XX": string;
}

interface Headers {
  200: { "X-Total": number };
  404: { "Retry-After"?: number };
}

const take = (params: Params<Choice, { tenant: string }>): object => params;

describe("a choice of bodies", () => {
  test("is told apart by its media type, of which the usual one may be left out", () => {
    take({ id: "1", body: { name: "a" } });
    take({ id: "1", body: { name: "a" }, contentType: "application/json" });
    take({ id: "1", body: "a", contentType: "text/plain" });
    take({ id: "1", body: new Blob([]), contentType: "image/png" });
    // @ts-expect-error a text is not the usual body
    take({ id: "1", body: "a" });
    // @ts-expect-error the media type of another body
    take({ id: "1", body: { name: "a" }, contentType: "text/plain" });
    // @ts-expect-error no such media type
    take({ id: "1", body: new Blob([]), contentType: "video/mp4" });
  });

  test("stays one where the client has defaults", () => {
    const withDefault = (params: Params<Choice, { id: string }>): object => params;
    withDefault({ body: "a", contentType: "text/plain" });
    // @ts-expect-error a text is not the usual body
    withDefault({ body: "a" });
  });
});

describe("an answer", () => {
  test("of several media types is the union of their bodies", () => {
    expectTrue<Equal<Success<Answers>, { name: string } | string>>();
  });

  type By<S> = Extract<Result<Answers, Headers>, { readonly status: S }>;

  test("has the headers of its status, where any are documented", () => {
    expectTrue<Equal<By<200>["headerValues"], { "X-Total": number }>>();
    expectTrue<Equal<By<404>["headerValues"]["Retry-After"], number | undefined>>();
    expectTrue<
      Equal<"headerValues" extends keyof Extract<Result<Answers>, { status: 200 }> ? true : false, false>
    >();
  });

  test("of a status that is not documented is a branch of its own, of which nothing is known", () => {
    const undocumented = (result: Result<Answers, Headers>): void => {
      if (result.status !== 418) return;
      expectTrue<Equal<typeof result.body, unknown>>();
      expectTrue<Equal<typeof result.ok, false>>();
    };
    expect(undocumented).toBeTypeOf("function");
  });

  test("is narrowed where it is thrown", () => {
    const narrow = (error: unknown, operation: () => ApiCall<Answers, Headers>): void => {
      if (!isApiError(error, operation) || error.status !== 404) return;
      expectTrue<Equal<typeof error.body, { title: string }>>();
      expectTrue<Equal<(typeof error.headerValues)["Retry-After"], number | undefined>>();
    };
    expect(narrow).toBeTypeOf("function");
  });
});

import { HttpHandler, http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as twilio from "../../generated/twilio/src/index.js";
import * as msw from "../../generated/twilio/src/msw.js";
import type { Answer, AnswerStatus } from "../../generator/runtime/answer.js";
import type { StatusCode } from "../../generator/runtime/result.js";

type Starting<Digit extends string> = Extract<
  StatusCode extends infer S
    ? S extends number
      ? `${S}` extends `${Digit}${string}`
        ? S
        : never
      : never
    : never,
  number
>;

describe("the statuses of an answer", () => {
  test("are those that are documented", () => {
    expectTypeOf<AnswerStatus<{ 200: string; 404: number }>>().toEqualTypeOf<200 | 404>();
    expectTypeOf<AnswerStatus<object>>().toBeNever();
  });

  test("are all of a range but those that have an answer of their own", () => {
    expectTypeOf<AnswerStatus<{ "5XX": string; 503: number }>>().toEqualTypeOf<Starting<"5">>();
    expectTypeOf<Extract<Answer<{ "5XX": string; 503: number }>, { status: 503 }>["body"]>().toEqualTypeOf<
      number | undefined
    >();
  });

  test("are all but success where a default stands beside a success, and never informational", () => {
    expectTypeOf<AnswerStatus<{ 201: string; default: number }>>().toEqualTypeOf<
      201 | Starting<"3"> | Starting<"4"> | Starting<"5">
    >();
    expectTypeOf<AnswerStatus<{ default: number }>>().toEqualTypeOf<Exclude<StatusCode, Starting<"1">>>();
  });
});

describe("a handler", () => {
  test("is one of the library's", () => {
    expectTypeOf(msw.handlers).returns.toEqualTypeOf<HttpHandler[]>();
    expectTypeOf(msw.fetchApplication).returns.toEqualTypeOf<HttpHandler>();
    expect(msw.handlers().every((each) => each instanceof HttpHandler)).toBe(true);
    setupServer(
      ...msw.handlers(),
      msw.fetchApplication(404),
      http.get("https://other.test", () => {}),
    );
  });

  test("answers with documented statuses only", () => {
    msw.fetchApplication();
    msw.fetchApplication(200);
    msw.fetchApplication(404);
    msw.fetchApplication(503); // `default` stands for it.
    // @ts-expect-error no other success is documented
    msw.fetchApplication(201);
    // @ts-expect-error not a status
    msw.fetchApplication(600);
    // @ts-expect-error not in an object either
    msw.fetchApplication({ status: 201 });
    // @ts-expect-error nor from a function
    msw.fetchApplication(() => 201);
    // @ts-expect-error an answer has a status
    msw.fetchApplication({ body: { friendly_name: "Test" } });
  });

  test("changes what the body of its status has", () => {
    msw.createApplication({ status: 201, body: { friendly_name: "Test" } });
    msw.createApplication({ status: 400, body: { code: 21_402 } });
    // @ts-expect-error that is a property of another status
    msw.createApplication({ status: 201, body: { code: 21_402 } });
    // @ts-expect-error not of this type
    msw.createApplication({ status: 201, body: { friendly_name: 1 } });
    // @ts-expect-error there is no body
    msw.deleteApplication({ status: 204, body: {} });
  });

  test("shows a function what the operation takes", () => {
    msw.createApplication(({ params, request }) => {
      expectTypeOf(params).toEqualTypeOf<twilio.CreateApplicationParams>();
      expectTypeOf(request).toEqualTypeOf<Request>();
      return { status: 201, body: { friendly_name: params.body?.FriendlyName ?? null } };
    });
    msw.listApplications(async ({ params }) => {
      expectTypeOf(params.PageSize).toEqualTypeOf<number | undefined>();
      return params.Page === 0 ? 200 : { status: 429, headers: { "retry-after": "1" } };
    });
    // @ts-expect-error no such parameter
    msw.fetchApplication(({ params }) => (params.Id === "" ? 200 : 404));
  });

  test("takes a response as it is, but no answer of another operation", () => {
    msw.fetchApplication(() => new Response("moved", { status: 301 }));
    // @ts-expect-error the body of a list
    msw.fetchApplication(() => ({ status: 200, body: { applications: [] } }));
  });
});

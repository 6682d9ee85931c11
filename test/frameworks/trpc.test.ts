import { TRPCError, initTRPC } from "@trpc/server";
import { describe, expect, expectTypeOf, test } from "vitest";
import { application } from "../../generated/twilio/src/fixtures/index.js";
import { Application as Described } from "../../generated/twilio/src/json-schemas/index.js";
import type { Application as Model } from "../../generated/twilio/src/models/index.js";
import { Application } from "../../generated/twilio/src/validators/index.js";

const { procedure, router, createCallerFactory } = initTRPC.create();

const applications = router({
  rename: procedure.input(Application).mutation(({ input }) => {
    expectTypeOf(input).toEqualTypeOf<Model>();
    return { ...input, friendly_name: "renamed" };
  }),
  echo: procedure
    .input(Described)
    .output(Described)
    .query(({ input }) => input),
});

const caller = createCallerFactory(applications)({});

async function refusalOf(call: Promise<unknown>): Promise<TRPCError> {
  const error: unknown = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof TRPCError)) throw new Error("expected a TRPCError", { cause: error });
  return error;
}

describe("a procedure of tRPC", () => {
  test("takes what the validator of its input takes, with its type", async () => {
    const sample = application();
    expectTypeOf(caller.rename).parameter(0).toEqualTypeOf<Model>();
    expect(await caller.rename(sample)).toEqual({ ...sample, friendly_name: "renamed" });
  });

  test("refuses what the validator refuses, and names its issues", async () => {
    const error = await refusalOf(caller.rename({ sid: "AP1", voice_method: "PUT" } as unknown as Model));
    expect(error.code).toBe("BAD_REQUEST");
    expect(error.cause).toMatchObject({
      issues: [
        { path: ["sid"], code: "pattern" },
        { path: ["voice_method"], code: "enum" },
      ],
    });
  });

  test("takes validators with JSON Schemas for input and output", async () => {
    const sample = application();
    const answer = await caller.echo(sample);
    expectTypeOf(answer).toEqualTypeOf<Model>();
    expect(answer).toEqual(sample);
    expect((await refusalOf(caller.echo({ sid: 1 } as unknown as Model))).code).toBe("BAD_REQUEST");
  });
});

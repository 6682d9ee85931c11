import { describe, expect, expectTypeOf, test } from "vitest";
import { withDefaults } from "../../../generator/runtime/call.js";
import type { Params } from "../../../generator/runtime/client.js";
import { clientOf } from "./thing.js";

interface ThingParams {
  Account: string;
  Id: number;
  Size?: number | null;
}

const client = clientOf("http://127.0.0.1", { defaults: { Account: "A1", Size: 50 } });

describe("the client's defaults", () => {
  test("fill in what a call does not say", () => {
    expect(withDefaults(client, { Id: 1 })).toEqual({ Account: "A1", Size: 50, Id: 1 });
    expect(withDefaults(client)).toEqual({ Account: "A1", Size: 50 });
  });

  test("give way to what a call says", () => {
    expect(withDefaults(client, { Account: "A2", Id: 1, Size: 0 })).toEqual({
      Account: "A2",
      Id: 1,
      Size: 0,
    });
  });

  test("hold where a call says undefined, and give way to null", () => {
    const params = withDefaults<ThingParams>(client, { Account: undefined, Size: null });
    expect(params).toEqual({ Account: "A1", Size: null });
  });

  test("are left alone, and so are the parameters", () => {
    const params = Object.freeze({ Account: "A2" });
    withDefaults(clientOf("http://127.0.0.1", { defaults: Object.freeze({ Account: "A1" }) }), params);
    expect(params).toEqual({ Account: "A2" });
  });

  test("are not needed", () => {
    expect(withDefaults(clientOf("http://127.0.0.1"), { Id: 1 })).toEqual({ Id: 1 });
  });

  test("do not let a parameter called __proto__ reach a prototype", () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}') as object;
    const params = withDefaults<{ polluted?: unknown; __proto__?: unknown }>(client, hostile);
    expect([params.polluted, ({} as { polluted?: unknown }).polluted]).toEqual([undefined, undefined]);
    expect(Object.getOwnPropertyDescriptor(params, "__proto__")?.value).toEqual({ polluted: true });
  });

  test("do not pass a member of Object off as a parameter that is not given", () => {
    const { constructor, toString } = withDefaults<Record<string, unknown>>(client, {});
    expect([constructor, toString]).toEqual([undefined, undefined]);
  });

  test("make exactly the parameters optional that they hold", () => {
    type WithAccount = Params<ThingParams, { readonly Account: "A1" }>;
    expectTypeOf<{ Id: 1 }>().toExtend<WithAccount>();
    expectTypeOf<{ Id: 1; Account: "A2"; Size: null }>().toExtend<WithAccount>();
    expectTypeOf<{ Account: "A2" }>().not.toExtend<WithAccount>();
    expectTypeOf<{ Id: 1; Account: 2 }>().not.toExtend<WithAccount>();
    expectTypeOf<{ Id: 1 }>().not.toExtend<Params<ThingParams, {}>>();
  });

  test("do not make a parameter optional that they only may hold", () => {
    expectTypeOf<{ Id: 1 }>().not.toExtend<Params<ThingParams, { readonly Account?: string }>>();
    expectTypeOf<{ Id: 1; Account: "A1" }>().toExtend<Params<ThingParams, { readonly Account?: string }>>();
  });

  test("do not add parameters that an operation does not have", () => {
    expectTypeOf<keyof Params<{ Id: number }, { readonly Account: "A1" }>>().toEqualTypeOf<"Id">();
  });
});

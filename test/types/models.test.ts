import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type * as models from "../../generated/twilio/src/index.js";
import type { components } from "../../generated/twilio/src/schema.js";
import type { Infer } from "../../generated/twilio/src/runtime/validator.js";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as validators from "../../generated/twilio/src/validators/index.js";
import { type Disagreeing, type Equal, type Mutual, expectNever, expectTrue } from "./agreement.js";

/** Our model of each schema of the description, by the schema's name there. */
interface Models {
  AccountSid: models.AccountSid;
  ApiVersion: models.ApiVersion;
  Application: models.Application;
  ApplicationList: models.ApplicationList;
  ApplicationSettings: models.ApplicationSettings;
  ApplicationSid: models.ApplicationSid;
  Call: models.Call;
  CallRequest: models.CallRequest;
  CallbackMethod: models.CallbackMethod;
  CallbackUrl: models.CallbackUrl;
  Capabilities: models.Capabilities;
  FriendlyName: models.FriendlyName;
  IncomingPhoneNumber: models.IncomingPhoneNumber;
  IncomingPhoneNumberSettings: models.IncomingPhoneNumberSettings;
  PhoneNumberSid: models.PhoneNumberSid;
  TwilioError: models.TwilioError;
}

/** Schemas of which the two say different things, with the reason. */
interface Exceptions {
  /** It needs an application or a URL: `anyOf` of two lists of `required`. openapi-typescript prints `unknown` for that. */
  CallRequest: true;
}

type Wire = components["schemas"];

describe("the model of each schema", () => {
  test("agrees with openapi-typescript's, but for the exceptions, which do not", () => {
    expectTrue<Equal<Disagreeing<Models, Wire>, keyof Exceptions>>();
  });

  test("that is an exception says more than openapi-typescript's, not less", () => {
    expectTrue<Models["CallRequest"] extends Wire["CallRequest"] ? true : false>();
    const call = { To: "+15558675309", From: "+15555551212" };
    const both: Models["CallRequest"][] = [
      { ...call, Url: "https://example.com" },
      { ...call, ApplicationSid: `AP${"0".repeat(32)}` },
      // @ts-expect-error neither an application nor a URL
      call,
    ];
    expect(both.map((each) => validators.CallRequest.is(each))).toEqual([true, true, false]);
  });

  test("is compared: none is forgotten, none is made up", () => {
    expectTrue<Equal<keyof Models, keyof Wire>>();
    const description = parse(
      readFileSync(new URL("../../spec/twilio/openapi.yaml", import.meta.url), "utf8"),
    ) as { readonly components: { readonly schemas: object } };
    const source = readFileSync(new URL(import.meta.url), "utf8");
    const compared = [...source.matchAll(/^ {2}(\w+): models\.\1;$/gm)].map((match) => match[1]);
    expect(compared.sort()).toEqual(Object.keys(description.components.schemas).sort());
  });
});

describe("the validator of each schema", () => {
  type Validated = { [K in keyof Models]: Infer<(typeof validators)[K]> };

  test("validates the model's type", () => {
    expectTrue<Equal<Validated, Models>>();
  });

  test("has the type of the same name beside it", () => {
    expectTrue<Equal<validators.Application, models.Application>>();
    expectTrue<Equal<validators.CallRequest, models.CallRequest>>();
    expectTrue<Equal<validators.CallbackUrl, models.CallbackUrl>>();
  });

  test("is there at run time", () => {
    const others = /^(ValidationError|tolerant)$|(Body|Responses)$/;
    const names = Object.keys(validators).filter((name) => !others.test(name));
    expect(names).toHaveLength(16);
    for (const name of names) expect(validators).toHaveProperty([name, "check"]);
  });

  test("narrows what it is given, and is a Standard Schema", () => {
    const value: unknown = fixtures.application();
    if (validators.Application.is(value)) expectTrue<Equal<typeof value, models.Application>>();
    type Output = NonNullable<(typeof validators.Application)["~standard"]["types"]>["output"];
    expectTrue<Equal<Output, models.Application>>();
  });
});

describe("the fixture of each schema", () => {
  type Made = { [K in keyof Models]: ReturnType<(typeof fixtures)[Uncapitalize<K>]> };

  test("makes the model's type", () => {
    expectTrue<Equal<Made, Models>>();
  });

  /** What a factory's other faces give. */
  type Series = { [K in keyof Models]: ReturnType<(typeof fixtures)[Uncapitalize<K>]["many"]>[number] };
  type Edges = {
    [K in keyof Models]: ReturnType<(typeof fixtures)[Uncapitalize<K>]["edges"]> extends Iterable<infer E>
      ? (E & { readonly value: unknown })["value"]
      : never;
  };
  type Invalid = {
    [K in keyof Models]: ReturnType<(typeof fixtures)[Uncapitalize<K>]["invalid"]> extends Iterable<infer E>
      ? (E & { readonly value: unknown })["value"]
      : never;
  };

  test("makes series and edges of the same type, and invalid values of none", () => {
    expectNever<Disagreeing<Series, Models>>();
    expectNever<Disagreeing<Edges, Models>>();
    expectTrue<Equal<Invalid, { [K in keyof Models]: unknown }>>();
  });
});

describe("agreement", () => {
  test("can be refused", () => {
    // @ts-expect-error an enum is not a string
    expectTrue<Mutual<"GET" | "POST", string>>();
    // @ts-expect-error an optional property is not a required one
    expectTrue<Mutual<{ a?: string }, { a: string }>>();
    // @ts-expect-error a property that may be undefined is not an optional one
    expectTrue<Mutual<{ a?: string | undefined }, { a: string | undefined }>>();
    // @ts-expect-error null is a value
    expectTrue<Mutual<{ a: string | null }, { a: string }>>();
    // @ts-expect-error `any` agrees with nothing
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    expectTrue<Mutual<any, string>>();
    // @ts-expect-error one more property
    expectNever<Disagreeing<{ a: 1; b: 2 }, { a: 1 }>>();
    // @ts-expect-error one property that differs
    expectNever<Disagreeing<{ a: 1; b: 2 }, { a: 1; b: 3 }>>();
    expectNever<Disagreeing<{ a: 1; b: 2 }, { a: 1; b: 2 }>>();
    expect(true).toBe(true);
  });
});

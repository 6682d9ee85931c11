import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type * as twilio from "../../generated/twilio/src/index.js";
import type * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import type { operations } from "../../generated/twilio/src/schema.js";
import type { StatusOf } from "../../generated/twilio/src/runtime/result.js";
import type { Infer } from "../../generated/twilio/src/runtime/validator.js";
import type * as validators from "../../generated/twilio/src/validators/index.js";
import { type Disagreeing, type Equal, type Mutual, expectNever, expectTrue } from "./agreement.js";
import type { WireParams, WireResponses } from "./wire-operation.js";

/** What each operation of the description takes, by its id there. */
interface Params {
  CreateApplication: twilio.CreateApplicationParams;
  CreateCall: twilio.CreateCallParams;
  DeleteApplication: twilio.DeleteApplicationParams;
  FetchApplication: twilio.FetchApplicationParams;
  ListApplication: twilio.ListApplicationsParams;
  UpdateApplication: twilio.UpdateApplicationParams;
  UpdateIncomingPhoneNumber: twilio.UpdateIncomingPhoneNumberParams;
}

/** What each operation answers. */
interface Responses {
  CreateApplication: twilio.CreateApplicationResponses;
  CreateCall: twilio.CreateCallResponses;
  DeleteApplication: twilio.DeleteApplicationResponses;
  FetchApplication: twilio.FetchApplicationResponses;
  ListApplication: twilio.ListApplicationsResponses;
  UpdateApplication: twilio.UpdateApplicationResponses;
  UpdateIncomingPhoneNumber: twilio.UpdateIncomingPhoneNumberResponses;
}

type ByOperation<T> = {
  [Id in keyof operations]: T extends "params" ? WireParams<operations[Id]> : WireResponses<operations[Id]>;
};
/** Operations whose parameters differ, with the reason. */
interface Exceptions {
  /** Its body does, for the reason that `models.test.ts` names. */
  CreateCall: true;
}

/** The operations of whose answers some status does not agree. */
type DisagreeingResponses = {
  [Id in keyof operations]: Disagreeing<Responses[Id], WireResponses<operations[Id]>> extends never
    ? never
    : Id;
}[keyof operations];

describe("the types of each operation", () => {
  test("take the parameters and the body that openapi-typescript finds", () => {
    expectTrue<Equal<Disagreeing<Params, ByOperation<"params">>, keyof Exceptions>>();
    type Call = { ours: Params["CreateCall"]; wire: WireParams<operations["CreateCall"]> };
    expectTrue<Mutual<Omit<Call["ours"], "body">, Omit<Call["wire"], "body">>>();
    expectTrue<Call["ours"] extends Call["wire"] ? true : false>();
  });

  test("answer with the statuses and the bodies that openapi-typescript finds", () => {
    expectNever<DisagreeingResponses>();
    expectNever<Disagreeing<Responses, ByOperation<"responses">>>();
  });

  test("are compared: none is forgotten, none is made up", () => {
    expectTrue<Equal<keyof Params, keyof operations>>();
    expectTrue<Equal<keyof Responses, keyof operations>>();
    const text = readFileSync(new URL("../../spec/twilio/openapi.yaml", import.meta.url), "utf8");
    const description = parse(text) as { readonly paths: Readonly<Record<string, object>> };
    const ids = Object.values(description.paths).flatMap((item) =>
      Object.values(item).flatMap((each: { readonly operationId?: string }) => each.operationId ?? []),
    );
    const source = readFileSync(new URL(import.meta.url), "utf8");
    const compared = [...source.matchAll(/^ {2}(\w+): twilio\.\w+Params;$/gm)].map((match) => match[1]);
    expect(ids).toHaveLength(7);
    expect(compared.sort()).toEqual(ids.sort());
  });

  test("say which parameters are optional", () => {
    expectTrue<Equal<undefined extends Params["CreateApplication"]["body"] ? true : false, true>>();
    expectTrue<Equal<undefined extends Params["CreateCall"]["body"] ? true : false, false>>();
    // @ts-expect-error a list has no body
    expectTrue<Mutual<Params["ListApplication"], Params["ListApplication"] & { body: string }>>();
  });
});

describe("what is made and checked for each operation", () => {
  test("is its body", () => {
    type Body<Id extends keyof Params> = NonNullable<(Params[Id] & { body?: unknown })["body"]>;
    expectTrue<Equal<Infer<typeof validators.CreateApplicationBody>, Body<"CreateApplication">>>();
    expectTrue<Equal<Infer<typeof validators.CreateCallBody>, Body<"CreateCall">>>();
    expectTrue<Equal<Infer<typeof validators.UpdateApplicationBody>, Body<"UpdateApplication">>>();
    expectTrue<
      Equal<Infer<typeof validators.UpdateIncomingPhoneNumberBody>, Body<"UpdateIncomingPhoneNumber">>
    >();
  });

  /** What validators give by status. */
  type Inferred<V> = { -readonly [Status in keyof V]: Infer<V[Status]> };
  /** The answers that have a body. */
  type WithBody<R> = { [Status in keyof R as R[Status] extends undefined ? never : Status]: R[Status] };

  test("is each of its answers that has a body", () => {
    expectTrue<
      Mutual<Inferred<typeof validators.CreateApplicationResponses>, WithBody<Responses["CreateApplication"]>>
    >();
    expectTrue<Mutual<Inferred<typeof validators.CreateCallResponses>, WithBody<Responses["CreateCall"]>>>();
    expectTrue<
      Mutual<Inferred<typeof validators.DeleteApplicationResponses>, WithBody<Responses["DeleteApplication"]>>
    >();
    expectTrue<
      Mutual<Inferred<typeof validators.FetchApplicationResponses>, WithBody<Responses["FetchApplication"]>>
    >();
    expectTrue<
      Mutual<Inferred<typeof validators.ListApplicationsResponses>, WithBody<Responses["ListApplication"]>>
    >();
    expectTrue<
      Mutual<Inferred<typeof validators.UpdateApplicationResponses>, WithBody<Responses["UpdateApplication"]>>
    >();
    expectTrue<
      Mutual<
        Inferred<typeof validators.UpdateIncomingPhoneNumberResponses>,
        WithBody<Responses["UpdateIncomingPhoneNumber"]>
      >
    >();
  });

  type Answers = { [Id in keyof Responses]: WithBody<Responses[Id]> };

  /** What fixtures make, and for which statuses. */
  interface Made {
    CreateApplication: {
      [S in keyof Answers["CreateApplication"]]: ReturnType<typeof fixtures.createApplication.response<S>>;
    };
    CreateCall: { [S in keyof Answers["CreateCall"]]: ReturnType<typeof fixtures.createCall.response<S>> };
    DeleteApplication: {
      [S in keyof Answers["DeleteApplication"]]: ReturnType<typeof fixtures.deleteApplication.response<S>>;
    };
    FetchApplication: {
      [S in keyof Answers["FetchApplication"]]: ReturnType<typeof fixtures.fetchApplication.response<S>>;
    };
    ListApplication: {
      [S in keyof Answers["ListApplication"]]: ReturnType<typeof fixtures.listApplications.response<S>>;
    };
    UpdateApplication: {
      [S in keyof Answers["UpdateApplication"]]: ReturnType<typeof fixtures.updateApplication.response<S>>;
    };
    UpdateIncomingPhoneNumber: {
      [S in keyof Answers["UpdateIncomingPhoneNumber"]]: ReturnType<
        typeof fixtures.updateIncomingPhoneNumber.response<S>
      >;
    };
  }
  interface Statuses {
    CreateApplication: Parameters<typeof fixtures.createApplication.response>[0];
    CreateCall: Parameters<typeof fixtures.createCall.response>[0];
    DeleteApplication: Parameters<typeof fixtures.deleteApplication.response>[0];
    FetchApplication: Parameters<typeof fixtures.fetchApplication.response>[0];
    ListApplication: Parameters<typeof fixtures.listApplications.response>[0];
    UpdateApplication: Parameters<typeof fixtures.updateApplication.response>[0];
    UpdateIncomingPhoneNumber: Parameters<typeof fixtures.updateIncomingPhoneNumber.response>[0];
  }
  interface Requests {
    CreateApplication: ReturnType<typeof fixtures.createApplication.request>;
    CreateCall: ReturnType<typeof fixtures.createCall.request>;
    DeleteApplication: ReturnType<typeof fixtures.deleteApplication.request>;
    FetchApplication: ReturnType<typeof fixtures.fetchApplication.request>;
    ListApplication: ReturnType<typeof fixtures.listApplications.request>;
    UpdateApplication: ReturnType<typeof fixtures.updateApplication.request>;
    UpdateIncomingPhoneNumber: ReturnType<typeof fixtures.updateIncomingPhoneNumber.request>;
  }

  test("is made for its requests: all that it takes", () => {
    expectNever<Disagreeing<Requests, Params>>();
  });

  test("is made for each of its answers that has a body, and for no other", () => {
    expectNever<Disagreeing<Made, Answers>>();
    expectTrue<
      Equal<
        Statuses,
        { [Id in keyof Answers]: keyof Answers[Id] | StatusOf<Responses[Id], keyof Answers[Id]> }
      >
    >();
    // @ts-expect-error a status without a body
    expectTrue<Mutual<204, Statuses["DeleteApplication"]>>();
  });
});

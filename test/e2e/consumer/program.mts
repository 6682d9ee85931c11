/**
 * A program of a user: calls every operation of the installed package at the origin in its first argument, with
 * everything taken from the package's subpaths, and prints what came of it as JSON. It is compiled and run by the
 * end-to-end test in a project of its own, as `program.ts`.
 */
import type { ApiClient, Application, ApplicationSettings, CallOptions } from "@specwright/twilio";
import {
  ApiError,
  ResponseError,
  createApplication,
  createCall,
  createClient,
  deleteApplication,
  fetchApplication,
  isApiError,
  listApplications,
  updateApplication,
  updateIncomingPhoneNumber,
} from "@specwright/twilio";
import { type TwilioClient, twilio } from "@specwright/twilio/client";
import {
  application,
  createCall as callSample,
  fetchApplication as fetchSample,
} from "@specwright/twilio/fixtures";
import { ApplicationSid } from "@specwright/twilio/json-schemas";
import { english, setMessages } from "@specwright/twilio/messages";
import type { components, paths } from "@specwright/twilio/schema";
import { timeout } from "@specwright/twilio/timeout";
import { Application as ApplicationValidator, ApplicationList, Call } from "@specwright/twilio/validators";
import * as validators from "@specwright/twilio/validators";

const account = "AC0123456789abcdef0123456789abcdef";
const sid = "AP0123456789abcdef0123456789abcdef";

const client = createClient({
  baseUrl: process.argv[2] ?? "",
  auth: () => Promise.resolve({ username: account, password: "tök€n:1" }),
  defaults: { AccountSid: account },
  headers: { "x-trace": "client" },
});
const options: CallOptions = { middleware: [timeout(60_000)], headers: { "x-trace": "call" } };

/** What the types promise; the compiler is the test. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const promises: readonly true[] = [
  true satisfies Same<Application, components["schemas"]["Application"]>,
  true satisfies Same<ApplicationSettings, components["schemas"]["ApplicationSettings"]>,
  true satisfies "get" extends keyof paths["/2010-04-01/Accounts/{AccountSid}/Applications.json"]
    ? true
    : false,
  true satisfies Same<Application, ApplicationValidator>,
  true satisfies typeof client extends ApiClient<{ readonly AccountSid: typeof account }> ? true : false,
];

async function caught(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    return error;
  }
}

/** One line for what was thrown, told apart by its class. */
function classOf(error: unknown): string {
  if (error instanceof ResponseError) return `unreadable ${error.status}`;
  if (error instanceof ApiError) return `api ${error.status}`;
  return String(error);
}

async function callEverything(): Promise<object> {
  const body: ApplicationSettings = {
    FriendlyName: "Grüße & Küsse",
    ApiVersion: "2010-04-01",
    VoiceUrl: "https://example.com/voice?a=1&b=2",
    VoiceMethod: "GET",
    VoiceFallbackUrl: null,
    VoiceCallerIdLookup: false,
    SmsUrl: "",
  };
  const created = await createApplication(client, { body }, options);
  const bare = await createApplication(client, {}, options).result();
  const fetched = await fetchApplication(client, { Sid: sid }, options);
  const updated = await updateApplication(client, {
    Sid: sid,
    body: { VoiceCallerIdLookup: true, SmsUrl: null },
  });

  const names: (string | null | undefined)[] = [];
  for await (const each of listApplications(client, { FriendlyName: "a b+ü", PageSize: 2 }))
    names.push(each.friendly_name);
  const pages: boolean[] = [];
  for await (const page of listApplications(client, {}).pages()) pages.push(ApplicationList.is(page));

  const deleted: undefined = await deleteApplication(client, { Sid: sid });
  const call = await createCall(client, {
    AccountSid: "ACffffffffffffffffffffffffffffffff",
    body: { To: "+15558675309", From: "+15555551212", ApplicationSid: sid },
  });
  const number = await updateIncomingPhoneNumber(client, {
    Sid: "PN0123456789abcdef0123456789abcdef",
    body: { AccountSid: account, VoiceApplicationSid: sid, TrunkSid: null, EmergencyStatus: "Inactive" },
  });

  const api: TwilioClient<{ readonly AccountSid: typeof account }> = twilio(client);
  const viaFacade = await api.applications.fetch({ Sid: sid });
  const raw = await api.calls
    .create({ body: { To: "a", From: "b", Url: "https://example.com/" } })
    .response();
  return {
    created,
    bare: bare.status === 201 ? bare.body : undefined,
    fetched,
    updated,
    names,
    pages,
    deleted: String(deleted),
    call,
    number,
    viaFacade,
    raw: [raw.status, await raw.text()],
    valid: [ApplicationValidator.is(created), Call.is(call), ApplicationValidator.check({ sid: "AP1" })],
  };
}

async function failAtEverything(): Promise<object> {
  const invalid = await caught(createApplication(client, { body: { FriendlyName: "" } }));
  const refused = await fetchApplication(client, { Sid: sid }).result();
  const missing = await caught(deleteApplication(client, { Sid: sid }));
  const busy = await caught(listApplications(client, {}).pages()[Symbol.asyncIterator]().next());
  const page = await caught(fetchApplication(client, { Sid: sid }));
  const outside = await caught(fetchApplication(client, { Sid: "../.." }));
  return {
    invalid:
      isApiError(invalid, createApplication) && invalid.status === 400
        ? invalid.body.message
        : String(invalid),
    refused: refused.status === 401 ? refused.body.code : refused.status,
    missing:
      isApiError(missing, deleteApplication) && missing.status === 404 ? missing.body.code : String(missing),
    mistaken: isApiError(missing, fetchApplication),
    busy: isApiError(busy, listApplications) ? [busy.status, busy.headers.get("retry-after")] : String(busy),
    classes: [missing, page, outside].map(classOf),
  };
}

/** What is sent, made up: the body of a call, and a SID that the address of an application takes. */
function sampleRequests(): readonly boolean[] {
  const { body } = callSample.request({ body: { To: "+15558675309" } }, { seed: 7 });
  const { Sid } = fetchSample.request();
  return [
    validators.CreateCallBody.is(body) && body.To === "+15558675309",
    validators.ApplicationSid.is(Sid),
  ];
}

/** The codes of requests that lack something, and the edges of answers that are no edges. */
function sampleCases(): readonly unknown[] {
  const lacking = [...fetchSample.request.invalid()].map((each) => each.code);
  const strays = [...application.edges()].filter((each) => !ApplicationValidator.is(each.value));
  return [lacking, strays];
}

/** The same issue in the words that come with validators, and in English. */
function words(): readonly (string | undefined)[] {
  const [issue] = validators.FriendlyName.check("");
  const before = issue?.message;
  setMessages(english);
  return [before, issue?.message];
}

const sample = application({ friendly_name: "mine" }, { seed: 7 });
const series = application.many(3);
console.log(
  JSON.stringify({
    promises: promises.length,
    answers: await callEverything(),
    failures: await failAtEverything(),
    sample: [sample.friendly_name, ApplicationValidator.parse(sample) === sample],
    request: sampleRequests(),
    series: [series.length, series.filter((each) => !ApplicationValidator.is(each)).length],
    broken: sampleCases(),
    schema: [ApplicationSid.schema["type"], ApplicationSid.schema["pattern"]],
    messages: words(),
  }),
);

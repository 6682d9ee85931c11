/** One call of each operation of the Twilio package, with everything that it takes. */
import * as applications from "../../generated/twilio/src/handlers/applications.js";
import * as calls from "../../generated/twilio/src/handlers/calls.js";
import * as numbers from "../../generated/twilio/src/handlers/incoming-phone-numbers.js";
import * as twilio from "../../generated/twilio/src/index.js";
import type { Route } from "../../generated/twilio/src/runtime/route.js";
import type { Validator } from "../../generated/twilio/src/runtime/validator.js";
import * as validators from "../../generated/twilio/src/validators/index.js";

export const AccountSid = "AC0123456789abcdef0123456789abcdef";
export const Sid = "AP0123456789abcdef0123456789abcdef";
const PhoneNumberSid = "PN0123456789abcdef0123456789abcdef";

export const client = twilio.createClient({ auth: { username: AccountSid, password: "secret" } });

const page: twilio.ListApplicationsParams = {
  AccountSid,
  FriendlyName: "a b+ü&1,2",
  PageSize: 20,
  Page: 3,
  PageToken: "7",
};

const settings: twilio.ApplicationSettings = {
  FriendlyName: "Grüße & Küsse + 100 %",
  ApiVersion: "2010-04-01",
  VoiceUrl: "https://example.com/voice?a=1&b=2",
  VoiceMethod: "GET",
  VoiceFallbackUrl: "",
  VoiceCallerIdLookup: false,
};

const callRequest: twilio.CallRequest = { To: "+15558675309", From: "+15555551212", ApplicationSid: Sid };

const numberSettings: twilio.IncomingPhoneNumberSettings = {
  VoiceApplicationSid: Sid,
  TrunkSid: "",
  VoiceCallerIdLookup: true,
};

/** Every kind of call has these, whatever the types of its parameters and answers. */
interface AnyCall {
  result(): Promise<{ readonly status: number; readonly ok: boolean; readonly body: unknown }>;
}

interface TwilioCall {
  readonly name: keyof typeof routes;
  readonly params: object;
  readonly send: () => AnyCall & PromiseLike<unknown>;
  /** Of a successful answer; absent where it has no body. */
  readonly success: Validator<unknown> | undefined;
}

function callOf<P extends object>(
  name: keyof typeof routes,
  operation: (from: typeof client, params: P) => AnyCall & PromiseLike<unknown>,
  params: P,
  success: Validator<unknown> | undefined,
): TwilioCall {
  return { name, params, send: () => operation(client, params), success };
}

const one = { AccountSid, Sid };

export const twilioCalls: readonly TwilioCall[] = [
  callOf(
    "createApplication",
    twilio.createApplication<object>,
    { AccountSid, body: settings },
    validators.Application,
  ),
  callOf("deleteApplication", twilio.deleteApplication<object>, one, undefined),
  callOf("fetchApplication", twilio.fetchApplication<object>, one, validators.Application),
  callOf("listApplications", twilio.listApplications<object>, page, validators.ApplicationList),
  callOf(
    "updateApplication",
    twilio.updateApplication<object>,
    { ...one, body: settings },
    validators.Application,
  ),
  callOf("createCall", twilio.createCall<object>, { AccountSid, body: callRequest }, validators.Call),
  callOf(
    "updateIncomingPhoneNumber",
    twilio.updateIncomingPhoneNumber<object>,
    { AccountSid, Sid: PhoneNumberSid, body: numberSettings },
    validators.IncomingPhoneNumber,
  ),
];

/** The routes by the names of their operations. */
export const routes = {
  createApplication: applications.createApplicationRoute,
  deleteApplication: applications.deleteApplicationRoute,
  fetchApplication: applications.fetchApplicationRoute,
  listApplications: applications.listApplicationsRoute,
  updateApplication: applications.updateApplicationRoute,
  createCall: calls.createCallRoute,
  updateIncomingPhoneNumber: numbers.updateIncomingPhoneNumberRoute,
} satisfies Readonly<Record<string, Route<never, never> | object>>;

/** The statuses that are documented; one that nothing else stands for in the place of `default`. */
export function documentedStatuses(name: keyof typeof routes): readonly number[] {
  return Object.keys(routes[name].answers).map((each) => (each === "default" ? 503 : Number(each)));
}

/** What the consumer program asks, byte by byte and in its order, and what the server answers it. */
import type * as Fixtures from "../../generated/twilio/src/fixtures/index.js";
import { type Answer, json } from "../support/server.js";

/** A request as it must arrive. */
export interface Golden {
  readonly method: string;
  readonly target: string;
  /** The media type, where there is a body. */
  readonly type: string | undefined;
  /** One character a byte. */
  readonly body: string;
  readonly trace: "client" | "call";
}

export interface Exchange {
  readonly request: Golden;
  readonly answer: Answer;
}

export const authorization = "Basic QUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjp0w7Zr4oKsbjox"; // AC0123456789abcdef0123456789abcdef:tök€n:1

const account = "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef";
const list = `${account}/Applications.json`;
const one = `${account}/Applications/AP0123456789abcdef0123456789abcdef.json`;

const formType = "application/x-www-form-urlencoded";

type Trace = Golden["trace"];

const get = (target: string, answer: Answer, trace: Trace = "client"): Exchange => ({
  request: { method: "GET", target, type: undefined, body: "", trace },
  answer,
});

const post = (
  target: string,
  form: string | undefined,
  answer: Answer,
  trace: Trace = "client",
): Exchange => ({
  request: {
    method: "POST",
    target,
    type: form === undefined ? undefined : formType,
    body: form ?? "",
    trace,
  },
  answer,
});

const remove = (target: string, answer: Answer): Exchange => ({
  request: { method: "DELETE", target, type: undefined, body: "", trace: "client" },
  answer,
});

/** The answers are made by the fixtures of the installed package. */
export function exchangesWith(fixtures: typeof Fixtures): readonly Exchange[] {
  const application = (index: number): ReturnType<typeof fixtures.application> =>
    fixtures.application({ friendly_name: `application ${index}` }, { index });
  const page = (first: number, count: number, next: string | null): Answer =>
    json(
      fixtures.applicationList({
        applications: Array.from({ length: count }, (_, i) => application(first + i)),
        next_page_uri: next,
      }),
    );
  const error = (status: 400 | 401 | 404 | 429, code: number): Answer =>
    json(fixtures.twilioError({ status, code, message: `message ${code}` }), status);
  const second = `${list}?FriendlyName=a%20b%2B%C3%BC&PageSize=2&Page=1&PageToken=PAAPffffffffffffffffffffffffffffffff`;
  const third = `${list}?FriendlyName=a%20b%2B%C3%BC&PageSize=2&Page=2&PageToken=PAAPeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee`;
  return [
    post(
      list,
      "FriendlyName=Gr%C3%BC%C3%9Fe+%26+K%C3%BCsse&ApiVersion=2010-04-01" +
        "&VoiceUrl=https%3A%2F%2Fexample.com%2Fvoice%3Fa%3D1%26b%3D2&VoiceMethod=GET&VoiceFallbackUrl=" +
        "&VoiceCallerIdLookup=false&SmsUrl=",
      json(fixtures.createApplication.response(201, {}, { seed: 1 }), 201),
      "call",
    ),
    post(list, undefined, json(fixtures.createApplication.response(201, {}, { seed: 2 }), 201), "call"),
    get(one, json(fixtures.fetchApplication.response(200, {}, { seed: 3 })), "call"),
    post(
      one,
      "VoiceCallerIdLookup=true&SmsUrl=",
      json(fixtures.updateApplication.response(200, {}, { seed: 4 })),
    ),
    get(`${list}?FriendlyName=a%20b%2B%C3%BC&PageSize=2`, page(0, 2, second)),
    get(second, page(2, 2, third)),
    get(third, page(4, 1, null)),
    get(list, page(0, 1, "Applications.json?Page=1")),
    get(`${list}?Page=1`, page(1, 0, null)),
    remove(one, { status: 204 }),
    post(
      "/2010-04-01/Accounts/ACffffffffffffffffffffffffffffffff/Calls.json",
      "To=%2B15558675309&From=%2B15555551212&ApplicationSid=AP0123456789abcdef0123456789abcdef",
      json(fixtures.createCall.response(201, {}, { seed: 5 }), 201),
    ),
    post(
      `${account}/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef.json`,
      "AccountSid=AC0123456789abcdef0123456789abcdef&VoiceApplicationSid=AP0123456789abcdef0123456789abcdef" +
        "&TrunkSid=&EmergencyStatus=Inactive",
      json(fixtures.updateIncomingPhoneNumber.response(200, {}, { seed: 6 })),
    ),
    get(one, json(fixtures.fetchApplication.response(200, {}, { seed: 7 }))),
    post(
      `${account}/Calls.json`,
      "To=a&From=b&Url=https%3A%2F%2Fexample.com%2F",
      json(fixtures.createCall.response(201, {}, { seed: 8 }), 201),
    ),

    post(list, "FriendlyName=", error(400, 21_000)),
    get(one, error(401, 20_003)),
    remove(one, error(404, 20_404)),
    get(list, { ...error(429, 20_429), headers: { "content-type": "application/json", "retry-after": "7" } }),
    get(one, { headers: { "content-type": "text/html" }, body: "<h1>Sign in" }),
  ];
}

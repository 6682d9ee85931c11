import {
  complete,
  FORM,
  mentions,
  optional,
  property,
  rejects,
  sidOrNull,
  type At,
  type Fact,
  type Source,
} from "./fact.js";

const AP = "AP0123456789abcdef0123456789abcdef";
const TEXT = { type: ["string", "null"] };

function query(source: Source, name: string, keywords: Record<string, string | number>): Fact[] {
  return [
    {
      source,
      says: `ListApplication takes ${name} in the query`,
      at: ["parameter", "ListApplication", name, "in"],
      must: { is: "query" },
    },
    {
      source,
      says: `ListApplication does not require ${name}`,
      at: ["parameter", "ListApplication", name, "required"],
      must: { isAbsent: true },
    },
    ...Object.entries(keywords).map(([keyword, value]): Fact => ({
      source,
      says: `${name} in the query has ${keyword} ${JSON.stringify(value)}`,
      at: ["parameter", "ListApplication", name, "schema", keyword],
      must: { is: value },
    })),
  ];
}

const list: Fact[] = [
  ...query("S2", "FriendlyName", { type: "string" }),
  ...query("F", "PageSize", { type: "integer", minimum: 1, maximum: 1000, default: 50 }),
  ...query("F", "Page", { type: "integer", minimum: 0 }),
  ...query("F", "PageToken", { type: "string" }),
  {
    source: "S2",
    says: "the FriendlyName of the query is not PII",
    at: ["parameter", "ListApplication", "FriendlyName", "x-pii"],
    must: { is: false },
  },
  {
    source: "F",
    says: "the FriendlyName of the query matches exactly",
    at: ["parameter", "ListApplication", "FriendlyName", "description"],
    must: { mentions: /exactly/ },
  },
  ...complete("F", "ApplicationList", [
    "applications",
    "page",
    "page_size",
    "start",
    "end",
    "uri",
    "first_page_uri",
    "next_page_uri",
    "previous_page_uri",
  ]),
  ...property("S2", "ApplicationList", "applications", {
    type: "array",
    items: { $ref: "#/components/schemas/Application" },
  }),
  ...property("F", "ApplicationList", "page", { type: "integer", minimum: 0 }),
  ...property("F", "ApplicationList", "page_size", { type: "integer", minimum: 1, maximum: 1000 }),
  ...property("F", "ApplicationList", "start", { type: "integer" }),
  ...property("F", "ApplicationList", "end", { type: "integer" }),
  ...property("F", "ApplicationList", "uri", { type: "string", format: "uri-reference" }),
  ...property("F", "ApplicationList", "first_page_uri", { type: "string", format: "uri-reference" }),
  ...property("F", "ApplicationList", "next_page_uri", { ...TEXT, format: "uri-reference" }),
  ...property("F", "ApplicationList", "previous_page_uri", { ...TEXT, format: "uri-reference" }),
];

const CALL_FORM: At = ["operation", "CreateCall", "requestBody", "content", FORM, "schema"];
const PHONES = { To: "+15558675309", From: "+15555551212" };

/** Requests that the announcement shows, with SIDs of full length. */
const announced: Fact[] = [
  {
    source: "S3",
    says: "an application is created from a name and three URLs",
    at: ["operation", "CreateApplication", "requestBody", "content", FORM, "schema"],
    must: {
      accepts: {
        FriendlyName: "Callertron",
        VoiceUrl: "http://example.com/voice",
        SmsUrl: "http://example.com/sms",
        StatusCallback: "http://example.com/callback",
      },
    },
  },
  {
    source: "S3",
    says: "a number is pointed at two applications",
    at: ["operation", "UpdateIncomingPhoneNumber", "requestBody", "content", FORM, "schema"],
    must: {
      accepts: { VoiceApplicationSid: AP, SmsApplicationSid: "APfedcba9876543210fedcba9876543210" },
    },
  },
  {
    source: "S3",
    says: "a number may be sent an application and a URL at the same time",
    at: ["operation", "UpdateIncomingPhoneNumber", "requestBody", "content", FORM, "schema"],
    must: { accepts: { VoiceApplicationSid: AP, VoiceUrl: "http://example.com/voice" } },
  },
  {
    source: "S3",
    says: "a call is started with an application",
    at: CALL_FORM,
    must: { accepts: { ...PHONES, ApplicationSid: AP } },
  },
  {
    source: "F",
    says: "the short SIDs of the announcement are abbreviations",
    at: CALL_FORM,
    must: { rejects: { ...PHONES, ApplicationSid: "AP9g8f4" } },
  },
];

const call: Fact[] = [
  ...complete("S3", "CallRequest", ["To", "From", "ApplicationSid", "Url"]),
  ...property("S3", "CallRequest", "To", { type: "string" }),
  ...property("S3", "CallRequest", "From", { type: "string" }),
  ...property("S3", "CallRequest", "Url", { type: "string", format: "uri" }),
  ...property("F", "CallRequest", "ApplicationSid", { pattern: "^AP[0-9a-fA-F]{32}$" }),
  ...property("F", "CallRequest", "ApplicationSid", { "x-takes-precedence-over": ["Url"] }),
  rejects("F", "CallRequest", "To", "", "cannot be empty"),
  rejects("F", "CallRequest", "From", "", "cannot be empty"),
  mentions("S3", "CallRequest", "ApplicationSid", /VoiceUrl controls the call/, "what controls the call"),
  ...optional("S3", "CallRequest", ["ApplicationSid", "Url"]),
  {
    source: "F",
    says: "CallRequest requires To",
    at: ["schema", "CallRequest", "required"],
    must: { includes: "To" },
  },
  {
    source: "F",
    says: "CallRequest requires From",
    at: ["schema", "CallRequest", "required"],
    must: { includes: "From" },
  },
  {
    source: "F",
    says: "CreateCall requires a body",
    at: ["operation", "CreateCall", "requestBody", "required"],
    must: { is: true },
  },
  {
    source: "S3",
    says: "a call is started with a URL",
    at: CALL_FORM,
    must: { accepts: { ...PHONES, Url: "http://example.com/voice" } },
  },
  {
    source: "F",
    says: "a call may name an application and a URL",
    at: CALL_FORM,
    must: { accepts: { ...PHONES, ApplicationSid: AP, Url: "http://example.com/voice" } },
  },
  {
    source: "F",
    says: "a call needs an application or a URL",
    at: CALL_FORM,
    must: { rejects: PHONES },
  },
  ...complete("F", "Call", ["sid", "account_sid", "to", "from", "date_created", "uri"]),
  ...sidOrNull("F", "Call", "sid", "CA"),
  ...sidOrNull("F", "Call", "account_sid", "AC"),
  ...property("F", "Call", "to", TEXT),
  ...property("F", "Call", "from", TEXT),
  ...property("F", "Call", "date_created", { ...TEXT, format: "date-time-rfc-2822" }),
  ...property("F", "Call", "uri", { ...TEXT, format: "uri-reference" }),
  ...optional("F", "Call", ["sid", "account_sid", "to", "from", "date_created", "uri"]),
];

/** The error codes of an operation's failures, by status. */
const codes: readonly [operation: string, status: string, codes: readonly string[]][] = [
  ["CreateApplication", "400", ["20002", "21402", "21403", "21301"]],
  ["UpdateApplication", "400", ["20002", "21402", "21403", "21301"]],
  ["UpdateIncomingPhoneNumber", "400", ["20002", "21402", "21403", "21420"]],
  ["CreateCall", "400", ["21201", "21213", "21205", "21218"]],
  ["ListApplication", "400", ["20002"]],
  ["FetchApplication", "401", ["20003"]],
  ["FetchApplication", "404", ["20404"]],
  ["FetchApplication", "429", ["20429"]],
];

const errors: Fact[] = [
  ...complete("F", "TwilioError", ["code", "message", "more_info", "status"]),
  ...property("F", "TwilioError", "code", { type: "integer" }),
  ...property("F", "TwilioError", "message", { type: "string" }),
  ...property("F", "TwilioError", "more_info", { type: "string", format: "uri" }),
  ...property("F", "TwilioError", "status", { type: "integer", minimum: 400, maximum: 599 }),
  ...codes.map(([id, status, list]): Fact => ({
    source: "F",
    says: `${id} fails with ${status} for the reasons ${list.join(", ")}`,
    at: ["operation", id, "responses", status, "x-error-codes"],
    must: { hasKeys: list },
  })),
];

export const otherFacts: readonly Fact[] = [...list, ...announced, ...call, ...errors];

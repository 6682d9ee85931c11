import {
  accepts,
  complete,
  mentions,
  method,
  methodOrNull,
  notPii,
  optional,
  property,
  rejects,
  sidOrNull,
  urlOrNothing,
  type Fact,
} from "./fact.js";

const PROPERTIES = [
  "account_sid",
  "api_version",
  "date_created",
  "date_updated",
  "friendly_name",
  "message_status_callback",
  "sid",
  "sms_fallback_method",
  "sms_fallback_url",
  "sms_method",
  "sms_status_callback",
  "sms_url",
  "status_callback",
  "status_callback_method",
  "uri",
  "voice_caller_id_lookup",
  "voice_fallback_method",
  "voice_fallback_url",
  "voice_method",
  "voice_url",
];

const PARAMETERS = [
  "ApiVersion",
  "FriendlyName",
  "MessageStatusCallback",
  "SmsFallbackMethod",
  "SmsFallbackUrl",
  "SmsMethod",
  "SmsStatusCallback",
  "SmsUrl",
  "StatusCallback",
  "StatusCallbackMethod",
  "VoiceCallerIdLookup",
  "VoiceFallbackMethod",
  "VoiceFallbackUrl",
  "VoiceMethod",
  "VoiceUrl",
];

const DATE = { type: ["string", "null"], format: "date-time-rfc-2822" };

/** The application as an answer has it. */
const application: Fact[] = [
  ...complete("F", "Application", [...PROPERTIES, "public_application_connect_enabled"]),
  ...property("F", "Application", "public_application_connect_enabled", { type: ["boolean", "null"] }),
  ...optional("S0", "Application", PROPERTIES),

  ...sidOrNull("S0", "Application", "sid", "AP"),
  ...sidOrNull("S0", "Application", "account_sid", "AC"),
  ...property("S0", "Application", "friendly_name", { type: ["string", "null"] }),
  ...property("S0", "Application", "api_version", { type: ["string", "null"] }),
  ...property("S0", "Application", "date_created", DATE),
  ...property("S0", "Application", "date_updated", DATE),
  accepts("S2", "Application", "date_created", "Thu, 09 Jun 2011 17:00:00 +0000", "takes an RFC 2822 date"),
  rejects("S2", "Application", "date_created", "2011-06-09T17:00:00Z", "takes no ISO date"),
  mentions("S2", "Application", "date_created", /\bGMT\b/, "that the date is in GMT"),
  mentions("S2", "Application", "date_updated", /\bGMT\b/, "that the date is in GMT"),

  ...urlOrNothing("S0", "Application", "message_status_callback"),
  ...urlOrNothing("S0", "Application", "sms_fallback_url"),
  ...urlOrNothing("S0", "Application", "sms_status_callback"),
  ...urlOrNothing("S0", "Application", "sms_url"),
  ...urlOrNothing("S0", "Application", "status_callback"),
  ...urlOrNothing("S0", "Application", "voice_fallback_url"),
  ...urlOrNothing("S0", "Application", "voice_url"),
  mentions("S2", "Application", "message_status_callback", /\bPOST\b/, "that it is called by POST"),
  mentions("S2", "Application", "sms_status_callback", /\bPOST\b/, "that it is called by POST"),
  mentions("S2", "Application", "status_callback", /`status_callback_method`/, "which method is used"),

  ...methodOrNull("S0", "Application", "sms_fallback_method"),
  ...methodOrNull("S0", "Application", "sms_method"),
  ...methodOrNull("S0", "Application", "status_callback_method"),
  ...methodOrNull("S0", "Application", "voice_fallback_method"),
  ...methodOrNull("S0", "Application", "voice_method"),

  ...property("S0", "Application", "uri", { type: ["string", "null"], format: "uri-reference" }),
  accepts("S0", "Application", "uri", "/2010-04-01/Accounts/AC1/Applications/AP1.json", "takes a path"),
  mentions("S0", "Application", "uri", /relative to the server/, "that it is relative to the server"),

  ...property("S0", "Application", "voice_caller_id_lookup", { type: ["boolean", "null"] }),
  mentions("S2", "Application", "voice_caller_id_lookup", /\bcost\b/, "that a lookup costs extra"),

  ...notPii("Application", PROPERTIES),
];

/** The form that creates and updates an application. */
const settings: Fact[] = [
  ...complete("S0", "ApplicationSettings", PARAMETERS),
  ...optional("S2", "ApplicationSettings", PARAMETERS),

  ...property("S0", "ApplicationSettings", "ApiVersion", {
    type: "string",
    enum: ["2010-04-01", "2008-08-01"],
  }),
  rejects("S0", "ApplicationSettings", "ApiVersion", "2015-01-01", "takes no other version"),
  mentions(
    "S0",
    "ApplicationSettings",
    "ApiVersion",
    /default version of the account/,
    "what the default is",
  ),
  {
    source: "S0",
    says: "ApplicationSettings.ApiVersion has no fixed default",
    at: ["schema", "ApplicationSettings", "properties", "ApiVersion", "default"],
    must: { isAbsent: true },
  },

  ...property("S0", "ApplicationSettings", "FriendlyName", { type: "string", maxLength: 64 }),
  ...property("F", "ApplicationSettings", "FriendlyName", { minLength: 1 }),
  accepts("S0", "ApplicationSettings", "FriendlyName", "x".repeat(64), "takes 64 characters"),
  rejects("S0", "ApplicationSettings", "FriendlyName", "x".repeat(65), "takes no 65 characters"),

  ...urlOrNothing("S0", "ApplicationSettings", "MessageStatusCallback"),
  ...urlOrNothing("S0", "ApplicationSettings", "SmsFallbackUrl"),
  ...urlOrNothing("S0", "ApplicationSettings", "SmsStatusCallback"),
  ...urlOrNothing("S0", "ApplicationSettings", "SmsUrl"),
  ...urlOrNothing("S0", "ApplicationSettings", "StatusCallback"),
  ...urlOrNothing("S0", "ApplicationSettings", "VoiceFallbackUrl"),
  ...urlOrNothing("S0", "ApplicationSettings", "VoiceUrl"),
  mentions("S0", "ApplicationSettings", "MessageStatusCallback", /\bPOST\b/, "that it is called by POST"),
  mentions("S0", "ApplicationSettings", "SmsStatusCallback", /\bPOST\b/, "that it is called by POST"),
  mentions("S0", "ApplicationSettings", "StatusCallback", /StatusCallbackMethod/, "which method is used"),
  mentions("S0", "ApplicationSettings", "SmsFallbackUrl", /SmsUrl/, "whose TwiML it stands in for"),

  ...property("S0", "ApplicationSettings", "SmsStatusCallback", {
    deprecated: true,
    "x-alias-of": "MessageStatusCallback",
  }),
  {
    source: "S0",
    says: "ApplicationSettings.MessageStatusCallback is not deprecated",
    at: ["schema", "ApplicationSettings", "properties", "MessageStatusCallback", "deprecated"],
    must: { isAbsent: true },
  },

  ...method("S0", "ApplicationSettings", "SmsFallbackMethod"),
  ...method("S0", "ApplicationSettings", "SmsMethod"),
  ...method("S0", "ApplicationSettings", "StatusCallbackMethod"),
  ...method("S0", "ApplicationSettings", "VoiceFallbackMethod"),
  ...method("S0", "ApplicationSettings", "VoiceMethod"),

  ...property("S0", "ApplicationSettings", "VoiceCallerIdLookup", { type: "boolean" }),
  mentions("S0", "ApplicationSettings", "VoiceCallerIdLookup", /\bcost\b/, "that a lookup costs extra"),

  ...notPii("ApplicationSettings", PARAMETERS),
];

export const applicationFacts: readonly Fact[] = [...application, ...settings];

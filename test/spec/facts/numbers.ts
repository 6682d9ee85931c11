import {
  accepts,
  complete,
  mentions,
  method,
  methodOrNull,
  optional,
  property,
  rejects,
  sidOrNothing,
  sidOrNull,
  urlOrNothing,
  type Fact,
} from "./fact.js";

const PROPERTIES = [
  "account_sid",
  "address_requirements",
  "address_sid",
  "api_version",
  "beta",
  "bundle_sid",
  "capabilities",
  "date_created",
  "date_updated",
  "emergency_address_sid",
  "emergency_address_status",
  "emergency_status",
  "friendly_name",
  "identity_sid",
  "origin",
  "phone_number",
  "sid",
  "sms_application_sid",
  "sms_fallback_method",
  "sms_fallback_url",
  "sms_method",
  "sms_url",
  "status",
  "status_callback",
  "status_callback_method",
  "trunk_sid",
  "uri",
  "voice_application_sid",
  "voice_caller_id_lookup",
  "voice_fallback_method",
  "voice_fallback_url",
  "voice_method",
  "voice_receive_mode",
  "voice_url",
];

const PARAMETERS = [
  "AccountSid",
  "AddressSid",
  "ApiVersion",
  "BundleSid",
  "EmergencyAddressSid",
  "EmergencyStatus",
  "FriendlyName",
  "IdentitySid",
  "SmsApplicationSid",
  "SmsFallbackMethod",
  "SmsFallbackUrl",
  "SmsMethod",
  "SmsUrl",
  "StatusCallback",
  "StatusCallbackMethod",
  "TrunkSid",
  "VoiceApplicationSid",
  "VoiceCallerIdLookup",
  "VoiceFallbackMethod",
  "VoiceFallbackUrl",
  "VoiceMethod",
  "VoiceReceiveMode",
  "VoiceUrl",
];

const NUMBER = "IncomingPhoneNumber";
const SETTINGS = "IncomingPhoneNumberSettings";
const TEXT = { type: ["string", "null"] };
const FLAG = { type: ["boolean", "null"] };
const DATE = { type: ["string", "null"], format: "date-time-rfc-2822" };

/** The number as an answer has it. S1 shows the types by its example; that each may be null is from F. */
const number: Fact[] = [
  ...complete("F", NUMBER, [...PROPERTIES, "type"]),
  ...property("F", NUMBER, "type", TEXT),
  ...optional("S1", NUMBER, PROPERTIES),

  ...sidOrNull("F", NUMBER, "sid", "PN"),
  ...sidOrNull("F", NUMBER, "account_sid", "AC"),
  ...property("S1", NUMBER, "phone_number", TEXT),
  ...property("S1", NUMBER, "friendly_name", TEXT),
  ...property("S1", NUMBER, "api_version", TEXT),
  ...property("S1", NUMBER, "origin", TEXT),
  ...property("S1", NUMBER, "status", TEXT),
  ...property("S1", NUMBER, "beta", FLAG),
  ...property("S1", NUMBER, "voice_caller_id_lookup", FLAG),
  ...property("F", NUMBER, "date_created", DATE),
  ...property("F", NUMBER, "date_updated", DATE),
  ...property("F", NUMBER, "uri", { ...TEXT, format: "uri-reference" }),

  accepts("S1", NUMBER, "capabilities", { fax: true, mms: true, sms: true, voice: true }, "holds four flags"),
  accepts("F", NUMBER, "capabilities", null, "may be null"),
  rejects("S1", NUMBER, "capabilities", { voice: "yes" }, "holds no flags that are text"),
  ...complete("S1", "Capabilities", ["fax", "mms", "sms", "voice"]),
  ...property("S1", "Capabilities", "fax", FLAG),
  ...property("S1", "Capabilities", "mms", FLAG),
  ...property("S1", "Capabilities", "sms", FLAG),
  ...property("S1", "Capabilities", "voice", FLAG),

  ...sidOrNothing("S1", NUMBER, "address_sid", "AD"),
  ...sidOrNothing("S1", NUMBER, "bundle_sid", "BU"),
  ...sidOrNothing("S1", NUMBER, "emergency_address_sid", "AD"),
  ...sidOrNothing("S1", NUMBER, "identity_sid", "RI"),
  ...sidOrNothing("S1", NUMBER, "sms_application_sid", "AP"),
  ...sidOrNothing("S1", NUMBER, "trunk_sid", "TK"),
  ...sidOrNothing("S1", NUMBER, "voice_application_sid", "AP"),

  ...urlOrNothing("S1", NUMBER, "sms_fallback_url"),
  ...urlOrNothing("S1", NUMBER, "sms_url"),
  ...urlOrNothing("S1", NUMBER, "status_callback"),
  ...urlOrNothing("S1", NUMBER, "voice_fallback_url"),
  ...urlOrNothing("S1", NUMBER, "voice_url"),

  ...methodOrNull("S1", NUMBER, "sms_fallback_method"),
  ...methodOrNull("S1", NUMBER, "sms_method"),
  ...methodOrNull("S1", NUMBER, "status_callback_method"),
  ...methodOrNull("S1", NUMBER, "voice_fallback_method"),
  ...methodOrNull("S1", NUMBER, "voice_method"),

  ...property("S1", NUMBER, "voice_receive_mode", { ...TEXT, enum: ["voice", "fax", null] }),
  ...property("S1", NUMBER, "emergency_status", { ...TEXT, enum: ["Active", "Inactive", null] }),
  ...property("F", NUMBER, "address_requirements", {
    ...TEXT,
    enum: ["none", "any", "local", "foreign", null],
  }),
  ...property("F", NUMBER, "emergency_address_status", {
    ...TEXT,
    enum: [
      "registered",
      "unregistered",
      "pending-registration",
      "registration-failure",
      "pending-unregistration",
      "unregistration-failure",
      null,
    ],
  }),
];

/** A default of the server is a fact about a number that never had a value; a client must not fill it in. */
function serverDefault(name: string, value: string | boolean): Fact[] {
  return [
    ...property("S1", SETTINGS, name, { "x-server-default": value }),
    {
      source: "F",
      says: `${SETTINGS}.${name} has no default that a client would send`,
      at: ["schema", SETTINGS, "properties", name, "default"],
      must: { isAbsent: true },
    },
  ];
}

/** The form that updates a number. */
const settings: Fact[] = [
  ...complete("S1", SETTINGS, PARAMETERS),
  ...optional("S1", SETTINGS, PARAMETERS),
  {
    source: "S1",
    says: `${SETTINGS} has no SmsStatusCallback, though S2 counts it among the settings of a number`,
    at: ["schema", SETTINGS, "properties", "SmsStatusCallback"],
    must: { isAbsent: true },
  },

  ...property("S1", SETTINGS, "AccountSid", {
    type: "string",
    minLength: 34,
    maxLength: 34,
    pattern: "^AC[0-9a-fA-F]{32}$",
  }),
  ...sidOrNothing("S1", SETTINGS, "AddressSid", "AD"),
  ...sidOrNothing("S1", SETTINGS, "BundleSid", "BU"),
  ...sidOrNothing("S1", SETTINGS, "EmergencyAddressSid", "AD"),
  ...sidOrNothing("S1", SETTINGS, "IdentitySid", "RI"),
  ...sidOrNothing("S1", SETTINGS, "SmsApplicationSid", "AP"),
  ...sidOrNothing("S1", SETTINGS, "TrunkSid", "TK"),
  ...sidOrNothing("S1", SETTINGS, "VoiceApplicationSid", "AP"),
  mentions("S1", SETTINGS, "AddressSid", /regions require/, "that some regions require it"),
  mentions("S1", SETTINGS, "BundleSid", /regions require/, "that some regions require it"),
  mentions("S1", SETTINGS, "IdentitySid", /regions require/, "that some regions require it"),

  ...property("S1", SETTINGS, "ApiVersion", { type: "string" }),
  ...property("F", SETTINGS, "ApiVersion", { enum: ["2010-04-01", "2008-08-01"] }),
  ...property("S1", SETTINGS, "EmergencyStatus", { type: "string", enum: ["Active", "Inactive"] }),
  ...property("S1", SETTINGS, "FriendlyName", { type: "string", maxLength: 64 }),
  ...property("F", SETTINGS, "FriendlyName", { minLength: 1 }),
  rejects("S1", SETTINGS, "FriendlyName", "x".repeat(65), "takes no 65 characters"),
  ...property("S1", SETTINGS, "VoiceCallerIdLookup", { type: "boolean" }),
  ...property("S1", SETTINGS, "VoiceReceiveMode", { type: "string", enum: ["voice", "fax"] }),

  ...urlOrNothing("S1", SETTINGS, "SmsFallbackUrl"),
  ...urlOrNothing("S1", SETTINGS, "SmsUrl"),
  ...urlOrNothing("S1", SETTINGS, "StatusCallback"),
  ...urlOrNothing("S1", SETTINGS, "VoiceFallbackUrl"),
  ...urlOrNothing("S1", SETTINGS, "VoiceUrl"),

  ...method("S1", SETTINGS, "SmsFallbackMethod"),
  ...method("S1", SETTINGS, "SmsMethod"),
  ...method("S1", SETTINGS, "StatusCallbackMethod"),
  ...method("S1", SETTINGS, "VoiceFallbackMethod"),
  ...method("S1", SETTINGS, "VoiceMethod"),

  ...serverDefault("ApiVersion", "2010-04-01"),
  ...serverDefault("SmsFallbackMethod", "POST"),
  ...serverDefault("SmsMethod", "POST"),
  ...serverDefault("StatusCallbackMethod", "POST"),
  ...serverDefault("VoiceCallerIdLookup", false),
  ...serverDefault("VoiceFallbackMethod", "POST"),
  ...serverDefault("VoiceMethod", "POST"),
  ...serverDefault("VoiceReceiveMode", "voice"),
  mentions("S1", SETTINGS, "FriendlyName", /digits/, "what the default name is"),

  ...property("S1", SETTINGS, "SmsApplicationSid", {
    "x-takes-precedence-over": ["SmsUrl", "SmsFallbackUrl"],
  }),
  ...property("S1", SETTINGS, "VoiceApplicationSid", {
    "x-takes-precedence-over": ["VoiceUrl", "VoiceFallbackUrl"],
    "x-excludes": ["TrunkSid"],
  }),
  ...property("S1", SETTINGS, "TrunkSid", {
    "x-takes-precedence-over": ["VoiceApplicationSid", "VoiceUrl", "VoiceFallbackUrl"],
    "x-excludes": ["VoiceApplicationSid"],
  }),
  mentions("S1", SETTINGS, "VoiceUrl", /application.*trunk/, "that an application or a trunk replaces it"),
];

export const numberFacts: readonly Fact[] = [...number, ...settings];

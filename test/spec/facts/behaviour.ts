import type { Fact } from "./fact.js";

/** What holds for the whole service, and what operations do to one another. */
export const behaviourFacts: readonly Fact[] = [
  {
    source: "S0",
    says: "the server is https://api.twilio.com and there is no other",
    at: ["document", "servers"],
    must: { is: [{ url: "https://api.twilio.com" }] },
  },
  {
    source: "S0",
    says: "the version of the API is 2010-04-01",
    at: ["document", "info", "version"],
    must: { is: "2010-04-01" },
  },
  {
    source: "S0",
    says: "every operation wants a user name and a password",
    at: ["document", "security"],
    must: { is: [{ basicAuth: [] }] },
  },
  {
    source: "S0",
    says: "user name and password go by HTTP",
    at: ["document", "components", "securitySchemes", "basicAuth", "type"],
    must: { is: "http" },
  },
  {
    source: "S0",
    says: "user name and password go as basic authentication",
    at: ["document", "components", "securitySchemes", "basicAuth", "scheme"],
    must: { is: "basic" },
  },
  {
    source: "S2",
    says: "an account holds at most 1000 applications",
    at: ["operation", "CreateApplication", "x-max-count"],
    must: { is: 1000 },
  },
  {
    source: "S2",
    says: "the limit of 1000 applications is stated in words",
    at: ["operation", "CreateApplication", "description"],
    must: { mentions: /at most 1000/ },
  },
  {
    source: "S2",
    says: "deleting an application removes it from the voice setting of every number",
    at: ["operation", "DeleteApplication", "x-clears"],
    must: { includes: "#/components/schemas/IncomingPhoneNumber/properties/voice_application_sid" },
  },
  {
    source: "S2",
    says: "deleting an application removes it from the SMS setting of every number",
    at: ["operation", "DeleteApplication", "x-clears"],
    must: { includes: "#/components/schemas/IncomingPhoneNumber/properties/sms_application_sid" },
  },
  {
    source: "S2",
    says: "an update answers like a fetch",
    at: ["operation", "UpdateApplication", "description"],
    must: { mentions: /same as that of a fetch/ },
  },
  {
    source: "S3",
    says: "an update of an application takes effect at once for all its numbers",
    at: ["operation", "UpdateApplication", "description"],
    must: { mentions: /at once for\s+every number/ },
  },
  {
    source: "S3",
    says: "an application wins over a URL in the same request",
    at: ["operation", "UpdateIncomingPhoneNumber", "description"],
    must: { mentions: /instead of the number's own URLs.*even if both come in one request/s },
  },
  {
    source: "S3",
    says: "the VoiceUrl of the application controls a call once it is answered",
    at: ["operation", "CreateCall", "description"],
    must: { mentions: /answered.*VoiceUrl of the application/s },
  },
  {
    source: "F",
    says: "an empty value clears a stored value",
    at: ["document", "info", "description"],
    must: { mentions: /null and the empty string are both sent as `Name=`/ },
  },
  {
    source: "S2",
    says: "the account in the path is not PII",
    at: ["parameter", "FetchApplication", "AccountSid", "x-pii"],
    must: { is: false },
  },
  {
    source: "S2",
    says: "the application in the path is not PII",
    at: ["parameter", "FetchApplication", "Sid", "x-pii"],
    must: { is: false },
  },
];

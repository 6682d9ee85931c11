/**
 * What a good engineer would write by hand for an Application and a page of them where formats are notes for readers:
 * types, patterns, lists of values and limits, straight on the properties, with nothing shared between schemas.
 */

const applicationSid = /^AP[0-9a-fA-F]{32}$/;
const accountSid = /^AC[0-9a-fA-F]{32}$/;

/** @typedef {{ path: string[], code: string, message: string }} Issue */

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (/** @type {unknown} */ value) => value == null || typeof value === "string";
const isFlag = (/** @type {unknown} */ value) => value == null || typeof value === "boolean";
const isMethod = (/** @type {unknown} */ value) => value == null || value === "GET" || value === "POST";

/** @param {unknown} value */
export function isApplication(value) {
  return (
    isObject(value) &&
    (value.sid == null || (typeof value.sid === "string" && applicationSid.test(value.sid))) &&
    (value.account_sid == null ||
      (typeof value.account_sid === "string" && accountSid.test(value.account_sid))) &&
    isText(value.friendly_name) &&
    isText(value.api_version) &&
    isText(value.voice_url) &&
    isMethod(value.voice_method) &&
    isText(value.voice_fallback_url) &&
    isMethod(value.voice_fallback_method) &&
    isFlag(value.voice_caller_id_lookup) &&
    isText(value.sms_url) &&
    isMethod(value.sms_method) &&
    isText(value.sms_fallback_url) &&
    isMethod(value.sms_fallback_method) &&
    isText(value.sms_status_callback) &&
    isText(value.message_status_callback) &&
    isText(value.status_callback) &&
    isMethod(value.status_callback_method) &&
    isFlag(value.public_application_connect_enabled) &&
    isText(value.date_created) &&
    isText(value.date_updated) &&
    isText(value.uri)
  );
}

const isIndex = (/** @type {unknown} */ value) => value === undefined || Number.isInteger(value);
const isAddress = (/** @type {unknown} */ value) => value === undefined || typeof value === "string";

/** @param {unknown} value */
export function isApplicationList(value) {
  if (!isObject(value)) return false;
  const { applications, page, page_size } = value;
  if (applications !== undefined && !(Array.isArray(applications) && applications.every(isApplication)))
    return false;
  return (
    (page === undefined || (Number.isInteger(page) && Number(page) >= 0)) &&
    (page_size === undefined ||
      (Number.isInteger(page_size) && Number(page_size) >= 1 && Number(page_size) <= 1000)) &&
    isIndex(value.start) &&
    isIndex(value.end) &&
    isAddress(value.uri) &&
    isAddress(value.first_page_uri) &&
    isText(value.next_page_uri) &&
    isText(value.previous_page_uri)
  );
}

/** @type {(key: string, code: string, message: string) => Issue} */
const wrong = (key, code, message) => ({ path: [key], code, message });

/** @type {(issues: Issue[], key: string, value: unknown) => void} */
function textIssues(issues, key, value) {
  if (value != null && typeof value !== "string") issues.push(wrong(key, "type", "must be a string"));
}

/** @type {(issues: Issue[], key: string, value: unknown) => void} */
function flagIssues(issues, key, value) {
  if (value != null && typeof value !== "boolean") issues.push(wrong(key, "type", "must be a boolean"));
}

/** @type {(issues: Issue[], key: string, value: unknown) => void} */
function methodIssues(issues, key, value) {
  if (!isMethod(value)) issues.push(wrong(key, "enum", 'must be "GET" or "POST"'));
}

/** @type {(issues: Issue[], key: string, value: unknown, pattern: RegExp) => void} */
function patternIssues(issues, key, value, pattern) {
  if (value == null) return;
  if (typeof value !== "string") issues.push(wrong(key, "type", "must be a string"));
  else if (!pattern.test(value)) issues.push(wrong(key, "pattern", `must be a match of ${pattern.source}`));
}

/**
 * Everything that is wrong with an application, with its path.
 * @param {unknown} value
 * @returns {Issue[]}
 */
export function applicationIssues(value) {
  if (!isObject(value)) return [{ path: [], code: "type", message: "must be an object" }];
  /** @type {Issue[]} */
  const issues = [];
  patternIssues(issues, "sid", value.sid, applicationSid);
  patternIssues(issues, "account_sid", value.account_sid, accountSid);
  textIssues(issues, "friendly_name", value.friendly_name);
  textIssues(issues, "api_version", value.api_version);
  textIssues(issues, "voice_url", value.voice_url);
  methodIssues(issues, "voice_method", value.voice_method);
  textIssues(issues, "voice_fallback_url", value.voice_fallback_url);
  methodIssues(issues, "voice_fallback_method", value.voice_fallback_method);
  flagIssues(issues, "voice_caller_id_lookup", value.voice_caller_id_lookup);
  textIssues(issues, "sms_url", value.sms_url);
  methodIssues(issues, "sms_method", value.sms_method);
  textIssues(issues, "sms_fallback_url", value.sms_fallback_url);
  methodIssues(issues, "sms_fallback_method", value.sms_fallback_method);
  textIssues(issues, "sms_status_callback", value.sms_status_callback);
  textIssues(issues, "message_status_callback", value.message_status_callback);
  textIssues(issues, "status_callback", value.status_callback);
  methodIssues(issues, "status_callback_method", value.status_callback_method);
  flagIssues(issues, "public_application_connect_enabled", value.public_application_connect_enabled);
  textIssues(issues, "date_created", value.date_created);
  textIssues(issues, "date_updated", value.date_updated);
  textIssues(issues, "uri", value.uri);
  return issues;
}

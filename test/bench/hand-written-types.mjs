/** The least that somebody would write by hand: the type of each property by `typeof`, and nothing else. */

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (/** @type {unknown} */ value) => value == null || typeof value === "string";
const isFlag = (/** @type {unknown} */ value) => value == null || typeof value === "boolean";
const isNumber = (/** @type {unknown} */ value) => value === undefined || typeof value === "number";

/** @param {unknown} value */
export function isApplication(value) {
  return (
    isObject(value) &&
    isText(value.sid) &&
    isText(value.account_sid) &&
    isText(value.friendly_name) &&
    isText(value.api_version) &&
    isText(value.voice_url) &&
    isText(value.voice_method) &&
    isText(value.voice_fallback_url) &&
    isText(value.voice_fallback_method) &&
    isFlag(value.voice_caller_id_lookup) &&
    isText(value.sms_url) &&
    isText(value.sms_method) &&
    isText(value.sms_fallback_url) &&
    isText(value.sms_fallback_method) &&
    isText(value.sms_status_callback) &&
    isText(value.message_status_callback) &&
    isText(value.status_callback) &&
    isText(value.status_callback_method) &&
    isFlag(value.public_application_connect_enabled) &&
    isText(value.date_created) &&
    isText(value.date_updated) &&
    isText(value.uri)
  );
}

/** @param {unknown} value */
export function isApplicationList(value) {
  return (
    isObject(value) &&
    (value.applications === undefined ||
      (Array.isArray(value.applications) && value.applications.every(isApplication))) &&
    isNumber(value.page) &&
    isNumber(value.page_size) &&
    isNumber(value.start) &&
    isNumber(value.end) &&
    isText(value.uri) &&
    isText(value.first_page_uri) &&
    isText(value.next_page_uri) &&
    isText(value.previous_page_uri)
  );
}

/** Many different values to validate, made by the fixtures and sent through JSON as an answer would be. */

/**
 * The fixture functions that values are made with.
 * @typedef {typeof import("../../generated/twilio/src/fixtures/index.js")} Fixtures
 * @typedef {Record<string, unknown>} Value
 */

const nullable = [
  "friendly_name",
  "voice_url",
  "voice_fallback_url",
  "voice_caller_id_lookup",
  "sms_method",
  "sms_fallback_url",
  "sms_status_callback",
  "status_callback",
  "status_callback_method",
];

/** @typedef {readonly [key: string, value: unknown]} Damage */

/** A wrong value for a property, of the wrong type or against another rule. @type {readonly Damage[]} */
export const damages = Object.entries({
  sid: "AP123",
  friendly_name: 17,
  voice_method: "PATCH",
  voice_caller_id_lookup: "yes",
  sms_url: 21,
  account_sid: "CA0123456789abcdef0123456789abcdef",
  status_callback_method: "post",
  date_updated: { seconds: 0 },
  public_application_connect_enabled: 1,
});

/** What is wrong only where formats are rules. @type {readonly Damage[]} */
export const formatDamages = Object.entries({
  voice_url: "example.com/voice",
  date_created: "2024-01-15T00:00:00Z",
  uri: "/a path",
  sms_fallback_url: "no URL",
});

/**
 * Valid applications; about one property in seven is null.
 * @param {Fixtures} fixtures
 * @param {number} count
 * @returns {Value[]}
 */
export function applications({ application }, count) {
  return Array.from({ length: count }, (_, index) => {
    const unset = nullable.filter((_, i) => (index * 7 + i * 5) % 3 === 0);
    return overTheWire(application(Object.fromEntries(unset.map((key) => [key, null])), { index }));
  });
}

/**
 * Applications of which one to five properties are wrong.
 * @param {Fixtures} fixtures
 * @param {number} count
 * @param {readonly Damage[]} damages
 * @returns {Value[]}
 */
export function damagedApplications(fixtures, count, damages) {
  return applications(fixtures, count).map((value, index) => {
    const wrong = Array.from(
      { length: 1 + (index % 5) },
      (_, i) => damages[(index * 7 + i * 5) % damages.length],
    );
    return overTheWire({ ...value, ...Object.fromEntries(wrong.filter((each) => each !== undefined)) });
  });
}

/**
 * Pages of applications.
 * @param {Fixtures} fixtures
 * @param {number} count
 * @param {number} size of a page
 * @returns {Value[]}
 */
export function pages(fixtures, count, size) {
  const items = applications(fixtures, count * size);
  return Array.from({ length: count }, (_, index) =>
    overTheWire(
      fixtures.applicationList(
        { applications: /** @type {never} */ (items.slice(index * size, (index + 1) * size)) },
        { index },
      ),
    ),
  );
}

/**
 * As it comes out of an answer.
 * @param {object} value
 * @returns {Value}
 */
export const overTheWire = (value) => JSON.parse(JSON.stringify(value));

/** Other schemas than those that are measured, so that the code which validators share has seen more than these. */
import assert from "node:assert/strict";
import { overTheWire } from "./sample-values.mjs";

/** @import { Bundles } from "./validation.mjs" */

const count = 200;

/**
 * A function that validates values of other schemas.
 * @param {Pick<Bundles, "validators" | "fixtures">} bundles
 * @returns {() => void}
 */
export function otherSchemas({ validators, fixtures }) {
  const series = (/** @type {(overrides: undefined, options: { index: number }) => object} */ make) =>
    Array.from({ length: count }, (_, index) => overTheWire(make(undefined, { index })));
  const { Call, IncomingPhoneNumber, TwilioError } = validators;
  const subjects = [
    { validator: Call, values: series(fixtures.call) },
    { validator: IncomingPhoneNumber, values: series(fixtures.incomingPhoneNumber) },
    { validator: TwilioError, values: series(fixtures.twilioError) },
  ];
  return () => {
    for (const { validator, values } of subjects)
      for (const value of values) assert.deepEqual(validator.check(value), []);
  };
}

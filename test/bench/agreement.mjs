/** A comparison of speed is worth something only if both sides find fault with the same places. */
import assert from "node:assert/strict";

/**
 * What is compared of an issue. One that has causes says that no branch of a union fits; they say where the nearest does not.
 * @typedef {{ path: readonly (string | number)[], causes?: readonly Place[] }} Place
 */

/**
 * @typedef {object} Judge
 * @property {(value: unknown) => boolean} is
 * @property {(value: unknown) => readonly Place[]} issues
 */

/**
 * @param {Judge} ours
 * @param {Judge} theirs
 * @param {readonly unknown[]} values
 * @param {boolean} valid whether they all are, or none of them
 */
export function assertAgreement(ours, theirs, values, valid) {
  for (const value of values) {
    assert.equal(ours.is(value), valid);
    assert.equal(theirs.is(value), valid);
    assert.deepEqual(pathsOf(ours.issues(value)), pathsOf(theirs.issues(value)));
  }
}

/** @type {(places: readonly Place[]) => readonly Place["path"][]} */
const pathsOf = (places) =>
  places.flatMap(({ path, causes = [] }) => (causes.length === 0 ? [path] : pathsOf(causes)));

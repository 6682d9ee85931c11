/**
 * Times validators against hand-written checks, in a process of its own: `node validation-rounds.mjs <folder>`, where the
 * folder holds the bundles. Prints a list of `Comparison`s as JSON.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { median } from "./median.mjs";
import { applications, damagedApplications, others, pages } from "./sample-values.mjs";

/**
 * @typedef {object} Comparison
 * @property {string} name
 * @property {number} ratio time of the validator over time of the hand-written check
 * @property {number} perSecond validations per second
 */

/**
 * Two ways to do the same. Each gives a number of which the sum is known, so that no call can be optimized away.
 * @typedef {object} Contest
 * @property {string} name
 * @property {(value: unknown) => number} ours
 * @property {(value: unknown) => number} theirs
 * @property {readonly unknown[]} values
 * @property {number} total what all values add up to
 */

const rounds = 41;
const millisecondsOfRound = 10;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node validation-rounds.mjs <folder of bundles>");
const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);
const [validators, fixtures, handWritten, typesOnly] = await Promise.all(
  ["validators", "fixtures", "hand-written", "hand-written-types"].map(load),
);

const valid = applications(fixtures, 1000);
const damaged = damagedApplications(fixtures, 1000);
const lists = pages(fixtures, 40, 50);
const { Application, ApplicationList } = validators;

/** @type {readonly Contest[]} */
const contests = [
  {
    name: "valid",
    ours: (value) => Number(Application.is(value)),
    theirs: (value) => Number(handWritten.isApplication(value)),
    values: valid,
    total: valid.length,
  },
  {
    name: "valid, types only",
    ours: (value) => Number(Application.is(value)),
    theirs: (value) => Number(typesOnly.isApplication(value)),
    values: valid,
    total: valid.length,
  },
  {
    name: "page",
    ours: (value) => Number(ApplicationList.is(value)),
    theirs: (value) => Number(handWritten.isApplicationList(value)),
    values: lists,
    total: lists.length,
  },
  {
    name: "page, types only",
    ours: (value) => Number(ApplicationList.is(value)),
    theirs: (value) => Number(typesOnly.isApplicationList(value)),
    values: lists,
    total: lists.length,
  },
  {
    name: "invalid",
    ours: (value) => Application.check(value).length,
    theirs: (value) => handWritten.applicationIssues(value).length,
    values: damaged,
    total: damaged.reduce((total, value) => total + handWritten.applicationIssues(value).length, 0),
  },
];

/** A comparison of speed is worth something only if both sides find fault with the same places. */
function agree() {
  const places = (/** @type {readonly { path: unknown }[]} */ issues) => issues.map(({ path }) => path);
  for (const value of [...valid, ...damaged]) {
    assert.deepEqual(places(Application.check(value)), places(handWritten.applicationIssues(value)));
    assert.equal(Application.is(value), handWritten.isApplication(value));
  }
  for (const value of lists)
    for (const check of [ApplicationList.is, handWritten.isApplicationList, typesOnly.isApplicationList])
      assert.equal(check(value), true);
}

/** Lets the compiler see all there is, other schemas included, as in a program that uses the whole package. */
function warmUp() {
  const rest = Object.entries(others(fixtures, 200));
  for (let i = 0; i < 10; i++) {
    for (const [name, values] of rest)
      for (const value of values) assert.deepEqual(validators[name].check(value), []);
    for (const contest of contests) {
      run(contest, contest.ours, 3);
      run(contest, contest.theirs, 3);
    }
  }
}

/**
 * Milliseconds that a number of passes over all values takes.
 * @param {Contest} contest
 * @param {(value: unknown) => number} judge
 * @param {number} passes
 * @returns {number}
 */
function run({ values, total }, judge, passes) {
  let sum = 0;
  const start = performance.now();
  for (let i = 0; i < passes; i++) for (const value of values) sum += judge(value);
  const milliseconds = performance.now() - start;
  assert.equal(sum, total * passes);
  return milliseconds;
}

/**
 * @param {Contest} contest
 * @returns {Comparison}
 */
function compare(contest) {
  const { name, ours, theirs, values } = contest;
  const passes = Math.max(1, Math.ceil((millisecondsOfRound * 5) / run(contest, ours, 5)));
  const times = Array.from({ length: rounds }, (_, i) => {
    if (i % 2 === 0) return { ours: run(contest, ours, passes), theirs: run(contest, theirs, passes) };
    const first = run(contest, theirs, passes);
    return { theirs: first, ours: run(contest, ours, passes) };
  });
  return {
    name,
    ratio: median(times.map((each) => each.ours / each.theirs)),
    perSecond: (passes * values.length * 1000) / median(times.map((each) => each.ours)),
  };
}

/** @returns {Comparison} without a rival */
function fixturesPerSecond() {
  let index = 0;
  const batch = (/** @type {number} */ count) => {
    const start = performance.now();
    let length = 0;
    for (let i = 0; i < count; i++) length += fixtures.application(undefined, { index: index++ }).sid.length;
    assert.equal(length, count * 34);
    return count / ((performance.now() - start) / 1000);
  };
  batch(5000);
  return { name: "fixtures", ratio: 1, perSecond: median(Array.from({ length: 9 }, () => batch(2000))) };
}

agree();
warmUp();
console.log(JSON.stringify([...contests.map(compare), fixturesPerSecond()]));

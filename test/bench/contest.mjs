/** Two ways to do the same, and which of them is faster. */
import assert from "node:assert/strict";
import { median } from "./median.mjs";

/**
 * Each side gives a number of which the sum is known, so that no call can be optimized away.
 * @typedef {object} Contest
 * @property {string} name
 * @property {(value: unknown) => number} ours
 * @property {(value: unknown) => number} theirs
 * @property {readonly unknown[]} values
 * @property {number} total what all values add up to
 */

/**
 * @typedef {object} Comparison
 * @property {string} name
 * @property {number} ratio time of ours over time of theirs
 * @property {number} perSecond what ours does in a second of CPU time
 */

/** @typedef {(value: unknown) => boolean} Is */
/** @typedef {(value: unknown) => readonly { readonly path: readonly unknown[] }[]} ListIssues */

const rounds = 41;
const millisecondsOfRound = 10;

/**
 * Who says sooner that valid values are valid.
 * @param {string} name
 * @param {Is} ours
 * @param {Is} theirs
 * @param {readonly unknown[]} values
 * @returns {Contest}
 */
export const accepting = (name, ours, theirs, values) => ({
  name,
  ours: (value) => Number(ours(value)),
  theirs: (value) => Number(theirs(value)),
  values,
  total: values.length,
});

/**
 * Who lists sooner what is wrong with values of which none is valid. Each path is looked at, so that it has to be there.
 * @param {string} name
 * @param {ListIssues} ours
 * @param {ListIssues} theirs
 * @param {readonly unknown[]} values
 * @returns {Contest}
 */
export const listing = (name, ours, theirs, values) => ({
  name,
  ours: (value) => Number(hasPaths(ours(value))),
  theirs: (value) => Number(hasPaths(theirs(value))),
  values,
  total: values.length,
});

/** @param {ReturnType<ListIssues>} issues */
const hasPaths = (issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0);

/**
 * Compares after both sides have been seen by the compiler, and `others` too, as in a program that uses a whole package.
 * @param {readonly Contest[]} contests
 * @param {() => void} others
 * @returns {readonly Comparison[]}
 */
export function compareAll(contests, others) {
  for (let i = 0; i < 10; i++) {
    others();
    for (const contest of contests) {
      run(contest, contest.ours, 3);
      run(contest, contest.theirs, 3);
    }
  }
  return contests.map(compare);
}

/** Milliseconds of CPU time, which does not pass while others have the processor. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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
  const start = cpuTime();
  for (let i = 0; i < passes; i++) for (const value of values) sum += judge(value);
  const milliseconds = cpuTime() - start;
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

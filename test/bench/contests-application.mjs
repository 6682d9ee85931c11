/** Applications and pages of them; formats are rules. */
import assert from "node:assert/strict";
import { assertAgreement } from "./agreement.mjs";
import { accepting, compareAll, cpuTime, listing } from "./contest.mjs";
import { median } from "./median.mjs";
import { otherSchemas } from "./other-schemas.mjs";
import { applications, damagedApplications, damages, formatDamages, pages } from "./sample-values.mjs";

/** @import { Compete } from "./validation.mjs" */
/** @import { Comparison } from "./contest.mjs" */
/** @import { Fixtures } from "./sample-values.mjs" */

/** @type {Compete} */
export function compete({ validators, fixtures, handWritten, plain, typesOnly }) {
  const { Application, ApplicationList } = validators;
  const { isApplication, isApplicationList, applicationIssues } = handWritten;
  const valid = applications(fixtures, 1000);
  const damaged = damagedApplications(fixtures, 1000, [...damages, ...formatDamages]);
  const lists = pages(fixtures, 40, 50);
  const ours = { is: Application.is, issues: Application.check };
  const theirs = { is: isApplication, issues: applicationIssues };
  assertAgreement(ours, theirs, valid, true);
  assertAgreement(ours, theirs, damaged, false);

  const contests = [
    accepting("valid", Application.is, isApplication, valid),
    accepting("valid, over no formats", Application.is, plain.isApplication, valid),
    accepting("valid, over types", Application.is, typesOnly.isApplication, valid),
    listing("invalid", Application.check, applicationIssues, damaged),
    accepting("page", ApplicationList.is, isApplicationList, lists),
    accepting("page, over types", ApplicationList.is, typesOnly.isApplicationList, lists),
  ];
  const comparisons = compareAll(contests, otherSchemas({ validators, fixtures }));
  return [...comparisons, fixturesPerSecond(fixtures)];
}

/** @type {(fixtures: Fixtures) => Comparison} without a rival */
function fixturesPerSecond({ application }) {
  let index = 0;
  const batch = (/** @type {number} */ count) => {
    const start = cpuTime();
    let length = 0;
    for (let i = 0; i < count; i++) length += application(undefined, { index: index++ }).sid?.length ?? 0;
    assert.equal(length, count * 34);
    return count / ((cpuTime() - start) / 1000);
  };
  batch(5000);
  return { name: "fixtures", ratio: 1, perSecond: median(Array.from({ length: 9 }, () => batch(2000))) };
}

/** Applications and pages of them; formats are notes for readers, so neither side looks at them. */
import { assertAgreement } from "./agreement.mjs";
import { accepting, compareAll, listing } from "./contest.mjs";
import { otherSchemas } from "./other-schemas.mjs";
import { applications, damagedApplications, damages, pages } from "./sample-values.mjs";

/** @import { Compete } from "./validation.mjs" */

/** @type {Compete} */
export function compete({ validators, fixtures, plain }) {
  const { Application, ApplicationList } = validators;
  const { isApplication, isApplicationList, applicationIssues } = plain;
  const valid = applications(fixtures, 1000);
  const damaged = damagedApplications(fixtures, 1000, damages);
  const lists = pages(fixtures, 40, 50);
  const ours = { is: Application.is, issues: Application.check };
  const theirs = { is: isApplication, issues: applicationIssues };
  assertAgreement(ours, theirs, valid, true);
  assertAgreement(ours, theirs, damaged, false);

  const contests = [
    accepting("plain valid", Application.is, isApplication, valid),
    listing("plain invalid", Application.check, applicationIssues, damaged),
    accepting("plain page", ApplicationList.is, isApplicationList, lists),
  ];
  return compareAll(contests, otherSchemas({ validators, fixtures }));
}

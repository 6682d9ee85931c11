/** What validating costs compared with checks written by hand. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { median } from "./median.mjs";
import { annotatedTwilioPackage, chatPackage, twilioPackage } from "./packages.mjs";
import { workspace } from "./workspace.mjs";

/** @import { Place } from "./agreement.mjs" */
/** @import { Comparison } from "./contest.mjs" */
/** @import { Package } from "./packages.mjs" */
/** @import { Fixtures } from "./sample-values.mjs" */

/** @typedef {{ is: (value: unknown) => boolean, check: (value: unknown) => readonly Place[] }} Validator */

/** @typedef {"Application" | "ApplicationList" | "Call" | "Conversation" | "IncomingPhoneNumber" | "TwilioError"} Judged */

/**
 * The modules of the bundles; a subject has those that it names.
 * @typedef {object} Bundles
 * @property {Readonly<Record<Judged, Validator>>} validators
 * @property {Fixtures} fixtures
 * @property {typeof import("./hand-written.mjs")} handWritten
 * @property {typeof import("./hand-written-plain.mjs")} plain
 * @property {typeof import("./hand-written-types.mjs")} typesOnly
 * @property {typeof import("./hand-written-chat.mjs")} chat
 */

/** What `contests-<subject>.mjs` exports. @typedef {(bundles: Bundles) => readonly Comparison[]} Compete */

/**
 * What is bundled: each bundle has what one module exports.
 * @typedef {{ pkg: Package, bundles: Readonly<Record<string, string>> }} Subject
 */

/** The compiler's luck differs from process to process. */
const processes = 3;

const rounds = fileURLToPath(new URL("validation-rounds.mjs", import.meta.url));

/** @returns {Readonly<Record<string, Subject>>} */
const subjects = () => ({
  application: {
    pkg: twilioPackage,
    bundles: {
      validators: `${twilioPackage.name}/validators`,
      fixtures: `${twilioPackage.name}/fixtures`,
      handWritten: "./hand-written.mjs",
      plain: "./hand-written-plain.mjs",
      typesOnly: "./hand-written-types.mjs",
    },
  },
  plain: {
    pkg: annotatedTwilioPackage(),
    bundles: {
      validators: `${annotatedTwilioPackage().name}/validators`,
      fixtures: `${annotatedTwilioPackage().name}/fixtures`,
      plain: "./hand-written-plain.mjs",
    },
  },
  chat: {
    pkg: chatPackage(),
    bundles: { validators: `${chatPackage().name}/validators`, chat: "./hand-written-chat.mjs" },
  },
});

/**
 * Comparisons by name.
 * @param {(line: string) => void} log
 * @returns {Promise<ReadonlyMap<string, Comparison>>}
 */
export async function measureValidation(log) {
  /** @type {Comparison[]} */
  const all = [];
  for (const [name, { pkg, bundles }] of Object.entries(subjects())) {
    const folder = workspace(`validation-${name}`);
    for (const [module, specifier] of Object.entries(bundles)) {
      const { text } = await bundle(`export * from "${specifier}";`, pkg);
      writeFileSync(join(folder, `${module}.mjs`), text);
    }
    for (let i = 1; i <= processes; i++) {
      log(`validate ${name}, process ${i} of ${processes}`);
      all.push(...JSON.parse(execFileSync(process.execPath, [rounds, name, folder], { encoding: "utf8" })));
    }
  }
  return new Map(all.map(({ name }) => [name, middleOf(all.filter((each) => each.name === name))]));
}

/**
 * @param {readonly Comparison[]} comparisons of one name
 * @returns {Comparison}
 */
function middleOf(comparisons) {
  const ratio = median(comparisons.map((each) => each.ratio));
  const perSecond = median(comparisons.map((each) => each.perSecond));
  return { name: comparisons[0]?.name ?? "", ratio, perSecond };
}

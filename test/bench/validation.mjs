/** What validating costs compared with checks written by hand. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, packageName } from "./bundle.mjs";
import { median } from "./median.mjs";
import { workspace } from "./workspace.mjs";

/** @import { Comparison } from "./validation-rounds.mjs" */

/** The compiler's luck differs from process to process. */
const processes = 3;

const rounds = fileURLToPath(new URL("validation-rounds.mjs", import.meta.url));

const sources = Object.entries({
  validators: `export * from "${packageName}/validators";`,
  fixtures: `export * from "${packageName}/fixtures";`,
  "hand-written": `export * from "./hand-written.mjs";`,
  "hand-written-types": `export * from "./hand-written-types.mjs";`,
});

/**
 * Comparisons by name.
 * @param {(line: string) => void} log
 * @returns {Promise<ReadonlyMap<string, Comparison>>}
 */
export async function measureValidation(log) {
  const folder = workspace("validation");
  for (const [name, code] of sources) writeFileSync(join(folder, `${name}.mjs`), (await bundle(code)).text);
  const results = Array.from({ length: processes }, (_, i) => {
    log(`validate, process ${i + 1} of ${processes}`);
    /** @type {Comparison[]} */
    const comparisons = JSON.parse(execFileSync(process.execPath, [rounds, folder], { encoding: "utf8" }));
    return comparisons;
  });
  const all = results.flat();
  return new Map(
    results[0]?.map(({ name }) => {
      const own = all.filter((each) => each.name === name);
      const ratio = median(own.map((each) => each.ratio));
      const perSecond = median(own.map((each) => each.perSecond));
      return [name, { name, ratio, perSecond }];
    }),
  );
}

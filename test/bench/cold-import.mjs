/** What importing every validator of a large package costs in a new process. */
import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle } from "./bundle.mjs";
import { runNode } from "./measure-cli.mjs";
import { median } from "./median.mjs";
import { generatedPackage, largeTwilio } from "./packages.mjs";
import { workspace } from "./workspace.mjs";

const runs = 21;

/**
 * @typedef {object} ColdImport
 * @property {number} cpu seconds, beyond what an empty module takes
 * @property {number} bytes of the bundle
 */

/**
 * @param {(line: string) => void} log
 * @returns {Promise<ColdImport | { skipped: string }>}
 */
export async function measureColdImport(log) {
  if (!existsSync(largeTwilio.input))
    return { skipped: `skipped: there is no ${basename(largeTwilio.input)} (see SPECWRIGHT_SHARED)` };
  log("generate the large package for the cold import");
  const pkg = generatedPackage("large", largeTwilio);
  const { text } = await bundle(`export * from "${pkg.name}/validators";`, pkg);
  const folder = workspace("cold-import");
  const [full, empty] = [join(folder, "validators.mjs"), join(folder, "empty.mjs")];
  writeFileSync(full, text);
  writeFileSync(empty, "export {};\n");
  const costs = Array.from({ length: runs }, () => ({ full: cpuOf(full), empty: cpuOf(empty) }));
  const middle = (/** @type {"full" | "empty"} */ key) => median(costs.map((each) => each[key]));
  return { cpu: middle("full") - middle("empty"), bytes: text.length };
}

/** @param {string} module */
function cpuOf(module) {
  const { cost, status, stderr } = runNode([module]);
  if (status !== 0) throw new Error(`cannot import ${module}: ${stderr}`);
  return cost.cpu;
}

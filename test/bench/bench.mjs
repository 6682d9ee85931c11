/**
 * Measures generator and package and prints one Markdown table: `npm run bench`.
 * Arguments: the parts to measure (`generator`, `validation`, `import`, `calls`, `bytes`; all unless given) and `--detail`, which also lists what the
 * bytes of each consumer are made of.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { weighConsumers } from "./bytes.mjs";
import { measureCalls } from "./calls.mjs";
import { measureColdImport } from "./cold-import.mjs";
import { measureGenerator, measureHelp } from "./generator.mjs";
import { count, kilobytes, milliseconds, perSecond, seconds, table, times } from "./table.mjs";
import { measureValidation } from "./validation.mjs";
import { removeWorkspaces } from "./workspace.mjs";

/** @import { Run } from "./generator.mjs" */
/** @import { Row } from "./table.mjs" */

/** Progress goes where it does not get into the table. @param {string} line */
const log = (line) => void process.stderr.write(`${line}\n`);

/** @type {Readonly<Record<string, () => Promise<readonly Row[]>>>} */
const parts = {
  generator: generatorRows,
  validation: validationRows,
  import: importRows,
  calls: callRows,
  bytes: byteRows,
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { detail: { type: "boolean", default: false } },
});

async function main() {
  const names = positionals.length === 0 ? Object.keys(parts) : positionals;
  /** @type {Row[]} */
  const rows = [];
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(", ")}`);
    rows.push(...(await part()));
  }
  console.log(table(rows));
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}; medians; validation and fixtures in seconds of CPU time; KB = 1000 bytes.`,
  );
  if (flags.detail) await printContributions();
}

/** @returns {Promise<readonly Row[]>} */
async function generatorRows() {
  const generated = measureGenerator(log).flatMap(({ title, runs, skipped }, description) =>
    skipped === undefined
      ? runs.map((run, i) => ({
          what: i === 0 ? `${title}: ${situations[run.situation]}` : `… ${situations[run.situation]}`,
          measured: costOf(run),
          goal: goalsOf(description)[run.situation],
        }))
      : [{ what: `${title}: generate`, measured: skipped }],
  );
  const help = measureHelp();
  return [
    ...generated,
    {
      what: "`specwright --help`",
      goal: "≤ 0.15 s CPU",
      measured: `${seconds(help.wall)}, ${seconds(help.cpu)} CPU`,
    },
  ];
}

/** The large description has goals of its own. @param {number} description @returns {Partial<Record<Run["situation"], string>>} */
const goalsOf = (description) => ({
  unchanged: "≤ 0.2 s CPU",
  ...(description === 1 && { cold: "≤ 6.5 s CPU, 300 MB", reworded: "≤ 0.5 s CPU" }),
});

const situations = {
  cold: "generate from nothing",
  unchanged: "generate when nothing changed",
  reworded: "generate after one description changed",
};

/** @param {Run} run */
function costOf({ situation, wall, cpu, memory, files, lines }) {
  const output = {
    cold: `${count(files)} files of ${count(lines)} lines`,
    unchanged: "nothing written",
    reworded: `${count(files)} files rewritten, ${count(lines)} lines differ`,
  };
  return `${seconds(wall)}, ${seconds(cpu)} CPU, ${count(memory)} MB; ${output[situation]}`;
}

/** @returns {Promise<readonly Row[]>} */
async function validationRows() {
  const results = await measureValidation(log);
  const row = (/** @type {string} */ name, /** @type {string} */ what, /** @type {string} */ goal = "") => {
    const { ratio, perSecond: rate } = results.get(name) ?? { ratio: NaN, perSecond: NaN };
    return {
      what,
      measured: name === "fixtures" ? perSecond(rate) : `${times(ratio)} (${perSecond(rate)})`,
      goal,
    };
  };
  const over = "time over hand-written checks of the same rules";
  return [
    row("plain valid", `valid Application, formats not asserted: ${over}`, "≤ 1.15×"),
    row("plain page", `page of 50 Applications, formats not asserted: ${over}`, "≤ 1.1×"),
    row("plain invalid", `invalid Application, all issues, formats not asserted: ${over}`, "≤ 1.0×"),
    row("valid", `valid Application, all formats asserted: ${over}`, "≤ 1.3×"),
    row("valid, over no formats", "… over hand-written checks without formats", "≤ 1.6×"),
    row("valid, over types", "… over hand-written checks of types alone"),
    row("page", `page of 50 Applications, all formats asserted: ${over}`),
    row("page, over types", "… over hand-written checks of types alone"),
    row("invalid", `invalid Application, all issues, all formats asserted: ${over}`),
    row("chat valid", `valid conversation of 6 to 12 messages of six kinds: ${over}`, "≤ 1.4×"),
    row("chat invalid", `invalid conversation, all issues: ${over}`, "≤ 1.1×"),
    row("fixtures", "fixtures of Application", "≥ 40,000 a second"),
  ];
}

/** @returns {Promise<readonly Row[]>} */
async function importRows() {
  const what = "import of all validators of twilio_api_v2010.json in a new process";
  const result = await measureColdImport(log);
  return "skipped" in result
    ? [{ what, measured: result.skipped }]
    : [
        {
          what: `${what}, bundled, beyond an empty module`,
          measured: `${milliseconds(result.cpu)} CPU (${kilobytes(result.bytes)})`,
          goal: "≤ 15 ms CPU",
        },
      ];
}

/** @returns {Promise<readonly Row[]>} */
async function callRows() {
  const { bare, call, ratio } = await measureCalls(log);
  return [
    {
      what: "call of one operation, its answer parsed: CPU time over bare `fetch` and `json()` from the same server",
      measured: `${times(ratio)} (${milliseconds(call / 1000)} over ${milliseconds(bare / 1000)})`,
      goal: "≤ 1.1×",
    },
  ];
}

/** @returns {Promise<readonly Row[]>} */
async function byteRows() {
  log("bundle consumers");
  return (await weighConsumers()).map(({ title, bytes, minified, goal }) => ({
    what: `${title}, minified and gzipped`,
    measured: `${kilobytes(bytes)} (${kilobytes(minified)} before gzip)`,
    goal,
  }));
}

/** The share of each source file in each consumer. */
async function printContributions() {
  for (const { title, minified, contributions } of await weighConsumers()) {
    console.log(`\n${title}: ${count(minified)} bytes minified`);
    for (const [path, bytes] of Object.entries(contributions).sort(([, a], [, b]) => b - a))
      if (bytes > 0) console.log(`${String(bytes).padStart(8)}  ${path}`);
  }
}

try {
  await main();
} finally {
  removeWorkspaces();
}

/** What generating costs: from nothing, with nothing to do, and after one description has changed. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { median } from "./median.mjs";
import { runCli } from "./measure-cli.mjs";
import { largeTwilio, prepare, twilio } from "./packages.mjs";

/** @import { Cost } from "./measure-cli.mjs" */
/** @import { Description } from "./packages.mjs" */

/**
 * @typedef {object} Subject
 * @property {string} title
 * @property {Description} description
 * @property {readonly [from: string, to: string]} reword what changes in the description of an operation
 * @property {number} rounds
 */

/** @type {readonly Subject[]} */
const subjects = [
  {
    title: "Twilio's curated spec",
    description: twilio,
    reword: ["Adds an application to", "Creates an application in"],
    rounds: 5,
  },
  {
    title: "twilio_api_v2010.json",
    description: largeTwilio,
    reword: ['"description": "Create a new application', '"description": "Add a new application'],
    rounds: 3,
  },
];

/** @typedef {"cold" | "unchanged" | "reworded"} Situation */

/**
 * What a run in one situation cost and wrote.
 * @typedef {Cost & { situation: Situation, files: number, lines: number }} Run
 */

/**
 * The runs of one description, or the reason why there are none.
 * @typedef {{ title: string, runs: readonly Run[], skipped?: string }} GeneratorResult
 */

/**
 * @param {(line: string) => void} log
 * @returns {readonly GeneratorResult[]}
 */
export function measureGenerator(log) {
  return subjects.map((subject) => {
    const { title } = subject;
    const { input } = subject.description;
    if (!existsSync(input))
      return { title, runs: [], skipped: `skipped: there is no ${basename(input)} (see SPECWRIGHT_SHARED)` };
    /** @type {Run[]} */
    const runs = [];
    for (let round = 1; round <= subject.rounds; round++) {
      log(`generate ${title}, round ${round} of ${subject.rounds}`);
      const result = oneRound(subject);
      if ("problem" in result) return { title, runs: [], skipped: result.problem };
      runs.push(...result.runs);
    }
    return {
      title,
      runs: /** @type {const} */ (["cold", "unchanged", "reworded"]).map((each) => middleOf(runs, each)),
    };
  });
}

/** What it costs to start and to answer the simplest question. */
export function measureHelp() {
  const costs = Array.from({ length: 9 }, () => runCli(["--help"]).cost);
  return { wall: median(costs.map((each) => each.wall)), cpu: median(costs.map((each) => each.cpu)) };
}

/**
 * @param {Subject} subject
 * @returns {{ runs: readonly Run[] } | { problem: string }}
 */
function oneRound({ description, reword }) {
  const { folder, input, output } = prepare("generate", description);
  const cold = generate(folder);
  if ("problem" in cold) return cold;
  const texts = new Map(cold.written.map((path) => [path, readFileSync(join(output, path), "utf8")]));
  const unchanged = generate(folder);
  if ("problem" in unchanged || unchanged.written.length > 0)
    throw new Error("the second run did not see that nothing had changed");
  replaceOnce(join(folder, input), reword);
  const reworded = generate(folder);
  if ("problem" in reworded) throw new Error(`after a change of words: ${reworded.problem}`);
  const changes = reworded.written.map((path) =>
    newLines(texts.get(path) ?? "", readFileSync(join(output, path), "utf8")),
  );
  rmSync(folder, { recursive: true, force: true });
  return {
    runs: [
      {
        ...cold.cost,
        situation: "cold",
        files: cold.written.length,
        lines: sum([...texts.values()].map((text) => linesOf(text).length)),
      },
      { ...unchanged.cost, situation: "unchanged", files: 0, lines: 0 },
      { ...reworded.cost, situation: "reworded", files: reworded.written.length, lines: sum(changes) },
    ],
  };
}

/**
 * @param {string} folder
 * @returns {{ cost: Cost, written: readonly string[], upToDate: boolean } | { problem: string }}
 */
function generate(folder) {
  const { cost, status, stdout, stderr } = runCli(["generate", "--json", "--cache-dir", "kept"], folder);
  if (stdout === "") throw new Error(`specwright generate ended with ${status}: ${stderr}`);
  const report = JSON.parse(stdout);
  if (status !== 0) return { problem: `cannot be generated: ${summary(report.diagnostics)}` };
  const [{ written, upToDate }] = report.packages;
  return { cost, written, upToDate };
}

/**
 * How often each problem occurs.
 * @param {readonly { code: string, severity?: string }[]} diagnostics
 * @returns {string}
 */
function summary(diagnostics) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} × ${code}`).join(", ");
}

/**
 * Replaces what must occur once in a file.
 * @param {string} path
 * @param {readonly [from: string, to: string]} words
 */
function replaceOnce(path, [from, to]) {
  const parts = readFileSync(path, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`${path} should say ${JSON.stringify(from)} once`);
  writeFileSync(path, parts.join(to));
}

/**
 * How many lines a text has that its former state had not.
 * @param {string} before
 * @param {string} after
 * @returns {number}
 */
function newLines(before, after) {
  /** @type {Map<string, number>} */
  const known = new Map();
  for (const line of linesOf(before)) known.set(line, (known.get(line) ?? 0) + 1);
  return linesOf(after).filter((line) => {
    const left = known.get(line) ?? 0;
    known.set(line, left - 1);
    return left <= 0;
  }).length;
}

/** @param {string} text */
const linesOf = (text) => text.split("\n").slice(0, -1);

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, each) => total + each, 0);

/**
 * @param {readonly Run[]} runs
 * @param {Situation} situation
 * @returns {Run}
 */
function middleOf(runs, situation) {
  const own = runs.filter((each) => each.situation === situation);
  const middle = (/** @type {Exclude<keyof Run, "situation">} */ key) => median(own.map((each) => each[key]));
  return {
    situation,
    wall: middle("wall"),
    cpu: middle("cpu"),
    memory: middle("memory"),
    files: middle("files"),
    lines: middle("lines"),
  };
}

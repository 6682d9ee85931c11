/** How the time that matching a pattern takes grows with the length of the text. */
import { createRequire } from "node:module";
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import type * as scslre from "scslre";
import type { Pattern } from "./schema.js";

/** Slow to load, so it is loaded for the first pattern that needs it. Reading patterns cannot wait for an `import()`. */
const require = createRequire(import.meta.url);

/** The analysis itself takes long where endless repetitions are many or nested deeply, which nobody writes. */
const most = 50;
const deepest = 4;

/**
 * What makes a pattern's time grow faster than the text that is matched, or undefined where nothing is found. That a
 * search without anchor begins anew at each place does not count: it is quadratic at worst and in few texts.
 */
export function slownessOf({ source, flags }: Pattern): string | undefined {
  const tree = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: flags === "u" });
  if (!isWorthAnalysing(repetitionsOf(tree))) return undefined;
  const { analyse } = require("scslre") as typeof scslre;
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: false }, maxReports: 8 });
  const report = reports.find((each) => each.exponential) ?? reports[0];
  return report && explain(report);
}

/** A repetition, and how many others it stands in. */
interface Repetition {
  readonly isEndless: boolean;
  readonly depth: number;
}

function repetitionsOf(tree: AST.Pattern): readonly Repetition[] {
  const found: Repetition[] = [];
  let depth = 0;
  visitRegExpAST(tree, {
    onQuantifierEnter: ({ max }) => found.push({ isEndless: max === Infinity, depth: depth++ }),
    onQuantifierLeave: () => depth--,
  });
  return found;
}

/** Only an endless repetition that meets another, or itself in a repetition around it, makes matching slow. */
function isWorthAnalysing(repetitions: readonly Repetition[]): boolean {
  const endless = repetitions.filter((each) => each.isEndless);
  return (
    (endless.length > 1 || endless.some((each) => each.depth > 0)) &&
    endless.length <= most &&
    repetitions.every((each) => each.depth <= deepest)
  );
}

function explain(report: scslre.Report): string {
  const growth = report.exponential ? "exponential" : "at least quadratic";
  const run = `a run of ${JSON.stringify(report.character.pick)} in many ways, and each is tried (${growth} time)`;
  const fixed = report.fix();
  return `${ambiguity(report)} ${run}${fixed === undefined ? "" : `; ${fixed.source} is the same without that`}`;
}

function ambiguity(report: scslre.Report): string {
  switch (report.type) {
    case "Trade":
      return `${report.startQuant.raw} and ${report.endQuant.raw} can share`;
    case "Self":
      return `${report.parentQuant.raw} can split`;
    case "Move":
      return `${report.quant.raw} can start`;
  }
}

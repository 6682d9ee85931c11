/** How the time that matching a pattern takes grows with the length of the text. */
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import type * as scslre from "scslre";
import { require } from "../library.js";
import { ambiguousChoice } from "./pattern-choices.js";
import type { Pattern } from "./schema.js";

/** The analysis itself takes long where endless repetitions are many or nested deeply, which nobody writes. */
const most = 50;
const deepest = 4;

/** As good as endless, where repetitions are nested. */
const many = 10;

/**
 * What makes a pattern's time grow faster than the text that is matched, or undefined where nothing is found. That a
 * search without anchor begins anew at each place does not count: it is quadratic at worst and in few texts.
 */
export function slownessOf({ source, flags }: Pattern): string | undefined {
  const tree = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: flags === "u" });
  const choice = ambiguousChoice(tree, flags);
  if (choice !== undefined)
    return `${choice} can match the same text by several of its alternatives, and each is tried (exponential time)`;
  const repetitions = repetitionsOf(tree);
  if (!isWorthAnalysing(repetitions)) return undefined;
  // Slow to load, and reading patterns cannot wait for an `import()`.
  const { analyse } = require("scslre") as typeof scslre;
  const endless = withoutLimits(source, repetitions);
  const { reports } = analyse({ source: endless, flags }, { reportTypes: { Move: false }, maxReports: 8 });
  const report = reports.find((each) => each.exponential) ?? reports[0];
  return report && explain(report, endless === source);
}

/** A repetition, and how many others it stands in. */
interface Repetition {
  readonly node: AST.Quantifier;
  readonly depth: number;
  /** Whether another one stands in it. */
  isOuter: boolean;
}

function repetitionsOf(tree: AST.Pattern): readonly Repetition[] {
  const repetitions: Repetition[] = [];
  const open: Repetition[] = [];
  visitRegExpAST(tree, {
    onQuantifierEnter: (node) => {
      for (const each of open) each.isOuter = true;
      const repetition = { node, depth: open.length, isOuter: false };
      repetitions.push(repetition);
      open.push(repetition);
    },
    onQuantifierLeave: () => void open.pop(),
  });
  return repetitions;
}

const isNested = ({ depth, isOuter }: Repetition): boolean => depth > 0 || isOuter;
const isEndless = (each: Repetition): boolean =>
  each.node.max === Infinity || (isNested(each) && each.node.max >= many);

/** Only an endless repetition that meets another, or that is nested, makes matching slow. */
function isWorthAnalysing(repetitions: readonly Repetition[]): boolean {
  const endless = repetitions.filter(isEndless);
  return (
    (endless.length > 1 || endless.some(isNested)) &&
    endless.length <= most &&
    repetitions.every((each) => each.depth <= deepest)
  );
}

/** The pattern with high limits of nested repetitions taken away: the analysis looks at endless ones only. */
function withoutLimits(source: string, repetitions: readonly Repetition[]): string {
  return repetitions
    .filter((each) => isEndless(each) && each.node.max !== Infinity)
    .map(({ node }) => ({ node, at: node.element.end }))
    .sort((a, b) => b.at - a.at)
    .reduce((text, { node, at }) => {
      const lazy = node.greedy ? "" : "?";
      return `${text.slice(0, at)}{${node.min},}${lazy}${text.slice(node.end)}`;
    }, source);
}

function explain(report: scslre.Report, verbatim: boolean): string {
  const growth = report.exponential ? "exponential" : "at least quadratic";
  const run = `a run of ${JSON.stringify(report.character.pick)} in many ways, and each is tried (${growth} time)`;
  const fixed = verbatim ? report.fix() : undefined;
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

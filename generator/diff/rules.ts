/** What changes mean, rule by rule. */
import { access } from "./rules/access.js";
import { operations } from "./rules/operations.js";
import { packages } from "./rules/packages.js";
import { receivers } from "./rules/receivers.js";
import type { DiffRule, Direction, Level } from "./rules/rule.js";
import { schemas } from "./rules/schemas.js";

export type { Area, DiffRule, Direction, Level } from "./rules/rule.js";

export const diffRules = {
  ...operations,
  ...receivers,
  ...access,
  ...schemas,
  ...packages,
} as const satisfies Readonly<Record<string, DiffRule>>;

export type DiffCode = keyof typeof diffRules;

export const isDiffCode = (code: string): code is DiffCode => Object.hasOwn(diffRules, code);

/** The level of a rule, for values of a direction where it has one for each. */
export function levelOf(code: DiffCode, direction: Direction | undefined): Level {
  const { level }: DiffRule = diffRules[code];
  if (typeof level === "string") return level;
  return direction === undefined ? worst(Object.values(level)) : level[direction];
}

/** From what costs nobody anything to what costs most. */
export const order: readonly Level[] = ["docs", "compatible", "breaking"];

export const worst = (levels: readonly Level[]): Level =>
  order[Math.max(0, ...levels.map((each) => order.indexOf(each)))] ?? "docs";

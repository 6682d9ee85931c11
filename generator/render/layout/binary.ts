/** How operators stand between what they work on. */
import { type Doc, group, indent, line } from "./doc.js";
import type { Place, Print } from "./print.js";
import { type Binary, type Expression, isInlined } from "./syntax.js";

const logical: readonly string[] = ["&&", "||", "??"];
const equality = ["==", "!=", "===", "!=="];
const sums = ["+", "-"];
const products = ["*", "/", "%"];

/** From those that bind least on. */
const levels: readonly (readonly string[])[] = [
  ["??"],
  ["||"],
  ["&&"],
  equality,
  ["<", ">", "<=", ">="],
  sums,
  products,
];
const levelOf = (operator: string): number => levels.findIndex((each) => each.includes(operator));

/** Whether operators of one level are laid out side by side. */
function flattens(outer: string, inner: string): boolean {
  if (levelOf(outer) !== levelOf(inner) || equality.includes(outer)) return false;
  return !products.includes(outer) || (outer === inner && outer !== "%");
}

export function binaryDoc(print: Print, value: Binary, place: Place): Doc {
  const parts = partsOf(print, value, place === "test", place);
  if (place === "test" || place === "part") return parts;
  const isBeside = isInlined(value) ? areInlined(value) : place === "value";
  if (place === "arrow" || place === "return" || isBeside) return group(parts);
  const [head = "", ...rest] = parts;
  return group([head, indent(rest)]);
}

/** Whether each of the operators side by side has on its line what is on its right. */
const areInlined = (value: Binary): boolean =>
  isInlined(value) &&
  !(value.left.kind === "binary" && flattens(value.operator, value.left.operator) && !areInlined(value.left));

function partsOf(print: Print, value: Binary, isTest: boolean, around: Kind | Place): readonly Doc[] {
  const { operator, left, right } = value;
  const isFlat = left.kind === "binary" && flattens(operator, left.operator);
  const first = isFlat
    ? partsOf(print, left, isTest, kindOf(value))
    : [group(operandDoc(print, left, operator, false))];
  const second = operandDoc(print, right, operator, true);
  const rest: Doc = isInlined(value) ? [operator, " ", second] : [operator, line, second];
  const own = kindOf(value);
  const isAlone = ![around, kindOf(left), kindOf(right)].includes(own);
  return [...first, " ", isAlone && !(isTest && own === "logical") ? group(rest) : rest];
}

type Kind = "logical" | "arithmetic" | "other";

const kindOfOperator = (operator: string): "logical" | "arithmetic" =>
  logical.includes(operator) ? "logical" : "arithmetic";

const kindOf = (value: Expression): Kind =>
  value.kind === "binary" ? kindOfOperator(value.operator) : "other";

function operandDoc(print: Print, value: Expression, outer: string, isRight: boolean): Doc {
  if (value.kind === "arrow" || value.kind === "as") return ["(", print.expression(value), ")"];
  const doc = print.expression(value, kindOfOperator(outer));
  return value.kind === "binary" && isApart(value.operator, outer, isRight) ? ["(", doc, ")"] : doc;
}

/** Whether an operation stands in parentheses within another one. */
function isApart(inner: string, outer: string, isRight: boolean): boolean {
  const [inside, around] = [levelOf(inner), levelOf(outer)];
  if (logical.includes(inner) && logical.includes(outer) && inner !== outer) return true;
  if (inside === around) return isRight || !flattens(outer, inner);
  return inside < around || (inner === "%" && sums.includes(outer));
}

/** Alternatives that a pattern repeats although they match the same texts: each repetition doubles the ways to match. */
import { type AST, visitRegExpAST } from "@eslint-community/regexpp";
import { type Shape, patternShape } from "./pattern-shape.js";
import type { Pattern } from "./schema.js";

/** The first repeated choice of which one alternative matches what others match, as it is written. */
export function ambiguousChoice(tree: AST.Pattern, flags: Pattern["flags"]): string | undefined {
  let found: string | undefined;
  visitRegExpAST(tree, {
    onQuantifierEnter: ({ element, max, raw }) => {
      if (max < 10 || (element.type !== "Group" && element.type !== "CapturingGroup")) return;
      if (isAmbiguous(element.alternatives, flags)) found ??= raw;
    },
  });
  return found;
}

function isAmbiguous(alternatives: readonly AST.Alternative[], flags: Pattern["flags"]): boolean {
  return alternatives.some((alternative) => {
    const others = alternatives.filter((each) => each !== alternative);
    if (others.length === 0 || matcher([alternative], flags) === undefined) return false;
    const found = patternShape({ source: alternative.raw, flags });
    const shape = found?.exact ? found.shape : undefined;
    if (shape === undefined) return false;
    const text = instanceOf(shape);
    return text !== "" && matcher(others, flags)?.test(text) === true;
  });
}

/** What matches one or more of the alternatives; undefined for those that refer to groups outside. */
function matcher(alternatives: readonly AST.Alternative[], flags: Pattern["flags"]): RegExp | undefined {
  try {
    return new RegExp(`^(?:${alternatives.map((each) => each.raw).join("|")})+$`, flags);
  } catch {
    return undefined;
  }
}

/** A short text that a shape has. */
function instanceOf(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return shape.text;
    case "chars":
      return shape.alphabet.slice(0, 1).repeat(Math.max(shape.min, Math.min(1, shape.max)));
    case "sequence":
      return shape.parts.map(instanceOf).join("");
    case "choice":
      return shape.options.slice(0, 1).map(instanceOf).join("");
    case "repeat":
      return instanceOf(shape.part).repeat(Math.max(shape.min, Math.min(1, shape.max)));
  }
}

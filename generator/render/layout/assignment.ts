/** How what is assigned stands beside, or below, what it is assigned to. */
import { type Doc, canBreak, group, indent, line } from "./doc.js";
import type { Print } from "./print.js";
import { type Expression, bare, isInlined } from "./syntax.js";
import { areComplex } from "./types.js";

/** The ways to set a value beside its target. */
type Layout = "below" | "beside" | "below if it cannot begin beside" | "target breaks";

export function assignmentDoc(
  { width }: Pick<Print, "width">,
  target: Doc,
  operator: string,
  value: Expression,
  doc: Doc,
  { isKey = false, isComplex = false }: { readonly isKey?: boolean; readonly isComplex?: boolean } = {},
): Doc {
  switch (layoutOf(target, value, { isKey, isComplex, short: width / 4 })) {
    case "below":
      return group([group(target), operator, group(indent([line, doc]))]);
    case "beside":
      return group([group(target), operator, " ", doc]);
    case "target breaks":
      return group([target, operator, " ", group(doc)]);
    case "below if it cannot begin beside":
      return fluid(target, operator, doc);
  }
}

export function fluid(target: Doc, operator: string, doc: Doc): Doc {
  const apart = Symbol("apart");
  return group([group(target), operator, group(indent(line), false, apart), indent(doc, apart)]);
}

interface Circumstances {
  readonly isKey: boolean;
  readonly isComplex: boolean;
  /** What is no longer is short. */
  readonly short: number;
}

function layoutOf(target: Doc, noted: Expression, { isKey, isComplex, short }: Circumstances): Layout {
  const value = bare(noted);
  const breaks = canBreak(target);
  if (isComplex || (!isKey && value.kind === "arrow" && breaks)) return "target breaks";
  const isShort = isKey && typeof target === "string" && target.length < 5;
  if (value.kind === "binary" && !isInlined(value)) return "below";
  if (!isShort) {
    let inner = value;
    while (inner.kind === "unary") inner = inner.of;
    if (inner.kind === "string" || isPoorlyBreakable(inner, short, false)) return "below";
  }
  const isShownBeside =
    isShort ||
    value.kind === "template" ||
    value.kind === "number" ||
    (value.kind === "name" && /^(true|false)$/.test(value.text));
  return !breaks && isShownBeside ? "beside" : "below if it cannot begin beside";
}

/** A chain of names and calls with next to no arguments. */
function isPoorlyBreakable(value: Expression, short: number, isInside: boolean): boolean {
  switch (value.kind) {
    case "access":
    case "index":
      return isPoorlyBreakable(value.of, short, true);
    case "call": {
      if (value.isNew) return false;
      const [first] = value.args;
      const isLean = first === undefined || (value.args.length === 1 && isShortArgument(first, short));
      return isLean && !areComplex(value.typeArguments) && isPoorlyBreakable(value.of, short, true);
    }
    case "name":
      return isInside;
    default:
      return false;
  }
}

function isShortArgument(value: Expression, short: number): boolean {
  switch (value.kind) {
    case "name":
      return value.text.length <= short;
    case "string":
    case "template":
      return value.text.length - (value.kind === "template" ? 2 : 0) <= short;
    case "regex":
      return value.text.lastIndexOf("/") - 1 <= short;
    case "number":
      return true;
    case "unary":
      return ["!", "-"].includes(value.operator) && isShortArgument(value.of, short);
    case "call":
      return (
        !value.isNew &&
        value.args.length === 0 &&
        value.of.kind === "name" &&
        value.of.text.length <= short - 2
      );
    default:
      return false;
  }
}

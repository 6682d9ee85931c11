/** How calls, their arguments and functions among those are laid out. */
import {
  type Doc,
  firstFitting,
  group,
  ifBreak,
  indent,
  isBroken,
  joined,
  line,
  softline,
  unbroken,
} from "./doc.js";
import type { Print } from "./print.js";
import { type Access, type Arrow, type Call, type Expression, bare, isNumber } from "./syntax.js";
import { Unknown } from "./tokens.js";
import { parametersDoc, typeArgumentsDoc, typeDoc } from "./types.js";

export function accessDoc(print: Print, { of, name, isOptional }: Access, isInside: boolean): Doc {
  const lookup = `${isOptional ? "?." : "."}${name}`;
  const isBeside = of.kind === "name" && !isInside;
  return [print.part(of), isBeside ? lookup : group(indent([softline, lookup]))];
}

export const indexDoc = (print: Print, key: Expression): Doc =>
  key.kind === "number"
    ? ["[", key.text, "]"]
    : group(["[", indent([softline, print.expression(key)]), softline, "]"]);

export function callDoc(print: Print, call: Call): Doc {
  const { isNew, of, typeArguments, args } = call;
  const end: Doc = [typeArgumentsDoc(typeArguments), argumentsDoc(print, args)];
  if (isNew) return ["new ", chainDoc(print, of), end];
  if (of.kind === "access" || of.kind === "index") {
    if (stepsOf(call) > 2) throw new Unknown("a chain of calls");
    return group([chainDoc(print, of), end]);
  }
  const doc: Doc = [print.part(of), end];
  return of.kind === "call" ? group(doc) : doc;
}

/** What is called, without a place to break it. */
function chainDoc(print: Print, of: Expression): Doc {
  if (of.kind === "access") return [chainDoc(print, of.of), of.isOptional ? "?." : ".", of.name];
  if (of.kind === "index")
    return [chainDoc(print, of.of), of.isOptional ? "?." : "", indexDoc(print, of.key)];
  if (of.kind === "call" && !of.isNew)
    return [chainDoc(print, of.of), typeArgumentsDoc(of.typeArguments), argumentsDoc(print, of.args)];
  return print.part(of);
}

/** How many calls of members there are in a chain. */
function stepsOf(of: Expression): number {
  if (of.kind === "call") return stepsOf(of.of) + (of.of.kind === "access" || of.of.kind === "index" ? 1 : 0);
  return of.kind === "access" || of.kind === "index" ? stepsOf(of.of) : 0;
}

function argumentsDoc(print: Print, args: readonly Expression[]): Doc {
  const last = args.at(-1);
  if (last === undefined) return "()";
  if (args.length > 1 && args.length < 4 && args.slice(0, -1).some(hasBlock))
    throw new Unknown("a function before other arguments");
  const docs = args.map((each) => print.expression(each));
  const apart = joined([",", line], docs);
  const inLines = (): Doc => group(["(", indent([line, apart]), ifBreak(","), line, ")"], true);
  if (areComposed(args)) return inLines();
  if (!hugsLast(args))
    return group(["(", indent([softline, apart]), ifBreak(","), softline, ")"], docs.some(isBroken));
  const before: readonly Doc[] = docs.slice(0, -1).map((each) => [each, ",", line]);
  if (before.some(isBroken)) return inLines();
  const hugged = last.kind === "arrow" ? arrowDoc(print, last, true) : print.expression(last);
  const broken: Doc = ["(", ...before, group(hugged, true), ")"];
  return isBroken(hugged)
    ? brokenAround(firstFitting([broken, inLines()]))
    : firstFitting([["(", ...before, hugged, ")"], broken, inLines()]);
}

/** What is broken inside breaks what is around, though no line is broken here. */
const brokenAround = (doc: Doc): Doc => [group("", true), doc];

const hasBlock = (value: Expression): boolean => value.kind === "arrow" && value.body.kind === "block";

/** Several functions among the arguments, or one among those of a call among them. */
function areComposed(args: readonly Expression[]): boolean {
  if (args.length < 2) return false;
  let functions = 0;
  for (const each of args) {
    const value = bare(each);
    if (value.kind === "arrow") functions++;
    else if (value.kind === "call" && !value.isNew && value.args.some(isFunction)) return true;
  }
  return functions > 1;
}

const isFunction = (value: Expression): boolean => bare(value).kind === "arrow";

function hugsLast(args: readonly Expression[]): boolean {
  const last = args.at(-1);
  const previous = args.slice(0, -1).map(bare).at(-1);
  if (last === undefined || !isHuggable(last) || last.kind === previous?.kind) return false;
  if (args.length === 2 && previous?.kind === "arrow" && last.kind === "array") return false;
  return !(args.length > 1 && last.kind === "array" && last.items.every(isNumber));
}

function isHuggable(value: Expression): boolean {
  switch (value.kind) {
    case "object":
      return value.members.length > 0;
    case "array":
      return value.items.length > 0;
    case "as":
      return isHuggable(value.of);
    case "arrow":
      return (
        ["block", "object", "array"].includes(value.body.kind) ||
        (value.body.kind === "call" && !value.body.isNew)
      );
    default:
      return false;
  }
}

export function arrowDoc(
  print: Print,
  { isAsync, parameters, returns, body }: Arrow,
  isHugged: boolean,
): Doc {
  if (body.kind === "arrow") throw new Unknown("a function that gives a function");
  const written = parametersDoc(parameters);
  if (isHugged && isBroken(written)) throw new Unknown("parameters in lines of their own");
  const returnsDoc: Doc = returns === undefined ? "" : [": ", typeDoc(returns)];
  const signature = group([
    isAsync ? "async " : "",
    isHugged ? unbroken(written) : written,
    isHugged ? unbroken(returnsDoc) : returnsDoc,
  ]);
  return group([group(signature), " =>", group(bodyDoc(print, body, isHugged))]);
}

function bodyDoc(print: Print, body: Arrow["body"], isHugged: boolean): Doc {
  switch (body.kind) {
    case "block":
      return [" ", print.block(body)];
    case "object":
      return [" (", print.expression(body), ")"];
    case "array":
      return [" ", print.expression(body)];
    default: {
      if (body.kind === "noted" || beginsWithObject(body)) throw new Unknown("an odd body");
      return [indent([line, print.expression(body, "arrow")]), isHugged ? [ifBreak(","), softline] : ""];
    }
  }
}

function beginsWithObject(value: Expression): boolean {
  switch (value.kind) {
    case "object":
      return true;
    case "as":
    case "call":
    case "access":
    case "index":
      return beginsWithObject(value.of);
    case "binary":
      return beginsWithObject(value.left);
    case "assign":
      return beginsWithObject(value.target);
    default:
      return false;
  }
}

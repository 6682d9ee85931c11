/** How expressions are laid out. */
import { assignmentDoc } from "./assignment.js";
import { binaryDoc } from "./binary.js";
import { accessDoc, arrowDoc, callDoc, indexDoc } from "./calls.js";
import { type Doc, fill, group, hardline, ifBreak, indent, joined, line, softline } from "./doc.js";
import { commentDocs, keyText, literalText } from "./literals.js";
import type { Place, Print } from "./print.js";
import { type Expression, type Property, isNumber } from "./syntax.js";
import { typeDoc } from "./types.js";

export function expressionDoc(print: Print, value: Expression, place: Place = "elsewhere"): Doc {
  switch (value.kind) {
    case "name":
    case "number":
    case "template":
    case "regex":
      return value.text;
    case "string":
      return literalText(value.text);
    case "noted":
      return [value.note, " ", print.expression(value.of, place)];
    case "commented":
      return [commentDocs(value.comments), print.expression(value.of, place)];
    case "object":
      return objectDoc(print, value.members, value.isOpen);
    case "array":
      return arrayDoc(print, value.items);
    case "spread":
      return ["...", print.part(value.of)];
    case "unary":
      return [value.operator, /\w/.test(value.operator) ? " " : "", print.part(value.of)];
    case "binary":
      return binaryDoc(print, value, place);
    case "assign": {
      const { target, value: given } = value;
      const doc = assignmentDoc(
        print,
        print.expression(target),
        " =",
        given,
        print.expression(given, "value"),
      );
      return place === "statement" ? doc : ["(", doc, ")"];
    }
    case "call":
      return callDoc(print, value);
    case "access":
      return accessDoc(print, value, place === "part");
    case "index":
      return [print.part(value.of), value.isOptional ? "?." : "", indexDoc(print, value.key)];
    case "as":
      return [print.expression(value.of), " as ", typeDoc(value.type)];
    case "arrow":
      return arrowDoc(print, value, false);
  }
}

/** Something that binds less than what is around it stands in parentheses. */
export function partDoc(print: Print, value: Expression): Doc {
  switch (value.kind) {
    case "binary":
    case "as":
      return ["(", group([indent([softline, print.expression(value, "part")]), softline]), ")"];
    case "arrow":
      return ["(", print.expression(value), ")"];
    default:
      return print.expression(value, "part");
  }
}

function objectDoc(print: Print, members: readonly Property[], isOpen: boolean): Doc {
  if (members.length === 0) return "{}";
  const docs = members.map((each, i) => [
    i === 0 ? "" : each.hasSpaceBefore ? [",", line, hardline] : [",", line],
    propertyDoc(print, each),
  ]);
  return group(["{", indent([line, ...docs]), ifBreak(","), line, "}"], isOpen);
}

function propertyDoc(print: Print, { key, isComputed, value }: Property): Doc {
  if (key === undefined) return value === undefined ? "" : ["...", print.part(value)];
  const name: Doc = isComputed ? ["[", literalText(key), "]"] : keyText(key);
  return value === undefined
    ? name
    : assignmentDoc(print, name, ":", value, print.expression(value, "value"), { isKey: true });
}

function arrayDoc(print: Print, items: readonly Expression[]): Doc {
  if (items.length === 0) return "[]";
  if (items.every(isNumber)) {
    const list = Symbol("list");
    const end = ifBreak(",", "", list);
    const parts = items.flatMap((each, i): Doc[] =>
      i === items.length - 1 ? [[print.expression(each), end]] : [[print.expression(each), ","], line],
    );
    return group(["[", indent([softline, fill(parts)]), softline, "]"], false, list);
  }
  const end = ifBreak(",");
  const docs = items.map((each) => group(print.expression(each)));
  return group(["[", indent([softline, joined([",", line], docs), end]), softline, "]"], isTable(items));
}

/** Several objects, or several arrays, with several things in each. */
function isTable(items: readonly Expression[]): boolean {
  const [first, ...rest] = items;
  return (
    rest.length > 0 &&
    items.every(
      (each) =>
        each.kind === first?.kind &&
        ((each.kind === "object" && each.members.length > 1) ||
          (each.kind === "array" && each.items.length > 1)),
    )
  );
}

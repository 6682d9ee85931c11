/** How statements are laid out. */
import { assignmentDoc, fluid } from "./assignment.js";
import { type Doc, group, hardline, ifBreak, indent, joined, line, softline } from "./doc.js";
import { commentDocs, literalText } from "./literals.js";
import type { Print } from "./print.js";
import type { Block, Case, Program, Specifier, Statement } from "./syntax.js";
import { Unknown } from "./tokens.js";
import {
  breaksAlias,
  groupedParameters,
  isComplex,
  membersDoc,
  typeDoc,
  typeParametersDoc,
} from "./types.js";

export const programDoc = (print: Print, { statements, comments }: Program): Doc => [
  statementsDoc(print, statements),
  statements.length > 0 && comments.length > 0 ? [hardline, hardline] : "",
  commentDocs(comments.map((each) => ({ ...each, linesAfter: 1 }))),
];

/** Statements below each other; empty lines between them stay. */
const statementsDoc = (print: Print, statements: readonly Statement[]): Doc =>
  statements.map((each, i) => [
    i === 0 ? "" : each.hasSpaceBefore ? [hardline, hardline] : hardline,
    commentDocs(each.comments),
    statementDoc(print, each),
  ]);

export const blockDoc = (print: Print, { statements }: Block): Doc =>
  statements.length === 0 ? "{}" : ["{", indent([hardline, statementsDoc(print, statements)]), hardline, "}"];

function statementDoc(print: Print, statement: Statement): Doc {
  switch (statement.kind) {
    case "import":
    case "export":
      return passingDoc(statement);
    case "variable":
      return variableDoc(print, statement);
    case "function":
      return functionDoc(print, statement);
    case "interface": {
      const { isExported, name, typeParameters, members } = statement;
      const head = [isExported ? "export " : "", "interface ", name, typeParametersDoc(typeParameters), " "];
      return [...head, group(membersDoc(members), members.length > 0)];
    }
    case "type": {
      const { isExported, name, typeParameters, type } = statement;
      const head: Doc = [isExported ? "export " : "", "type ", name, typeParametersDoc(typeParameters)];
      const doc = breaksAlias(type)
        ? group([group(head), " =", group(indent([line, typeDoc(type, "alias")]))])
        : fluid(head, " =", typeDoc(type));
      return [doc, ";"];
    }
    case "if": {
      const test = group([indent([softline, print.expression(statement.test, "test")]), softline]);
      const { then } = statement;
      const rest =
        then.kind === "block" ? [" ", print.block(then)] : indent([line, statementDoc(print, then)]);
      return group(["if (", test, ")", rest]);
    }
    case "switch": {
      const of = group([indent([softline, print.expression(statement.of, "test")]), softline]);
      const cases = statement.cases.map((each) => [hardline, caseDoc(print, each)]);
      return [group(["switch (", of, ")"]), " {", indent(cases), hardline, "}"];
    }
    case "break":
      return "break;";
    case "return": {
      const { value } = statement;
      if (value === undefined) return "return;";
      const doc = print.expression(value, "return");
      return value.kind === "binary"
        ? ["return ", group([ifBreak("("), indent([softline, doc]), softline, ifBreak(")")]), ";"]
        : ["return ", doc, ";"];
    }
    case "expression":
      if (statement.value.kind === "object" || statement.value.kind === "arrow")
        throw new Unknown("a statement");
      return [print.expression(statement.value, "statement"), ";"];
    case "block":
      return print.block(statement);
  }
}

function caseDoc(print: Print, { test, statements }: Case): Doc {
  const head: Doc = test === undefined ? "default:" : ["case ", print.expression(test), ":"];
  return statements.length === 0 ? head : [head, indent([hardline, statementsDoc(print, statements)])];
}

function patternDoc(names: readonly string[]): Doc {
  const end = names.at(-1)?.startsWith("...") === true ? "" : ifBreak(",");
  return group(["{", indent([line, joined([",", line], names)]), end, line, "}"]);
}

function passingDoc({ kind, isType, names, from }: Extract<Statement, { kind: "import" | "export" }>): Doc {
  const what = names === undefined ? "*" : specifiersDoc(names);
  const end: Doc = from === undefined ? ";" : [" from ", literalText(from), ";"];
  return [kind, isType ? " type" : "", " ", what, end];
}

function specifiersDoc(names: readonly Specifier[]): Doc {
  if (names.length === 0) return "{}";
  const docs = names.map(({ isType, name, alias }): Doc => [
    isType ? "type " : "",
    name,
    alias === undefined ? "" : ` as ${alias}`,
  ]);
  return names.length === 1
    ? ["{ ", ...docs, " }"]
    : group(["{", indent([line, joined([",", line], docs)]), ifBreak(","), line, "}"]);
}

function variableDoc(
  print: Print,
  { isExported, word, name, type, value }: Extract<Statement, { kind: "variable" }>,
): Doc {
  const head = isExported ? "export " : "";
  const named: Doc = typeof name === "string" ? name : patternDoc(name);
  const target: Doc =
    type === undefined
      ? named
      : [named, ": ", typeDoc(type, value?.kind === "arrow" ? "arrow" : "elsewhere")];
  const doc =
    value === undefined
      ? target
      : assignmentDoc(print, target, " =", value, print.expression(value, "value"), {
          isComplex: isComplex(type),
        });
  return group([head, word, " ", doc, ";"]);
}

function functionDoc(print: Print, statement: Extract<Statement, { kind: "function" }>): Doc {
  const { isExported, name, typeParameters, parameters, returns, body } = statement;
  const returnsDoc: Doc = returns === undefined ? "" : [": ", typeDoc(returns)];
  return [
    isExported ? "export " : "",
    `function ${name}`,
    typeParametersDoc(typeParameters),
    group([groupedParameters(parameters, typeParameters, returns, returnsDoc), returnsDoc]),
    " ",
    print.block(body),
  ];
}

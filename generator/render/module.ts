/** Prints a module with ts-morph: plain structures, built once and printed once. */
import type * as TsMorph from "ts-morph";
import type { StatementStructures } from "ts-morph";
import { type Code, plainText } from "../code/code.js";
import type { Declaration, Member, Module } from "../code/module.js";
import { Scope, specifier } from "../code/scope.js";
import { require } from "../library.js";
import type { TemplateRenderer } from "./template.js";

const { StructureKind, VariableDeclarationKind, printStructure } = require("ts-morph") as typeof TsMorph;

/** The text of a module, its imports included, before formatting. */
export function printModule(module: Module, render: TemplateRenderer): string {
  const declared = module.declarations.flatMap(namesOf);
  const scope = new Scope(module.path, declared);
  // Printing the declarations is what tells the scope which imports there are.
  const statements = module.declarations.map((each) => structureOf(each, module, scope, render));
  const imports = scope.imports().map(({ specifier, names }): StatementStructures => ({
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: specifier,
    isTypeOnly: names.every((each) => each.type),
    namedImports: names.map(({ name, alias, type }) => ({
      name,
      ...(alias === undefined ? {} : { alias }),
      isTypeOnly: type && !names.every((each) => each.type),
    })),
  }));
  const print = (each: StatementStructures): string => printStructure(each).trim();
  const blocks = statements.map((each, i) => {
    const next = statements[i + 1];
    return print(each) + (next === undefined || (isLine(each) && isLine(next)) ? "\n" : "\n\n");
  });
  return scope.release(
    `${printStructure({ kind: StructureKind.SourceFile, statements: imports })}\n${blocks.join("")}`,
  );
}

/** What a declaration names: itself, and the parameters that would hide an import of the same name. */
function namesOf(each: Declaration): readonly string[] {
  if (each.kind === "export") return [];
  return each.kind === "function"
    ? [each.name, ...each.parameters.map(({ name }) => plainText(name))]
    : [each.name];
}

/** Short declarations of one kind stand together; all others are set apart by an empty line. */
const isLine = (each: StatementStructures): boolean =>
  each.kind === StructureKind.ExportDeclaration ||
  (each.kind === StructureKind.VariableStatement && !each.isExported);

function structureOf(
  each: Declaration,
  module: Module,
  scope: Scope,
  render: TemplateRenderer,
): StatementStructures {
  const text = (code: Code): string => scope.text(code);
  // ts-morph reads letter by letter what it prints.
  const part = (code: Code): string => scope.hold(text(code));
  const docs = (code: Code | undefined): string[] => (code === undefined ? [] : [docText(text(code))]);
  const typeParameters = (list: readonly Code[] | undefined): string[] => (list ?? []).map(text);
  const parameter = ({ name, optional, type }: Member) => ({
    name: text(name),
    hasQuestionToken: optional,
    type: text(type),
  });
  const member = (each: Member) => ({ ...parameter(each), docs: docs(each.docs) });
  switch (each.kind) {
    case "interface":
      return {
        kind: StructureKind.Interface,
        isExported: true,
        name: each.name,
        docs: docs(each.docs),
        typeParameters: typeParameters(each.typeParameters),
        properties: each.members.map(member),
        indexSignatures:
          each.index === undefined
            ? []
            : [{ keyName: "key", keyType: "string", returnType: text(each.index) }],
      };
    case "type":
      return {
        kind: StructureKind.TypeAlias,
        isExported: true,
        name: each.name,
        docs: docs(each.docs),
        type: part(each.type),
      };
    case "const":
      return {
        kind: StructureKind.VariableStatement,
        isExported: each.exported,
        declarationKind: VariableDeclarationKind.Const,
        docs: docs(each.docs),
        declarations: [
          {
            name: each.name,
            initializer: part(each.value),
            ...(each.type === undefined ? {} : { type: part(each.type) }),
          },
        ],
      };
    case "function":
      return {
        kind: StructureKind.Function,
        isExported: true,
        name: each.name,
        docs: docs(each.docs),
        typeParameters: typeParameters(each.typeParameters),
        parameters: each.parameters.map(parameter),
        returnType: text(each.returns),
        statements: scope.hold(render(each.body, text)),
      };
    case "export":
      return {
        kind: StructureKind.ExportDeclaration,
        moduleSpecifier: specifier(module.path, each.module),
        isTypeOnly: each.typeOnly === true,
        namedExports: (each.names ?? []).map((name) => ({ ...name })),
      };
  }
}

/** A comment of several lines starts on a line of its own. */
const docText = (text: string): string => (text.includes("\n") ? `\n${text}` : text);

/** From text to syntax. What we never emit is refused, so that Prettier reads it. */
import { ExpressionParser } from "./parse-expressions.js";
import type { Block, Case, Expression, Program, Specifier, Statement } from "./syntax.js";
import { Unknown, tokensOf } from "./tokens.js";

/** What a module is made of. Throws `Unknown`. */
export function parse(text: string): Program {
  return new Parser(tokensOf(text)).module();
}

class Parser extends ExpressionParser {
  module(): Program {
    const statements: Statement[] = [];
    while (this.peek().kind !== "end") statements.push(this.statement());
    return { statements, comments: this.peek().comments };
  }

  protected statement(): Statement {
    const before = this.before();
    const isExported = this.is("export") && !this.is("{", 1) && !this.is("*", 1) && !this.exportsTypes();
    if (isExported) this.take();
    const { text } = this.peek();
    if (text === "const" || text === "let") return { ...before, ...this.variable(isExported) };
    if (text === "function") return { ...before, ...this.function(isExported) };
    if (text === "interface") return { ...before, ...this.interface(isExported) };
    if (text === "type" && this.peek(1).kind === "name") return { ...before, ...this.alias(isExported) };
    if (isExported) throw new Unknown("an export");
    if (text === "import" || text === "export") return { ...before, ...this.passing() };
    if (text === "if") {
      this.take();
      this.expect("(");
      const test = this.expression();
      this.expect(")");
      const then = this.statement();
      if (this.is("else") || then.comments.length > 0) throw new Unknown("else");
      return { ...before, kind: "if", test, then };
    }
    if (text === "switch") return { ...before, ...this.switch() };
    if (text === "break") {
      this.take();
      this.expect(";");
      return { ...before, kind: "break" };
    }
    if (text === "return") {
      this.take();
      const value = this.is(";") ? undefined : this.expression();
      this.expect(";");
      return { ...before, kind: "return", value };
    }
    if (text === "{") return { ...before, ...this.block() };
    const value = this.expression();
    this.expect(";");
    return { ...before, kind: "expression", value };
  }

  protected switch(): Omit<Extract<Statement, { kind: "switch" }>, "comments" | "hasSpaceBefore"> {
    this.take();
    this.expect("(");
    const of = this.expression();
    this.expect(")");
    this.expect("{");
    const cases: Case[] = [];
    while (!this.skip("}")) {
      const test = this.skip("default") ? undefined : this.caseTest();
      this.expect(":");
      const statements: Statement[] = [];
      while (!this.is("case") && !this.is("default") && !this.is("}")) statements.push(this.statement());
      cases.push({ test, statements });
    }
    return { kind: "switch", of, cases };
  }

  protected caseTest(): Expression {
    this.expect("case");
    return this.expression();
  }

  protected exportsTypes(): boolean {
    return this.is("type", 1) && (this.is("{", 2) || this.is("*", 2));
  }

  protected block(): Block {
    this.expect("{");
    const statements: Statement[] = [];
    while (!this.is("}")) statements.push(this.statement());
    this.expect("}");
    return { kind: "block", statements };
  }

  protected passing(): Omit<
    Extract<Statement, { kind: "import" | "export" }>,
    "comments" | "hasSpaceBefore"
  > {
    const kind = this.take().text as "import" | "export";
    const isType = this.is("type") && !this.is("from", 1) && this.skip("type");
    let names: readonly Specifier[] | undefined;
    if (!this.skip("*")) {
      this.expect("{");
      names = this.list("}", () => this.specifier());
    }
    const from = this.skip("from") ? this.string() : undefined;
    this.expect(";");
    return { kind, isType, names, from };
  }

  protected specifier(): Specifier {
    const isType = this.is("type") && this.peek(1).kind === "name" && !this.is("as", 1) && this.skip("type");
    const name = this.name();
    return { isType, name, alias: this.skip("as") ? this.name() : undefined };
  }

  protected variable(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "variable" }>, "comments" | "hasSpaceBefore"> {
    const word = this.take().text;
    const name = this.skip("{")
      ? this.list("}", () => (this.skip("...") ? "..." : "") + this.name())
      : this.name();
    const type = this.skip(":") ? this.type() : undefined;
    const value = this.skip("=") ? this.expression() : undefined;
    this.expect(";");
    return { kind: "variable", isExported, word, name, type, value };
  }

  protected function(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "function" }>, "comments" | "hasSpaceBefore"> {
    this.take();
    const name = this.name();
    const typeParameters = this.typeParameters();
    this.expect("(");
    const parameters = this.list(")", () => this.parameter());
    const returns = this.skip(":") ? this.type() : undefined;
    return { kind: "function", isExported, name, typeParameters, parameters, returns, body: this.block() };
  }

  protected interface(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "interface" }>, "comments" | "hasSpaceBefore"> {
    this.take();
    const name = this.name();
    const typeParameters = this.typeParameters();
    return { kind: "interface", isExported, name, typeParameters, members: this.members() };
  }

  protected alias(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "type" }>, "comments" | "hasSpaceBefore"> {
    this.take();
    const name = this.name();
    const typeParameters = this.typeParameters();
    this.expect("=");
    const type = this.type();
    this.expect(";");
    return { kind: "type", isExported, name, typeParameters, type };
  }
}

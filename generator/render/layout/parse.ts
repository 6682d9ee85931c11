/** From text to syntax. What we never emit is refused, so that Prettier reads it. */
import type {
  Arrow,
  Block,
  Case,
  Expression,
  Member,
  Parameter,
  Program,
  Property,
  Specifier,
  Statement,
  Type,
  TypeParameter,
} from "./syntax.js";
import { type Comment, type Token, Unknown, tokensOf } from "./tokens.js";

/** What a module is made of. Throws `Unknown`. */
export function parse(text: string): Program {
  return new Parser(tokensOf(text)).module();
}

/** From what binds least on. */
const precedence: Readonly<Record<string, number>> = {
  "??": 1,
  "||": 2,
  "&&": 3,
  "==": 4,
  "!=": 4,
  "===": 4,
  "!==": 4,
  "<": 5,
  ">": 5,
  "<=": 5,
  ">=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%": 7,
};

const typeKeywords = new Set(
  "any unknown never void null undefined string number boolean bigint object symbol true false this".split(
    " ",
  ),
);
const reserved = new Set(
  "async break case catch class continue debugger delete do else enum finally for in instanceof let satisfies super switch throw try var while with yield".split(
    " ",
  ),
);

/** Logical operations of one kind lean to the left, wherever their parentheses are. */
function balanced(operator: string, left: Expression, right: Expression): Expression {
  return ["&&", "||", "??"].includes(operator) && right.kind === "binary" && right.operator === operator
    ? balanced(operator, balanced(operator, left, right.left), right.right)
    : { kind: "binary", operator, left, right };
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  /** The token whose comments somebody has seen to. */
  #seen = -1;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  module(): Program {
    const statements: Statement[] = [];
    while (this.#peek().kind !== "end") statements.push(this.#statement());
    return { statements, comments: this.#peek().comments };
  }

  #peek(ahead: number = 0): Token {
    return this.#tokens[this.#at + ahead] ?? (this.#tokens.at(-1) as Token);
  }

  #is(text: string, ahead: number = 0): boolean {
    const { kind, text: found } = this.#peek(ahead);
    return found === text && kind !== "string" && kind !== "template";
  }

  /** The next token. */
  #take(): Token {
    const token = this.#peek();
    if (token.comments.length > 0 && this.#seen !== this.#at) throw new Unknown("a comment");
    this.#at++;
    return token;
  }

  #expect(text: string): void {
    if (!this.#is(text)) throw new Unknown(`${this.#peek().text} for ${text}`);
    this.#take();
  }

  #skip(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#take();
    return true;
  }

  #name(): string {
    if (this.#peek().kind !== "name") throw new Unknown("no name");
    return this.#take().text;
  }

  /** What stands before a statement or a member. */
  #before(): { readonly comments: readonly Comment[]; readonly hasSpaceBefore: boolean } {
    const { comments, linesBefore } = this.#peek();
    this.#seen = this.#at;
    if (comments.some((each) => each.linesAfter === 0)) throw new Unknown("a comment beside code");
    return { comments, hasSpaceBefore: linesBefore > 1 };
  }

  #list<T>(end: string, item: () => T): readonly T[] {
    const items: T[] = [];
    while (!this.#is(end)) {
      items.push(item());
      if (!this.#skip(",")) break;
    }
    this.#expect(end);
    return items;
  }

  #statement(): Statement {
    const before = this.#before();
    const isExported = this.#is("export") && !this.#is("{", 1) && !this.#is("*", 1) && !this.#exportsTypes();
    if (isExported) this.#take();
    const { text } = this.#peek();
    if (text === "const" || text === "let") return { ...before, ...this.#variable(isExported) };
    if (text === "function") return { ...before, ...this.#function(isExported) };
    if (text === "interface") return { ...before, ...this.#interface(isExported) };
    if (text === "type" && this.#peek(1).kind === "name") return { ...before, ...this.#alias(isExported) };
    if (isExported) throw new Unknown("an export");
    if (text === "import" || text === "export") return { ...before, ...this.#passing() };
    if (text === "if") {
      this.#take();
      this.#expect("(");
      const test = this.#expression();
      this.#expect(")");
      const then = this.#statement();
      if (this.#is("else") || then.comments.length > 0) throw new Unknown("else");
      return { ...before, kind: "if", test, then };
    }
    if (text === "switch") return { ...before, ...this.#switch() };
    if (text === "break") {
      this.#take();
      this.#expect(";");
      return { ...before, kind: "break" };
    }
    if (text === "return") {
      this.#take();
      const value = this.#is(";") ? undefined : this.#expression();
      this.#expect(";");
      return { ...before, kind: "return", value };
    }
    if (text === "{") return { ...before, ...this.#block() };
    const value = this.#expression();
    this.#expect(";");
    return { ...before, kind: "expression", value };
  }

  #switch(): Omit<Extract<Statement, { kind: "switch" }>, "comments" | "hasSpaceBefore"> {
    this.#take();
    this.#expect("(");
    const of = this.#expression();
    this.#expect(")");
    this.#expect("{");
    const cases: Case[] = [];
    while (!this.#skip("}")) {
      const test = this.#skip("default") ? undefined : this.#caseTest();
      this.#expect(":");
      const statements: Statement[] = [];
      while (!this.#is("case") && !this.#is("default") && !this.#is("}")) statements.push(this.#statement());
      cases.push({ test, statements });
    }
    return { kind: "switch", of, cases };
  }

  #caseTest(): Expression {
    this.#expect("case");
    return this.#expression();
  }

  #exportsTypes(): boolean {
    return this.#is("type", 1) && (this.#is("{", 2) || this.#is("*", 2));
  }

  #block(): Block {
    this.#expect("{");
    const statements: Statement[] = [];
    while (!this.#is("}")) statements.push(this.#statement());
    this.#expect("}");
    return { kind: "block", statements };
  }

  #passing(): Omit<Extract<Statement, { kind: "import" | "export" }>, "comments" | "hasSpaceBefore"> {
    const kind = this.#take().text as "import" | "export";
    const isType = this.#is("type") && !this.#is("from", 1) && this.#skip("type");
    let names: readonly Specifier[] | undefined;
    if (!this.#skip("*")) {
      this.#expect("{");
      names = this.#list("}", () => this.#specifier());
    }
    const from = this.#skip("from") ? this.#string() : undefined;
    this.#expect(";");
    return { kind, isType, names, from };
  }

  #specifier(): Specifier {
    const isType =
      this.#is("type") && this.#peek(1).kind === "name" && !this.#is("as", 1) && this.#skip("type");
    const name = this.#name();
    return { isType, name, alias: this.#skip("as") ? this.#name() : undefined };
  }

  #string(): string {
    if (this.#peek().kind !== "string") throw new Unknown("no string");
    return this.#take().text;
  }

  #variable(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "variable" }>, "comments" | "hasSpaceBefore"> {
    const word = this.#take().text;
    const name = this.#skip("{")
      ? this.#list("}", () => (this.#skip("...") ? "..." : "") + this.#name())
      : this.#name();
    const type = this.#skip(":") ? this.#type() : undefined;
    const value = this.#skip("=") ? this.#expression() : undefined;
    this.#expect(";");
    return { kind: "variable", isExported, word, name, type, value };
  }

  #function(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "function" }>, "comments" | "hasSpaceBefore"> {
    this.#take();
    const name = this.#name();
    const typeParameters = this.#typeParameters();
    this.#expect("(");
    const parameters = this.#list(")", () => this.#parameter());
    const returns = this.#skip(":") ? this.#type() : undefined;
    return { kind: "function", isExported, name, typeParameters, parameters, returns, body: this.#block() };
  }

  #interface(
    isExported: boolean,
  ): Omit<Extract<Statement, { kind: "interface" }>, "comments" | "hasSpaceBefore"> {
    this.#take();
    const name = this.#name();
    const typeParameters = this.#typeParameters();
    return { kind: "interface", isExported, name, typeParameters, members: this.#members() };
  }

  #alias(isExported: boolean): Omit<Extract<Statement, { kind: "type" }>, "comments" | "hasSpaceBefore"> {
    this.#take();
    const name = this.#name();
    const typeParameters = this.#typeParameters();
    this.#expect("=");
    const type = this.#type();
    this.#expect(";");
    return { kind: "type", isExported, name, typeParameters, type };
  }

  #typeParameters(): readonly TypeParameter[] {
    if (!this.#skip("<")) return [];
    return this.#list(">", () => {
      const isConst = this.#skip("const");
      const name = this.#name();
      const constraint = this.#skip("extends") ? this.#type() : undefined;
      return { name, isConst, constraint, fallback: this.#skip("=") ? this.#type() : undefined };
    });
  }

  #parameter(): Parameter {
    const isRest = this.#skip("...");
    const name = this.#name();
    const isOptional = this.#skip("?");
    return { name, isRest, isOptional, type: this.#skip(":") ? this.#type() : undefined };
  }

  #expression(): Expression {
    if (this.#isArrow()) return this.#arrow();
    const left = this.#binary(0);
    if (!this.#is("=") || (left.kind !== "name" && left.kind !== "access" && left.kind !== "index")) {
      if (this.#is("?") || this.#is("=")) throw new Unknown("a condition");
      return left;
    }
    this.#take();
    return { kind: "assign", target: left, value: this.#expression() };
  }

  /** Whether a parenthesis holds parameters: an arrow, or a type, comes after it. */
  #isArrow(): boolean {
    if (this.#peek().kind === "name" && this.#is("=>", 1)) throw new Unknown("a bare parameter");
    let at = this.#is("async") && this.#is("(", 1) ? 1 : 0;
    if (!this.#is("(", at)) return false;
    for (let depth = 0; ; at++) {
      if (this.#is("(", at) || this.#is("[", at) || this.#is("{", at)) depth++;
      if (this.#is(")", at) || this.#is("]", at) || this.#is("}", at)) depth--;
      if (depth === 0) break;
      if (this.#peek(at).kind === "end") throw new Unknown("an open parenthesis");
    }
    return this.#is("=>", at + 1) || this.#is(":", at + 1);
  }

  #arrow(): Arrow {
    const isAsync = this.#skip("async");
    this.#expect("(");
    const parameters = this.#list(")", () => this.#parameter());
    const returns = this.#skip(":") ? this.#type() : undefined;
    this.#expect("=>");
    return {
      kind: "arrow",
      isAsync,
      parameters,
      returns,
      body: this.#is("{") ? this.#block() : this.#expression(),
    };
  }

  #binary(least: number): Expression {
    let left = this.#unary();
    for (;;) {
      if (this.#is("as")) {
        this.#take();
        left = { kind: "as", of: left, type: this.#type() };
        continue;
      }
      const operator = this.#peek().kind === "sign" ? this.#peek().text : "";
      const binds = precedence[operator];
      if (binds === undefined || binds <= least) return left;
      this.#take();
      left = balanced(operator, left, this.#binary(binds));
    }
  }

  #unary(): Expression {
    for (const operator of ["!", "-", "typeof", "void", "await"])
      if (this.#is(operator)) {
        this.#take();
        return { kind: "unary", operator, of: this.#unary() };
      }
    return this.#postfix(this.#primary());
  }

  #postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      const isOptional = this.#skip("?.");
      if (isOptional && this.#is("(")) throw new Unknown("an optional call");
      if (isOptional ? !this.#is("[") : this.#skip("."))
        of = { kind: "access", of, name: this.#name(), isOptional };
      else if (this.#skip("[")) {
        of = { kind: "index", of, key: this.#expression(), isOptional };
        this.#expect("]");
      } else if (this.#is("(") || this.#beginsTypeArguments()) {
        const typeArguments = this.#typeArguments();
        this.#expect("(");
        of = { kind: "call", isNew: false, of, typeArguments, args: this.#list(")", () => this.#item()) };
      } else if (this.#is("!") && !this.#is("=", 1)) throw new Unknown("an assertion");
      else return of;
    }
  }

  /** Only names that begin with a small letter and a bracket beside a name of a type are calls with type arguments. */
  #beginsTypeArguments(): boolean {
    if (!this.#is("<") || this.#peek().linesBefore > 0) return false;
    let depth = 0;
    for (let at = 0; ; at++) {
      if (this.#is("<", at)) depth++;
      else if (this.#is(">", at)) depth--;
      else if (this.#is(";", at) || this.#is("&&", at) || this.#is("||", at) || this.#peek(at).kind === "end")
        return false;
      if (depth === 0) return this.#is("(", at + 1);
    }
  }

  #typeArguments(): readonly Type[] {
    return this.#skip("<") ? this.#list(">", () => this.#type()) : [];
  }

  #item(): Expression {
    return this.#skip("...") ? { kind: "spread", of: this.#expression() } : this.#expression();
  }

  /** Comments in lines of their own stand before an item. */
  #commented(item: () => Expression): Expression {
    const { comments } = this.#peek();
    if (comments.length === 0 || comments.some((each) => each.linesAfter === 0)) return item();
    this.#seen = this.#at;
    return { kind: "commented", comments, of: item() };
  }

  #primary(): Expression {
    const { kind, text, comments } = this.#peek();
    const [note, ...more] = comments;
    if (note !== undefined && this.#seen !== this.#at) {
      if (more.length > 0 || !note.isBlock || note.linesAfter > 0 || note.text.includes("\n"))
        throw new Unknown("a comment in an expression");
      this.#seen = this.#at;
      return { kind: "noted", note: note.text, of: this.#postfix(this.#primary()) };
    }
    if (kind === "number" || kind === "string" || kind === "template" || kind === "regex") {
      this.#take();
      return { kind, text };
    }
    if (text === "(") {
      this.#take();
      const inner = this.#expression();
      this.#expect(")");
      return inner;
    }
    if (text === "[") {
      this.#take();
      return { kind: "array", items: this.#list("]", () => this.#commented(() => this.#item())) };
    }
    if (text === "{") return this.#object();
    if (text === "new") {
      this.#take();
      let of: Expression = { kind: "name", text: this.#name() };
      while (this.#skip(".")) of = { kind: "access", of, name: this.#name(), isOptional: false };
      const typeArguments = this.#typeArguments();
      this.#expect("(");
      return { kind: "call", isNew: true, of, typeArguments, args: this.#list(")", () => this.#item()) };
    }
    if (kind !== "name" || reserved.has(text) || text === "function") throw new Unknown(text);
    this.#take();
    return { kind: "name", text };
  }

  #object(): Expression {
    this.#expect("{");
    const isOpen = this.#peek().linesBefore > 0 && !this.#is("}");
    return { kind: "object", isOpen, members: this.#list("}", () => this.#property()) };
  }

  #property(): Property {
    const before = this.#before();
    if (before.comments.length > 0) throw new Unknown("a comment in an object");
    if (this.#is("...")) {
      this.#take();
      return { ...before, key: undefined, isComputed: false, value: this.#expression() };
    }
    const isComputed = this.#skip("[");
    const key = this.#key();
    if (isComputed) this.#expect("]");
    if (!this.#skip(":")) {
      if (isComputed || !(this.#is(",") || this.#is("}"))) throw new Unknown("a method");
      return { ...before, key, isComputed, value: undefined };
    }
    return { ...before, key, isComputed, value: this.#expression() };
  }

  #key(): string {
    const { kind, text } = this.#peek();
    if (kind !== "name" && kind !== "string" && kind !== "number") throw new Unknown("a key");
    this.#take();
    return text;
  }

  #members(): readonly Member[] {
    this.#expect("{");
    const members: Member[] = [];
    while (!this.#is("}")) {
      members.push(this.#member());
      if (!this.#skip(";") && !this.#skip(",") && !this.#is("}")) throw new Unknown("a member");
    }
    this.#expect("}");
    return members;
  }

  #member(): Member {
    const before = this.#before();
    const isReadonly =
      this.#is("readonly") && !this.#is(":", 1) && !this.#is("?", 1) && this.#skip("readonly");
    if (this.#skip("[")) {
      const key = this.#name();
      this.#expect(":");
      const index = this.#type();
      this.#expect("]");
      this.#expect(":");
      return { ...before, isReadonly, key, isOptional: false, index, type: this.#type() };
    }
    const key = this.#key();
    const isOptional = this.#skip("?");
    this.#expect(":");
    return { ...before, isReadonly, key, isOptional, index: undefined, type: this.#type() };
  }

  #type(): Type {
    if (this.#is("(") && this.#isFunctionType()) return this.#functionType();
    this.#skip("|");
    return this.#several("union", "|", () => this.#several("intersection", "&", () => this.#typeOperator()));
  }

  #several(kind: "union" | "intersection", separator: string, one: () => Type): Type {
    const types = [one()];
    while (this.#skip(separator)) types.push(one());
    const [first] = types;
    return types.length === 1 && first !== undefined ? first : { kind, types };
  }

  #isFunctionType(): boolean {
    return (
      this.#is(")", 1) ||
      this.#is("...", 1) ||
      (this.#peek(1).kind === "name" && (this.#is(":", 2) || this.#is("?", 2)))
    );
  }

  #functionType(): Type {
    this.#expect("(");
    const parameters = this.#list(")", () => this.#parameter());
    this.#expect("=>");
    return { kind: "function", parameters, returns: this.#type() };
  }

  #typeOperator(): Type {
    for (const operator of ["keyof", "readonly"])
      if (this.#is(operator)) {
        this.#take();
        return { kind: "operator", operator, of: this.#typeOperator() };
      }
    let type = this.#primaryType();
    while (this.#is("[") && this.#peek().linesBefore === 0) {
      this.#take();
      if (this.#skip("]")) type = { kind: "list", of: type };
      else {
        type = { kind: "indexed", of: type, key: this.#type() };
        this.#expect("]");
      }
    }
    return type;
  }

  #primaryType(): Type {
    const { kind, text } = this.#peek();
    if (kind === "string" || kind === "number") {
      this.#take();
      return { kind: "literal", text };
    }
    if (this.#skip("-")) return { kind: "literal", text: `-${this.#take().text}` };
    if (text === "(" && kind === "sign") {
      this.#take();
      const inner = this.#type();
      this.#expect(")");
      return inner;
    }
    if (text === "[" && kind === "sign") {
      this.#take();
      return { kind: "tuple", items: this.#list("]", () => this.#tupleItem()) };
    }
    if (text === "{" && kind === "sign") {
      const isOpen = this.#peek(1).linesBefore > 0 && !this.#is("}", 1);
      return { kind: "members", isOpen, members: this.#members() };
    }
    if (kind !== "name") throw new Unknown("a type");
    if (typeKeywords.has(text)) {
      this.#take();
      return { kind: "keyword", text };
    }
    const query = this.#skip("typeof");
    let name = this.#name();
    while (this.#skip(".")) name += `.${this.#name()}`;
    if (this.#is("is") || this.#is("extends") || name === "infer" || name === "unique" || name === "asserts")
      throw new Unknown("a type");
    return { kind: "reference", name, args: this.#typeArguments(), query };
  }

  #tupleItem(): Type {
    if (this.#skip("...")) return { kind: "rest", of: this.#type() };
    if (this.#peek().kind === "name" && (this.#is(":", 1) || (this.#is("?", 1) && this.#is(":", 2))))
      throw new Unknown("a named item");
    const of = this.#type();
    return this.#skip("?") ? { kind: "optional", of } : of;
  }
}

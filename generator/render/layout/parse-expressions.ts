/** From words to expressions. */
import { TypeParser } from "./parse-types.js";
import type { Arrow, Block, Expression, Property } from "./syntax.js";
import { Unknown } from "./tokens.js";

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

export abstract class ExpressionParser extends TypeParser {
  /** The body of a function. */
  protected abstract block(): Block;

  protected expression(): Expression {
    if (this.isArrow()) return this.arrow();
    const left = this.binary(0);
    if (!this.is("=") || (left.kind !== "name" && left.kind !== "access" && left.kind !== "index")) {
      if (this.is("?") || this.is("=")) throw new Unknown("a condition");
      return left;
    }
    this.take();
    return { kind: "assign", target: left, value: this.expression() };
  }

  /** Whether a parenthesis holds parameters: an arrow, or a type, comes after it. */
  protected isArrow(): boolean {
    if (this.peek().kind === "name" && this.is("=>", 1)) throw new Unknown("a bare parameter");
    let at = this.is("async") && this.is("(", 1) ? 1 : 0;
    if (!this.is("(", at)) return false;
    for (let depth = 0; ; at++) {
      if (this.is("(", at) || this.is("[", at) || this.is("{", at)) depth++;
      if (this.is(")", at) || this.is("]", at) || this.is("}", at)) depth--;
      if (depth === 0) break;
      if (this.peek(at).kind === "end") throw new Unknown("an open parenthesis");
    }
    return this.is("=>", at + 1) || this.is(":", at + 1);
  }

  protected arrow(): Arrow {
    const isAsync = this.skip("async");
    this.expect("(");
    const parameters = this.list(")", () => this.parameter());
    const returns = this.skip(":") ? this.type() : undefined;
    this.expect("=>");
    return {
      kind: "arrow",
      isAsync,
      parameters,
      returns,
      body: this.is("{") ? this.block() : this.expression(),
    };
  }

  protected binary(least: number): Expression {
    let left = this.unary();
    for (;;) {
      if (this.is("as")) {
        this.take();
        left = { kind: "as", of: left, type: this.type() };
        continue;
      }
      const operator = this.peek().kind === "sign" ? this.peek().text : "";
      const binds = precedence[operator];
      if (binds === undefined || binds <= least) return left;
      this.take();
      left = balanced(operator, left, this.binary(binds));
    }
  }

  protected unary(): Expression {
    for (const operator of ["!", "-", "typeof", "void", "await"])
      if (this.is(operator)) {
        this.take();
        return { kind: "unary", operator, of: this.unary() };
      }
    return this.postfix(this.primary());
  }

  protected postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      const isOptional = this.skip("?.");
      if (isOptional && this.is("(")) throw new Unknown("an optional call");
      if (isOptional ? !this.is("[") : this.skip("."))
        of = { kind: "access", of, name: this.name(), isOptional };
      else if (this.skip("[")) {
        of = { kind: "index", of, key: this.expression(), isOptional };
        this.expect("]");
      } else if (this.is("(") || this.beginsTypeArguments()) {
        const typeArguments = this.typeArguments();
        this.expect("(");
        of = { kind: "call", isNew: false, of, typeArguments, args: this.list(")", () => this.item()) };
      } else if (this.is("!") && !this.is("=", 1)) throw new Unknown("an assertion");
      else return of;
    }
  }

  /** Only names that begin with a small letter and a bracket beside a name of a type are calls with type arguments. */
  protected beginsTypeArguments(): boolean {
    if (!this.is("<") || this.peek().linesBefore > 0) return false;
    let depth = 0;
    for (let at = 0; ; at++) {
      if (this.is("<", at)) depth++;
      else if (this.is(">", at)) depth--;
      else if (this.is(";", at) || this.is("&&", at) || this.is("||", at) || this.peek(at).kind === "end")
        return false;
      if (depth === 0) return this.is("(", at + 1);
    }
  }

  protected item(): Expression {
    return this.skip("...") ? { kind: "spread", of: this.expression() } : this.expression();
  }

  /** Comments in lines of their own stand before an item. */
  protected commented(item: () => Expression): Expression {
    const { comments } = this.peek();
    if (comments.length === 0 || comments.some((each) => each.linesAfter === 0)) return item();
    this.see();
    return { kind: "commented", comments, of: item() };
  }

  protected primary(): Expression {
    const { kind, text, comments } = this.peek();
    const [note, ...more] = comments;
    if (note !== undefined && !this.isSeen) {
      if (more.length > 0 || !note.isBlock || note.linesAfter > 0 || note.text.includes("\n"))
        throw new Unknown("a comment in an expression");
      this.see();
      return { kind: "noted", note: note.text, of: this.postfix(this.primary()) };
    }
    if (kind === "number" || kind === "string" || kind === "template" || kind === "regex") {
      this.take();
      return { kind, text };
    }
    if (text === "(") {
      this.take();
      const inner = this.expression();
      this.expect(")");
      return inner;
    }
    if (text === "[") {
      this.take();
      return { kind: "array", items: this.list("]", () => this.commented(() => this.item())) };
    }
    if (text === "{") return this.object();
    if (text === "new") {
      this.take();
      let of: Expression = { kind: "name", text: this.name() };
      while (this.skip(".")) of = { kind: "access", of, name: this.name(), isOptional: false };
      const typeArguments = this.typeArguments();
      this.expect("(");
      return { kind: "call", isNew: true, of, typeArguments, args: this.list(")", () => this.item()) };
    }
    if (kind !== "name" || reserved.has(text) || text === "function") throw new Unknown(text);
    this.take();
    return { kind: "name", text };
  }

  protected object(): Expression {
    this.expect("{");
    const isOpen = this.peek().linesBefore > 0 && !this.is("}");
    return { kind: "object", isOpen, members: this.list("}", () => this.property()) };
  }

  protected property(): Property {
    const before = this.before();
    if (before.comments.length > 0) throw new Unknown("a comment in an object");
    if (this.is("...")) {
      this.take();
      return { ...before, key: undefined, isComputed: false, value: this.expression() };
    }
    const isComputed = this.skip("[");
    const key = this.key();
    if (isComputed) this.expect("]");
    if (!this.skip(":")) {
      if (isComputed || !(this.is(",") || this.is("}"))) throw new Unknown("a method");
      return { ...before, key, isComputed, value: undefined };
    }
    return { ...before, key, isComputed, value: this.expression() };
  }
}

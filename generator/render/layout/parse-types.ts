/** From words to types. */
import { Cursor } from "./cursor.js";
import type { Member, Parameter, Type, TypeParameter } from "./syntax.js";
import { Unknown } from "./tokens.js";

const typeKeywords = new Set(
  "any unknown never void null undefined string number boolean bigint object symbol true false this".split(
    " ",
  ),
);

export class TypeParser extends Cursor {
  protected typeParameters(): readonly TypeParameter[] {
    if (!this.skip("<")) return [];
    return this.list(">", () => {
      const isConst = this.skip("const");
      const name = this.name();
      const constraint = this.skip("extends") ? this.type() : undefined;
      return { name, isConst, constraint, fallback: this.skip("=") ? this.type() : undefined };
    });
  }

  protected parameter(): Parameter {
    const isRest = this.skip("...");
    const name = this.name();
    const isOptional = this.skip("?");
    return { name, isRest, isOptional, type: this.skip(":") ? this.type() : undefined };
  }

  protected typeArguments(): readonly Type[] {
    return this.skip("<") ? this.list(">", () => this.type()) : [];
  }

  protected members(): readonly Member[] {
    this.expect("{");
    const members: Member[] = [];
    while (!this.is("}")) {
      members.push(this.member());
      if (!this.skip(";") && !this.skip(",") && !this.is("}")) throw new Unknown("a member");
    }
    this.expect("}");
    return members;
  }

  protected member(): Member {
    const before = this.before();
    const isReadonly = this.is("readonly") && !this.is(":", 1) && !this.is("?", 1) && this.skip("readonly");
    if (this.skip("[")) {
      const key = this.name();
      this.expect(":");
      const index = this.type();
      this.expect("]");
      this.expect(":");
      return { ...before, isReadonly, key, isOptional: false, index, type: this.type() };
    }
    const key = this.key();
    const isOptional = this.skip("?");
    this.expect(":");
    return { ...before, isReadonly, key, isOptional, index: undefined, type: this.type() };
  }

  protected type(): Type {
    if (this.is("(") && this.isFunctionType()) return this.functionType();
    this.skip("|");
    return this.several("union", "|", () => this.several("intersection", "&", () => this.typeOperator()));
  }

  protected several(kind: "union" | "intersection", separator: string, one: () => Type): Type {
    const types = [one()];
    while (this.skip(separator)) types.push(one());
    const [first] = types;
    return types.length === 1 && first !== undefined ? first : { kind, types };
  }

  protected isFunctionType(): boolean {
    return (
      this.is(")", 1) ||
      this.is("...", 1) ||
      (this.peek(1).kind === "name" && (this.is(":", 2) || this.is("?", 2)))
    );
  }

  protected functionType(): Type {
    this.expect("(");
    const parameters = this.list(")", () => this.parameter());
    this.expect("=>");
    return { kind: "function", parameters, returns: this.type() };
  }

  protected typeOperator(): Type {
    for (const operator of ["keyof", "readonly"])
      if (this.is(operator)) {
        this.take();
        return { kind: "operator", operator, of: this.typeOperator() };
      }
    let type = this.primaryType();
    while (this.is("[") && this.peek().linesBefore === 0) {
      this.take();
      if (this.skip("]")) type = { kind: "list", of: type };
      else {
        type = { kind: "indexed", of: type, key: this.type() };
        this.expect("]");
      }
    }
    return type;
  }

  protected primaryType(): Type {
    const { kind, text } = this.peek();
    if (kind === "string" || kind === "number") {
      this.take();
      return { kind: "literal", text };
    }
    if (this.skip("-")) return { kind: "literal", text: `-${this.take().text}` };
    if (text === "(" && kind === "sign") {
      this.take();
      const inner = this.type();
      this.expect(")");
      return inner;
    }
    if (text === "[" && kind === "sign") {
      this.take();
      return { kind: "tuple", items: this.list("]", () => this.tupleItem()) };
    }
    if (text === "{" && kind === "sign") {
      const isOpen = this.peek(1).linesBefore > 0 && !this.is("}", 1);
      return { kind: "members", isOpen, members: this.members() };
    }
    if (kind !== "name") throw new Unknown("a type");
    if (typeKeywords.has(text)) {
      this.take();
      return { kind: "keyword", text };
    }
    const query = this.skip("typeof");
    let name = this.name();
    while (this.skip(".")) name += `.${this.name()}`;
    if (this.is("is") || this.is("extends") || name === "infer" || name === "unique" || name === "asserts")
      throw new Unknown("a type");
    return { kind: "reference", name, args: this.typeArguments(), query };
  }

  protected tupleItem(): Type {
    if (this.skip("...")) return { kind: "rest", of: this.type() };
    if (this.peek().kind === "name" && (this.is(":", 1) || (this.is("?", 1) && this.is(":", 2))))
      throw new Unknown("a named item");
    const of = this.type();
    return this.skip("?") ? { kind: "optional", of } : of;
  }
}

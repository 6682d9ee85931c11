/** Constants and functions that stand outside of the functions that use them. Equal constants are one. */
import { type Code, code, ident, literal, regex } from "../code/code.js";
import type { ConstDeclaration } from "../code/module.js";
import type { Json } from "../json.js";
import { NameTable, camelCase, pascalCase } from "../model/names.js";
import type { Pattern } from "../model/schema.js";

export class Hoisting {
  readonly declarations: ConstDeclaration[] = [];
  readonly #names: NameTable;
  readonly #shared = new Map<unknown, Code>();

  constructor(taken: readonly string[]) {
    this.#names = new NameTable(undefined, taken);
  }

  list(value: Json, hint: string): Code {
    const list = Array.isArray(value) && value.length === 0 ? code`[] as unknown[]` : literal(value);
    return this.share(JSON.stringify(value), hint, list);
  }

  pattern(pattern: Pattern, hint: string): Code {
    return this.share(`/${pattern.source}/${pattern.flags}`, hint, regex(pattern));
  }

  /** The function of one body; the same body is printed once. */
  check(body: object, hint: string, print: () => Code, type: Code): Code {
    const known = this.#shared.get(body);
    if (known !== undefined) return known;
    const value = print();
    const name = this.#declare(hint, value, type);
    this.#shared.set(body, name);
    return name;
  }

  share(key: string, hint: string, value: Code): Code {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = this.#declare(hint, value);
    this.#shared.set(key, name);
    return name;
  }

  #declare(hint: string, value: Code, type?: Code): Code {
    const wish = camelCase(hint);
    const name = this.#names.claim([wish, `own${pascalCase(wish)}`], `${hint} ${this.declarations.length}`);
    const typed = type === undefined ? {} : { type };
    this.declarations.push({ kind: "const", exported: false, name, value, ...typed });
    return ident(name);
  }
}

/** Walks through the words of a module. */
import { type Comment, type Token, Unknown } from "./tokens.js";

export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  /** The token whose comments somebody has seen to. */
  #seen = -1;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  protected peek(ahead: number = 0): Token {
    return this.#tokens[this.#at + ahead] ?? (this.#tokens.at(-1) as Token);
  }

  protected is(text: string, ahead: number = 0): boolean {
    const { kind, text: found } = this.peek(ahead);
    return found === text && kind !== "string" && kind !== "template";
  }

  /** The next token. */
  protected take(): Token {
    const token = this.peek();
    if (token.comments.length > 0 && this.#seen !== this.#at) throw new Unknown("a comment");
    this.#at++;
    return token;
  }

  protected expect(text: string): void {
    if (!this.is(text)) throw new Unknown(`${this.peek().text} for ${text}`);
    this.take();
  }

  protected skip(text: string): boolean {
    if (!this.is(text)) return false;
    this.take();
    return true;
  }

  protected name(): string {
    if (this.peek().kind !== "name") throw new Unknown("no name");
    return this.take().text;
  }

  /** What stands before a statement or a member. */
  protected before(): { readonly comments: readonly Comment[]; readonly hasSpaceBefore: boolean } {
    const { comments, linesBefore } = this.peek();
    this.see();
    if (comments.some((each) => each.linesAfter === 0)) throw new Unknown("a comment beside code");
    return { comments, hasSpaceBefore: linesBefore > 1 };
  }

  protected list<T>(end: string, item: () => T): readonly T[] {
    const items: T[] = [];
    while (!this.is(end)) {
      items.push(item());
      if (!this.skip(",")) break;
    }
    this.expect(end);
    return items;
  }

  protected string(): string {
    if (this.peek().kind !== "string") throw new Unknown("no string");
    return this.take().text;
  }

  protected key(): string {
    const { kind, text } = this.peek();
    if (kind !== "name" && kind !== "string" && kind !== "number") throw new Unknown("a key");
    this.take();
    return text;
  }

  /** Somebody sees to the comments of the next token. */
  protected see(): void {
    this.#seen = this.#at;
  }

  protected get isSeen(): boolean {
    return this.#seen === this.#at;
  }
}

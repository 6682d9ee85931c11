/** The words of the TypeScript that we emit. What it never has is refused: then Prettier reads it. */

export interface Comment {
  readonly text: string;
  readonly isBlock: boolean;
  /** Line breaks between it and what follows. */
  readonly linesAfter: number;
}

export interface Token {
  readonly kind: "name" | "number" | "string" | "template" | "regex" | "sign" | "end";
  readonly text: string;
  /** Line breaks before it, or before the first of its comments. */
  readonly linesBefore: number;
  /** The comments before it. */
  readonly comments: readonly Comment[];
}

/** Thrown for what is not known here. */
export class Unknown extends Error {}

const comment = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const plainWord = /[A-Za-z$_][\w$]*(?![^\0-\x7f])/y;
const number = /(?:0|[1-9]\d*)(?:\.\d*[1-9])?n?(?![\w.])/y;
const string = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/y;
const template = /`(?:[^`\\$\n]|\\[^\n]|\$(?!\{))*`/y;
const regex = /\/(?![*/])(?:[^\\/[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+\/[a-z]*/y;
const sign = /\.\.\.|=>|[!=]==|\?\?|\?\.|&&|\|\||[!=<>]=|[-+*/%<>=!?:;,.(){}[\]|&]/y;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  /** Passes over white space, and counts its lines. */
  const lines = (): number => {
    let count = 0;
    for (; ; at++) {
      const char = text.charCodeAt(at);
      if (char === 10) count++;
      else if (char !== 32 && char !== 9 && char !== 13) return count;
    }
  };
  const isComment = (): boolean => text.startsWith("//", at) || text.startsWith("/*", at);
  for (;;) {
    const linesBefore = lines();
    let comments: Comment[] = none;
    while (isComment()) {
      const found = match(comment);
      if (found === undefined) throw new Unknown("an open comment");
      comments = [...comments, { text: found, isBlock: found.startsWith("/*"), linesAfter: lines() }];
    }
    if (at >= text.length) {
      tokens.push({ kind: "end", text: "", linesBefore, comments });
      return tokens;
    }
    const kind = kindAt(text.charCodeAt(at), tokens.at(-1));
    const found = (kind === "name" ? match(plainWord) : undefined) ?? match(patterns[kind]);
    if (found === undefined) throw new Unknown("a character");
    tokens.push({ kind, text: found, linesBefore, comments });
  }
}

const none: Comment[] = [];
const patterns = { name: word, number, string, template, regex, sign } as const;

function kindAt(char: number, previous: Token | undefined): Exclude<Token["kind"], "end"> {
  if (char === 34 || char === 39) return "string";
  if (char >= 48 && char <= 57) return "number";
  if (char === 96) return "template";
  if (char === 47 && beginsExpression(previous)) return "regex";
  return char < 128 && !/[A-Za-z$_]/.test(String.fromCharCode(char)) ? "sign" : "name";
}

/** A slash after these begins a regular expression, and divides after all else. */
const beginsExpression = (previous: Token | undefined): boolean =>
  previous === undefined ||
  (previous.kind === "sign" && !/^[)\]}]$/.test(previous.text)) ||
  previous.text === "return";

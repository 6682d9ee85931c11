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

const space = /[ \t\r\n]*/y;
const comment = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
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
  const lines = (): number => (match(space) ?? "").split("\n").length - 1;
  for (;;) {
    const linesBefore = lines();
    const comments: Comment[] = [];
    for (let found = match(comment); found !== undefined; found = match(comment))
      comments.push({ text: found, isBlock: found.startsWith("/*"), linesAfter: lines() });
    const push = (kind: Token["kind"], found: string): void =>
      void tokens.push({ kind, text: found, linesBefore, comments });
    if (at >= text.length) {
      push("end", "");
      return tokens;
    }
    const [kind, found] = next(match, tokens.at(-1));
    push(kind, found);
  }
}

function next(
  match: (pattern: RegExp) => string | undefined,
  previous: Token | undefined,
): readonly [Token["kind"], string] {
  const kinds = [
    ["name", word],
    ["number", number],
    ["string", string],
    ["template", template],
    ...(beginsExpression(previous) ? ([["regex", regex]] as const) : []),
    ["sign", sign],
  ] as const;
  for (const [kind, pattern] of kinds) {
    const found = match(pattern);
    if (found !== undefined) return [kind, found];
  }
  throw new Unknown("a character");
}

/** A slash after these begins a regular expression, and divides after all else. */
const beginsExpression = (previous: Token | undefined): boolean =>
  previous === undefined ||
  (previous.kind === "sign" && !/^[)\]}]$/.test(previous.text)) ||
  previous.text === "return";

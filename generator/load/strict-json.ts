/** JSON as RFC 8259 has it, and where a text is none. */
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

export interface ReadJson {
  readonly value: unknown;
  /** The first mistake. */
  readonly mistake?: { readonly message: string; readonly line: number; readonly column: number };
}

export function readStrictJson(text: string): ReadJson {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined) return { value };
  const lines = text.slice(0, first.offset).split("\n");
  return {
    value,
    mistake: {
      message: wordsOf(printParseErrorCode(first.error)),
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    },
  };
}

/** `CommaExpected` as people write it. */
const wordsOf = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (each) => ` ${each.toLowerCase()}`);

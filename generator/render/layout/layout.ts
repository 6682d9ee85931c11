/**
 * Lays out the TypeScript that we emit as Prettier does, many times as fast: it knows the few forms that we emit, and says so
 * where it meets another one. A test holds it to what Prettier makes of the same text.
 */
import { hardline } from "./doc.js";
import { isMeasurable, print as printDoc } from "./print-doc.js";
import { expressionDoc, partDoc } from "./expressions.js";
import { parse } from "./parse.js";
import type { Print } from "./print.js";
import { blockDoc, programDoc } from "./statements.js";
import { Unknown } from "./tokens.js";

function printer(width: number): Print {
  const print: Print = {
    width,
    expression: (value, place) => expressionDoc(print, value, place),
    part: (value) => partDoc(print, value),
    block: (block) => blockDoc(print, block),
  };
  return print;
}

/** The text as Prettier would write it; undefined where there is something that is not known here. */
export function layOut(text: string, width: number): string | undefined {
  if (!isMeasurable(text)) return undefined;
  try {
    const program = parse(text);
    const end = program.statements.length > 0 && program.comments.length === 0 ? hardline : "";
    return printDoc([programDoc(printer(width), program), end], width);
  } catch (cause) {
    if (cause instanceof Unknown) return undefined;
    throw cause;
  }
}

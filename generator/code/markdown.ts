/** Text of emitted Markdown. As with code, these functions are the only ways there from a string of the description. */
import { invisible } from "../text.js";
import { Code } from "./code.js";

/** Running text: one paragraph, in which nothing of the description is markup but its code spans. */
export function prose(text: string): Code {
  const pieces = plain(text).split(/(`[^`]+`)/);
  return Code.of(pieces.map((piece, i) => (i % 2 === 1 ? piece : escape(piece))).join(""));
}

const escape = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/^([-+]|\d+[.)])(?=\s)/, "\\$1");

/** The first paragraph of a longer text. */
export function firstParagraph(text: string): string {
  return text.trim().split(/\r?\n\s*\r?\n/)[0] ?? "";
}

/** Its first sentence, for a line in a list; a sentence that is longer than a line is cut between words. */
export function firstSentence(text: string): string {
  const [sentence = ""] = /^.*?[.!?](?=\s|$)/s.exec(firstParagraph(text)) ?? [firstParagraph(text)];
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 160).replace(/\s+\S*$/, "")} …`;
}

/** A code span that ends where it should, whatever it holds. */
export function span(text: string): Code {
  const line = plain(text);
  const fence = "`".repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const pad = fence.length > 1 ? " " : "";
  return Code.of(`${fence}${pad}${line}${pad}${fence}`);
}

/** One line without control characters. */
const plain = (text: string): string => text.replace(invisible, " ").replace(/\s+/g, " ").trim();

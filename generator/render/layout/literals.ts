/** How literals, names and comments are written. */
import { type Doc, hardline, joined } from "./doc.js";
import { type Comment, Unknown } from "./tokens.js";

/** A literal as it is written in source code. */
export function literalText(text: string): string {
  return text.startsWith('"') || text.startsWith("'") ? stringText(text) : text;
}

/** In double quotes, unless it holds more of those than of the single ones. */
export function stringText(raw: string): string {
  const inside = raw.slice(1, -1);
  const doubles = inside.split('"').length;
  const quote = doubles > inside.split("'").length ? "'" : '"';
  const text = inside.replace(
    /\\([^])|(["'])/g,
    (all, escaped: string | undefined, bare: string | undefined) => {
      if (escaped === '"' || escaped === "'") return escaped === quote ? all : escaped;
      if (bare !== undefined) return bare === quote ? `\\${bare}` : bare;
      return all;
    },
  );
  return quote + text + quote;
}

/** A key without quotes where it needs none. */
export function keyText(raw: string): string {
  if (!raw.startsWith('"') && !raw.startsWith("'")) return raw;
  const inside = raw.slice(1, -1);
  return /^[$_\p{L}\p{Nl}][$_\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(inside) ? inside : stringText(raw);
}

/** Comments in lines of their own, before what they are about. */
export const commentDocs = (comments: readonly Comment[]): Doc =>
  comments.map(({ text, isBlock, linesAfter }): Doc => [
    isBlock ? blockDoc(text) : text.trimEnd(),
    hardline,
    linesAfter > 1 ? hardline : "",
  ]);

/** Each line begins with a star below that of the first. */
function blockDoc(text: string): Doc {
  const [first = "", ...rest] = text.split("\n");
  if (rest.some((each) => !each.trimStart().startsWith("*"))) throw new Unknown("a comment without stars");
  return joined(hardline, [
    first.trimEnd(),
    ...rest.map((each, i) => ` ${i === rest.length - 1 ? each.trimStart() : each.trim()}`),
  ]);
}

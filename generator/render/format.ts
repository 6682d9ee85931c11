/** The last step: Prettier, with one fixed style. */
import type { Options, Plugin } from "prettier";
import { format } from "prettier/standalone";
import babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import markdown from "prettier/plugins/markdown";

const plugins: Plugin[] = [babel, estree as Plugin, markdown];
const style: Options = { printWidth: 110, plugins };

/** `babel-ts` is two to three times as fast as Prettier's `typescript` parser. */
const parsers: Readonly<Record<string, string>> = { ts: "babel-ts", json: "json", md: "markdown" };

/** The text as it is written to disk. Text that does not parse is a bug of ours, and stops the run; one that is nested too deeply for Prettier stays as it was printed. */
export async function formatFile(path: string, text: string): Promise<string> {
  const parser = parsers[path.slice(path.lastIndexOf(".") + 1)];
  if (parser === undefined) throw new Error(`bug: no formatter for ${path}`);
  if (depthOf(text) > deepest) return text;
  return parser === "markdown" ? formatMarkdown(text) : format(text, { ...style, parser });
}

/** Brackets in brackets that Prettier's parser takes without running out of stack. */
const deepest = 150;

/** How deep the brackets of a text are nested, whatever they mean: so the answer is the same on every machine. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 40 || char === 91 || char === 123) most = Math.max(most, ++depth);
    else if (char === 41 || char === 93 || char === 125) depth--;
  }
  return most;
}

/**
 * Markdown block by block: Prettier lays out tables and code, which our templates cannot, and all else stands as it was
 * written. On a whole document it is ten times as slow as on as much code.
 */
async function formatMarkdown(text: string): Promise<string> {
  const parts = text.split(/(?<=^```ts\n)([^]*?)(?=^```$)/m);
  const formatted = parts.map((part, i) =>
    i % 2 === 1 ? format(part, { ...style, printWidth: 100, parser: "babel-ts" }) : formatProse(part),
  );
  return `${(await Promise.all(formatted)).join("").trimEnd()}\n`;
}

async function formatProse(text: string): Promise<string> {
  const blocks = text.split(/\n{2,}/).map(async (block) => {
    const [before = "", content = ""] = /^(\n*)([^]*)$/.exec(block)?.slice(1) ?? [];
    return content.startsWith("|")
      ? before + (await format(content, { ...style, parser: "markdown" })).trimEnd()
      : block;
  });
  return (await Promise.all(blocks)).join("\n\n");
}

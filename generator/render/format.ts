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
  return format(parser === "markdown" ? await formatExamples(text) : text, { ...style, parser });
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

/** Prettier would format TypeScript inside Markdown with another parser than the one that is loaded. */
async function formatExamples(markdown: string): Promise<string> {
  const parts = markdown.split(/(?<=^```ts\n)([^]*?)(?=^```$)/m);
  const formatted = parts.map((part, i) =>
    i % 2 === 1 ? format(part, { ...style, printWidth: 100, parser: "babel-ts" }) : part,
  );
  return (await Promise.all(formatted)).join("");
}

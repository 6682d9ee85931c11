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

/** The text as it is written to disk. Text that does not parse is a bug of ours, and stops the run. */
export async function formatFile(path: string, text: string): Promise<string> {
  const parser = parsers[path.slice(path.lastIndexOf(".") + 1)];
  if (parser === undefined) throw new Error(`bug: no formatter for ${path}`);
  return format(parser === "markdown" ? await formatExamples(text) : text, { ...style, parser });
}

/** Prettier would format TypeScript inside Markdown with another parser than the one that is loaded. */
async function formatExamples(markdown: string): Promise<string> {
  const parts = markdown.split(/(?<=^```ts\n)([^]*?)(?=^```$)/m);
  const formatted = parts.map((part, i) =>
    i % 2 === 1 ? format(part, { ...style, printWidth: 100, parser: "babel-ts" }) : part,
  );
  return (await Promise.all(formatted)).join("");
}

/** The last step: every text in the style of Prettier. Most of it we lay out ourselves; Prettier does the rest. */
import { layOut } from "./layout/layout.js";
import { layOutTable } from "./layout/table.js";
import type { PrettierParser } from "./prettier.js";

const width = 110;
/** Of examples in documents. */
const exampleWidth = 100;

/**
 * The text as it is written to disk. `isOurs` says that it holds nothing that a user's template made. Rejects where it does not
 * parse; what is nested too deeply for Prettier stays as it was printed.
 */
export async function formatFile(path: string, text: string, isOurs: boolean): Promise<string> {
  if (depthOf(text) > deepest) return text;
  const kind = path.slice(path.lastIndexOf(".") + 1);
  switch (kind) {
    case "ts":
      return formatCode(text, width, isOurs);
    case "json":
      return byPrettier(text, "json", width);
    case "md":
      return formatMarkdown(text, isOurs);
    default:
      throw new Error(`bug: no formatter for ${path}`);
  }
}

async function byPrettier(text: string, parser: PrettierParser, printWidth: number): Promise<string> {
  const { prettier } = await import("./prettier.js");
  return prettier(text, parser, printWidth);
}

async function formatCode(text: string, printWidth: number, isOurs: boolean): Promise<string> {
  return (isOurs ? layOut(text, printWidth) : undefined) ?? byPrettier(text, "babel-ts", printWidth);
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

/** Markdown block by block: tables and code are laid out, which templates cannot do, and all else stands as it was written. */
async function formatMarkdown(text: string, isOurs: boolean): Promise<string> {
  const parts = text.split(/(?<=^```ts\n)([^]*?)(?=^```$)/m);
  const formatted = parts.map((part, i) =>
    i % 2 === 1 ? formatCode(part, exampleWidth, isOurs) : formatProse(part),
  );
  return `${(await Promise.all(formatted)).join("").trimEnd()}\n`;
}

async function formatProse(text: string): Promise<string> {
  const blocks = text.split(/\n{2,}/).map(async (block) => {
    const [before = "", content = ""] = /^(\n*)([^]*)$/.exec(block)?.slice(1) ?? [];
    if (!content.startsWith("|")) return block;
    return before + (layOutTable(content) ?? (await byPrettier(content, "markdown", width)).trimEnd());
  });
  return (await Promise.all(blocks)).join("\n\n");
}

/** Finds texts of a description that got out of the place where they belong. */
import { parsers } from "prettier/plugins/markdown";
import ts from "typescript";

/** What is wrong with the text of a module: syntax errors, marks in code, characters that deceive; nothing, usually. */
export function escapesOfModule(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  return [...syntaxErrors(file), ...marksInCode(file), ...deceptionsIn(text)].map(
    (each) => `${path}: ${each}`,
  );
}

/** The parser's own errors are there, though not in the public type: asking a program for them takes far longer. */
function syntaxErrors(file: ts.SourceFile): readonly string[] {
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  return parseDiagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, " "));
}

/**
 * A text with a mark is allowed in a literal and in what is no token at all, a comment. Of all other tokens only
 * names can be made of letters that the generator did not write.
 */
function marksInCode(file: ts.SourceFile): readonly string[] {
  const found = file.referencedFiles.map((each) => `the comment refers to ${each.fileName}`);
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && node.text.includes("PWNED_"))
      found.push(`${node.text} is a name`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Characters that a reader does not see or sees elsewhere, and what means something to tools around the code. */
const deceptions: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["an invisible character", /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u],
  ["the end of a script element", /<\/script/i],
  ["a directive of TypeScript", /^\s*(\/\/|\/?\*+)\s*@ts-/m],
];

/** The first of each kind, with its line. */
function deceptionsIn(text: string): readonly string[] {
  return deceptions.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const lines = text.slice(0, found.index).split("\n");
    return `line ${lines.length} holds ${what}: ${JSON.stringify(text.split("\n")[lines.length - 1])}`;
  });
}

interface MarkdownNode {
  readonly type: string;
  readonly lang?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

function parseMarkdown(text: string): MarkdownNode {
  return parsers.markdown.parse(text, {} as never) as MarkdownNode;
}

/** The blocks of a document: their kinds, nested, without the texts in them. */
export function outline(text: string): string {
  const inline = new Set(["text", "inlineCode", "sentence", "word", "whitespace", "break"]);
  const print = (node: MarkdownNode): string => {
    const inside = (node.children ?? []).filter((each) => !inline.has(each.type)).map(print);
    const name = node.type === "code" ? `code ${node.lang ?? ""}` : node.type;
    return inside.length === 0 ? name : `${name}(${inside.join(" ")})`;
  };
  return print(parseMarkdown(text));
}

/** What is wrong with a document that should have the blocks of `model`, and no HTML, links, images or emphasis. */
export function escapesOfMarkdown(path: string, text: string, model: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: MarkdownNode): void => {
    if (["html", "image", "emphasis", "strong", "delete", "definition"].includes(node.type))
      found.push(`${node.type} ${node.value ?? node.url ?? ""}`);
    if (node.type === "link" && !/^https?:\/\/example\.com/.test(node.url ?? ""))
      found.push(`link ${node.url ?? ""}`);
    if (node.type === "code") found.push(...escapesOfModule("code", node.value ?? ""));
    node.children?.forEach(visit);
  };
  visit(parseMarkdown(text));
  if (outline(text) !== outline(model)) found.push(`the blocks are ${outline(text)}, not ${outline(model)}`);
  return found.map((each) => `${path}: ${each}`);
}

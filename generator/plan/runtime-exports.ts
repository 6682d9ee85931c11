/** What modules of the runtime export, told from their own text. */

/** The text of a module of the runtime, by its path: `runtime/call`. */
export type RuntimeText = (module: string) => string;

export interface RuntimeExport {
  /** `class`, `interface`, `type`, `const` or `function`. */
  readonly kind: string;
  /** The first sentence of its comment. */
  readonly docs: string;
}

const declaration =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:async )?(class|interface|type|const|function) ([\w$]+)/g;

/** The export of a name; every one that packages pass on has a comment. */
export function runtimeExport(module: string, name: string, text: RuntimeText): RuntimeExport {
  const found = [...text(module).matchAll(declaration)].find((each) => each[3] === name);
  if (found === undefined) throw new Error(`bug: ${module} exports no ${name} that has a comment`);
  const [, comment = "", kind = ""] = found;
  return { kind, docs: firstSentence(comment.replace(/\s*\n \* ?/g, " ").trim()) };
}

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;

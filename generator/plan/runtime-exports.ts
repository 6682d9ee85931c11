/** What modules of the runtime export, told from their own text. */

/** The text of a module of the runtime, by its path: `runtime/call`. */
export type RuntimeText = (module: string) => string;

export interface RuntimeExport {
  /** `class`, `interface`, `type`, `const` or `function`. */
  readonly kind: string;
  /** The first sentence of its comment. */
  readonly docs: string;
}

/** The export of a name; every one that packages pass on has a comment. */
export type RuntimeExports = (module: string, name: string) => RuntimeExport;

const declaration =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:async )?(class|interface|type|const|function) ([\w$]+)/g;

/** Each module is read once, when something of it is asked for. */
export function runtimeExports(text: RuntimeText): RuntimeExports {
  const known = new Map<string, ReadonlyMap<string, RuntimeExport>>();
  return (module, name) => {
    const all = known.get(module) ?? exportsIn(text(module));
    known.set(module, all);
    const found = all.get(name);
    if (found === undefined) throw new Error(`bug: ${module} exports no ${name} that has a comment`);
    return found;
  };
}

const exportsIn = (text: string): ReadonlyMap<string, RuntimeExport> =>
  new Map(
    [...text.matchAll(declaration)].map(([, comment = "", kind = "", name = ""]) => [
      name,
      { kind, docs: firstSentence(comment.replace(/\s*\n \* ?/g, " ").trim()) },
    ]),
  );

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;

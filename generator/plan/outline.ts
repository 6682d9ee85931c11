/** What modules declare, as far as those care that import from them or tell of them. */
import { type Code, plainText } from "../code/code.js";
import { firstParagraph } from "../code/markdown.js";
import type { Declaration, Module, Outline } from "../code/module.js";

export const outlineOf = (module: Module): Outline => module.outline ?? module.declarations.map(outlined);

const outlined = (each: Declaration): Outline[number] =>
  each.kind === "export"
    ? each
    : {
        kind: each.kind,
        name: each.name,
        exported: each.kind !== "const" || each.exported,
        docs: firstParagraph(textOf(each.docs)),
      };

const textOf = (docs: Code | undefined): string => (docs === undefined ? "" : plainText(docs));

/** Of a resource there may be nothing to declare in a module. */
export const declaresAny = (module: Module): boolean => outlineOf(module).length > 0;

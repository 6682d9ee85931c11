/** Prettier, with one fixed style. It is loaded where there is text that our own layout does not know. */
import type { Options, Plugin } from "prettier";
import { format } from "prettier/standalone";
import babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import markdown from "prettier/plugins/markdown";

const plugins: Plugin[] = [babel, estree as Plugin, markdown];

/** `babel-ts` is two to three times as fast as Prettier's `typescript` parser. */
export type PrettierParser = "babel-ts" | "json" | "markdown";

/** Rejects where the text does not parse. */
export const prettier = (text: string, parser: PrettierParser, printWidth: number): Promise<string> =>
  format(text, { printWidth, plugins, parser } satisfies Options);

/** Fills in the templates of the `templates` folder with Handlebars. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type Handlebars from "handlebars";
import { Code } from "../code/code.js";
import { require } from "../library.js";
import type { Template, View } from "../code/module.js";
import { plainLines } from "../text.js";

/** The folder of templates, beside the generator in the repository and in the published package. */
export const templateFolder: string = fileURLToPath(new URL("../../templates/", import.meta.url));

type Filled = string | boolean | undefined | readonly Filled[] | { readonly [key: string]: Filled };

/** Makes text of templates. `text` turns code into text, which is where its imports are noted. */
export type TemplateRenderer = (template: Template, text: (code: Code) => string) => string;

/** Tells of a template of the user's that cannot be used. */
export type Refuse = (
  code: "template-invalid" | "template-stale",
  path: string,
  detail: string,
  line?: number,
  column?: number,
) => void;

/**
 * Reads and compiles every template once. One of the user's takes the place of ours of the same name, if it is written for the
 * same view: its first line names that.
 */
export async function loadTemplates(
  names: readonly string[],
  own: string | undefined,
  refuse: Refuse,
): Promise<TemplateRenderer> {
  const compiled = new Map(
    await Promise.all(names.map(async (name) => [name, await loadTemplate(name, own, refuse)] as const)),
  );
  return ({ template, view }, text) => {
    const fill = compiled.get(template);
    if (fill === undefined) throw new Error(`bug: the template ${template} was not loaded`);
    return fill(fillIn(view, text));
  };
}

type Fill = (view: Filled) => string;

async function loadTemplate(name: string, own: string | undefined, refuse: Refuse): Promise<Fill> {
  const source = await readFile(`${templateFolder}${name}.hbs`, "utf8");
  const path = own === undefined ? undefined : join(own, `${name}.hbs`);
  const written = path === undefined ? undefined : await readFile(path, "utf8").catch(() => undefined);
  const users = written === undefined ? undefined : plainLines(written);
  if (path === undefined || users === undefined) return compile(source);
  const [wanted, found] = [viewOf(source), viewOf(users)];
  if (wanted !== found) {
    refuse(
      "template-stale",
      path,
      `it is written for ${found ?? "no view that it names"}, and this is ${wanted ?? ""}`,
    );
    return compile(source);
  }
  const fill = compile(users);
  return (view) => {
    try {
      return fill(view);
    } catch (cause) {
      refuse("template-invalid", path, ...mistakeOf(cause as TemplateError));
      return "";
    }
  };
}

/** What Handlebars throws: where a text does not parse, only the message has the line. */
interface TemplateError extends Error {
  readonly lineNumber?: number;
  /** Counted from 0. */
  readonly column?: number;
}

function mistakeOf({ message, lineNumber, column = 0 }: TemplateError): [string, number, number] {
  const [, line = 1] = /^Parse error on line (\d+)/.exec(message) ?? [];
  const told = message.replace(/ not defined in .*$/s, " is nothing that the view has").replace(/\s+/g, " ");
  return [told, lineNumber ?? Number(line), column + 1];
}

const compile = (source: string): Fill =>
  (require("handlebars") as typeof Handlebars).compile<Filled>(source, { noEscape: true, strict: true });

/** What a template's first line says that it is written for: the name of the view, and its version. */
const viewOf = (source: string): string | undefined => /^\{\{!-- view: (\S+@\d+) --\}\}/.exec(source)?.[1];

/** The names of the templates in a folder. */
export async function templatesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder).catch(() => []);
  return found
    .filter((each) => each.endsWith(".hbs"))
    .map((each) => each.slice(0, -".hbs".length))
    .sort();
}

/** Only code, flags and their collections get into a template: a bare string here would be a string of the spec. */
function fillIn(view: View, text: (code: Code) => string): Filled {
  if (view === undefined || typeof view === "boolean") return view;
  if (view instanceof Code) return text(view);
  if (typeof view !== "object") throw new Error("bug: a template was given a bare string");
  if (Array.isArray(view)) return (view as readonly View[]).map((each) => fillIn(each, text));
  return Object.fromEntries(Object.entries(view).map(([key, each]) => [key, fillIn(each, text)]));
}

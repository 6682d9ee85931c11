/** Fills in the templates of the `templates` folder with Handlebars. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { Code } from "../code/code.js";
import type { Template, View } from "../code/module.js";

/** The folder of templates, beside the generator in the repository and in the published package. */
export const templateFolder: string = fileURLToPath(new URL("../../templates/", import.meta.url));

type Filled = string | boolean | undefined | readonly Filled[] | { readonly [key: string]: Filled };

/** Makes text of templates. `text` turns code into text, which is where its imports are noted. */
export type TemplateRenderer = (template: Template, text: (code: Code) => string) => string;

/** Reads and compiles every template once. */
export async function loadTemplates(names: readonly string[]): Promise<TemplateRenderer> {
  const compiled = new Map(
    await Promise.all(
      names.map(async (name) => {
        const source = await readFile(`${templateFolder}${name}.hbs`, "utf8");
        return [name, Handlebars.compile<Filled>(source, { noEscape: true, strict: true })] as const;
      }),
    ),
  );
  return ({ template, view }, text) => {
    const fill = compiled.get(template);
    if (fill === undefined) throw new Error(`bug: the template ${template} was not loaded`);
    return fill(fillIn(view, text));
  };
}

/** Only code, flags and their collections get into a template: a bare string here would be a string of the spec. */
function fillIn(view: View, text: (code: Code) => string): Filled {
  if (view === undefined || typeof view === "boolean") return view;
  if (view instanceof Code) return text(view);
  if (typeof view !== "object") throw new Error("bug: a template was given a bare string");
  if (Array.isArray(view)) return (view as readonly View[]).map((each) => fillIn(each, text));
  return Object.fromEntries(Object.entries(view).map(([key, each]) => [key, fillIn(each, text)]));
}

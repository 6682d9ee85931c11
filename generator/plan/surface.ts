/** Plans `api.md`: everything that the package exports, one line an export, told from the plans of its modules. */
import { type Code, code, comment, ident } from "../code/code.js";
import { firstParagraph, prose } from "../code/markdown.js";
import type { Module, Outline } from "../code/module.js";
import { byCodeUnit } from "../json.js";
import { outlineOf } from "./outline.js";
import type { RuntimeExports } from "./runtime-exports.js";

/** What one subpath of the package leads to. */
export interface Entry {
  /** `.` or `./validators`. */
  readonly subpath: string;
  /** The module below `src`, without ending. */
  readonly module: string;
}

export interface Export {
  readonly name: string;
  readonly kind: string;
  readonly docs: string;
}

/** The lines of `api.md` for one entry. */
export function exportsOf(
  entry: Entry,
  modules: readonly Module[],
  runtime: RuntimeExports,
): readonly Code[] {
  const sources: Sources = { modules: new Map(modules.map((each) => [each.path, each])), runtime };
  const found = new Map<string, Export>();
  for (const each of collect(entry.module, sources, false)) {
    const known = found.get(each.name);
    found.set(each.name, known === undefined ? each : { ...each, kind: `${known.kind}, ${each.kind}` });
  }
  return [...found.values()].sort((a, b) => byCodeUnit(a.name, b.name)).map(printLine);
}

export function printLine({ name, kind, docs }: Export): Code {
  const isDeprecated = /^@deprecated\b/m.test(docs);
  const line = code`\`${ident(name)}\` (${comment(kind)}${isDeprecated ? code`, deprecated` : code``})`;
  const text = firstParagraph(docs.replace(/^@.*$/gm, ""));
  return text === "" ? line : code`${line} — ${prose(text)}`;
}

/** What declares the names: the modules of the package by path, and those of its runtime. */
interface Sources {
  readonly modules: ReadonlyMap<string, Module>;
  readonly runtime: RuntimeExports;
}

function collect(path: string, sources: Sources, typeOnly: boolean): readonly Export[] {
  const module = sources.modules.get(path);
  return module === undefined
    ? []
    : outlineOf(module).flatMap((each) => exportsOfDeclaration(each, sources, typeOnly));
}

function exportsOfDeclaration(each: Outline[number], sources: Sources, typeOnly: boolean): readonly Export[] {
  if (each.kind !== "export") return each.exported ? [each] : [];
  const types = typeOnly || each.typeOnly === true;
  if (each.names === undefined) return collect(each.module, sources, types);
  const source = collect(each.module, sources, types);
  return each.names.flatMap(({ name, alias }) => {
    const originals = source.filter((other) => other.name === name);
    const known = originals.length > 0 ? originals : [{ name, ...sources.runtime(each.module, name) }];
    return known.map((original) => ({ ...original, name: alias ?? name }));
  });
}

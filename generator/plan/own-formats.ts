/** Plans what the formats of the user's own are in the package: a copy of each module, what converts its values, a subpath. */
import { code, ident, object, str, typeFrom, valueFrom } from "../code/code.js";
import type { Module } from "../code/module.js";
import { type OwnFormat, type OwnValueFormat, hasValues } from "../model/formats.js";
import { ownConverter, ownValue } from "../print/own-format.js";
import type { CopyPlan } from "./file-plan.js";
import type { Entry, Export } from "./surface.js";

export const planCopies = (formats: readonly OwnFormat[]): readonly CopyPlan[] =>
  formats.map(({ module, text }) => ({ kind: "copy", path: `src/${module}.ts`, text }));

export const planOwnConverters = (formats: readonly OwnFormat[]): readonly Module[] =>
  formats.filter(hasValues).map(planConverter);

function planConverter(format: OwnValueFormat): Module {
  const { module, name } = ownConverter(format);
  const members = (["is", "read", "write"] as const).map(
    (each) => code`${ident(each)}: ${ownValue(format, each)}`,
  );
  return {
    path: module,
    declarations: [
      {
        kind: "const",
        exported: true,
        name,
        docs: code`Between texts of the format and its values.`,
        type: code`${typeFrom("runtime/converter", "FormatConverter")}`,
        value: code`/* @__PURE__ */ ${valueFrom("runtime/own-format", "ownFormat")}(${str(format.name)}, ${object(members)})`,
      },
    ],
  };
}

/** Its module is a subpath of the package: `./formats/money`. */
export const entryOf = ({ module }: OwnFormat): Entry => ({ subpath: `./${module}`, module });

/** What `api.md` says of the module. */
export function ownExports(format: OwnFormat): readonly Export[] {
  return meanings
    .filter(({ needsCodec }) => !needsCodec || hasValues(format))
    .map(({ name, docs }) => ({ name, docs, kind: kindIn(format.text, name) }));
}

const meanings = [
  { name: "Value", docs: "What texts of the format are read as.", needsCodec: true },
  { name: "is", docs: "Whether a text is of the format.", needsCodec: false },
  { name: "read", docs: "The value of a text.", needsCodec: true },
  { name: "sample", docs: "A text of the format, another one for another seed.", needsCodec: false },
  { name: "write", docs: "The text of a value.", needsCodec: true },
] as const;

/** The keyword that declares a name. */
const kindIn = (text: string, name: string): string =>
  new RegExp(`\\b(class|const|function|interface|type) ${name}\\b`).exec(text)?.[1] ?? "const";

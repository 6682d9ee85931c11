/** Where the formats of the user's own live in the package. */
import { type Import, aliased, typeFrom, valueFrom } from "../code/code.js";
import type { OwnFormat, OwnValueFormat } from "../model/formats.js";
import { camelCase, pascalCase } from "../model/names.js";

/** A function of the format's module: its name there says nothing of the format. */
export const ownValue = ({ module, name }: OwnFormat, member: "is" | "sample" | "read" | "write"): Import =>
  aliased(valueFrom(module, member, member + pascalCase(name)));

/** The type of the format's values. */
export const ownValueType = ({ module, name }: OwnValueFormat): Import =>
  aliased(typeFrom(module, "Value", `${pascalCase(name)}Value`));

export const ownConverter = ({ module, name }: OwnValueFormat): Import =>
  valueFrom(`converters/${module}`, `${camelCase(name)}Converter`);

/** Where the names of the model live in the package: one place for all printers to import from. */
import { type Import, typeFrom, valueFrom } from "../code/code.js";
import type { NamedSchema } from "../model/schema.js";

/** The kinds of artefact that a schema is printed as, each a folder of the package. */
export type Artefact = "models" | "validators" | "json-schemas" | "fixtures" | "converters" | "xml";

/** The module in which a schema's artefact is declared. Types of operations stand beside the functions that use them. */
export function moduleOf(schema: NamedSchema, artefact: Artefact): string {
  if (schema.resource === undefined) return `${artefact}/${schema.file}`;
  const file = `operations/${schema.resource}`;
  return artefact === "models" ? file : `${artefact}/${file}`;
}

export function modelType(schema: NamedSchema): Import {
  return typeFrom(moduleOf(schema, "models"), schema.name, `${schema.name}Model`);
}

export function validatorValue(schema: NamedSchema): Import {
  return valueFrom(moduleOf(schema, "validators"), schema.name, `${schema.name}Validator`);
}

export function schemaValidatorValue(schema: NamedSchema): Import {
  return valueFrom(moduleOf(schema, "json-schemas"), schema.name, `${schema.name}Schema`);
}

export function factoryValue(schema: NamedSchema): Import {
  return valueFrom(moduleOf(schema, "fixtures"), schema.factory, `${schema.factory}Fixture`);
}

export function converterValue(schema: NamedSchema): Import {
  return valueFrom(moduleOf(schema, "converters"), `${schema.factory}Converter`);
}

/** The element that a value of the schema is the root of. */
export function xmlValue(schema: NamedSchema): Import {
  return valueFrom(moduleOf(schema, "xml"), `${schema.factory}Xml`);
}

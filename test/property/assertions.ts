/** What a schema says of a value without applying other schemas (JSON Schema 2020-12 Validation, sections 6 and 7), by ajv. */
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";

const keywords: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "format"],
  ...["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems"],
  ...["maxProperties", "minProperties", "required", "dependentRequired"],
]);

export type Assertions = (schema: Readonly<Record<string, unknown>>, value: unknown) => boolean;

/** Whether a value keeps the assertions of a schema; the same ones are compiled once, wherever they stand. */
export function assertionsOf(ajv: Ajv2020): Assertions {
  const known = new WeakMap<object, ValidateFunction>();
  const sorts = new Map<string, ValidateFunction>();
  const compile = (schema: Readonly<Record<string, unknown>>): ValidateFunction => {
    const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.has(keyword)));
    const text = JSON.stringify(own);
    const check = sorts.get(text) ?? ajv.compile(own);
    sorts.set(text, check);
    known.set(schema, check);
    return check;
  };
  return (schema, value) => (known.get(schema) ?? compile(schema))(value) as boolean;
}

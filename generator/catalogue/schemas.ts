/** What is wrong with schemas, and with the values that they come with. */
import { type Rule, error, warning } from "./rule.js";

export const schemas = {
  "schema-type": error(
    "this is not a JSON Schema type",
    "use null, boolean, integer, number, string, array or object",
  ),
  "schema-keyword": error("this keyword is not supported yet", "express the rule with supported keywords"),
  "keyword-unknown": warning(
    "no keyword of JSON Schema or OpenAPI is called so, and it is not read",
    "correct its name, or begin it with x-",
  ),
  "schema-empty": warning(
    "the list of schemas is empty, and is read as if it were not there",
    "add schemas to it, or remove it",
  ),
  "schema-untyped": warning(
    "the schema names no type, so its validator lets values of all types pass",
    "add `type`, if no other values are meant",
  ),
  "schema-pattern": error(
    "the pattern is not an ECMAScript regular expression",
    "correct the pattern (ECMA-262)",
  ),
  "schema-pattern-unicode": warning(
    "the pattern is only valid without the `u` flag and is used without it",
    "write the pattern so that it is valid with the `u` flag (JSON Schema 2020-12, section 6.4)",
  ),
  "schema-pattern-slow": warning(
    "matching the pattern can take very long",
    "let repetitions that meet match different characters, or repeat nothing that is repeated inside",
  ),
  "schema-discriminator": warning(
    "the discriminator cannot tell the branches apart and is not used",
    "map every branch, or give each branch a `const` at the discriminating property",
  ),
  "discriminator-unfit": warning(
    "the discriminator says what the branches do not",
    "describe the property in each branch and require it, or correct its name; a value of the mapping is one that its branch allows",
  ),
  "enum-unfit": warning(
    "a value is listed that the type of its schema excludes, and is left out",
    "correct the value or the type; texts that YAML reads as something else need quotes, and `null` needs to be among the types",
  ),
  "required-undeclared": warning(
    "a property is required that no schema describes, and can have any value",
    "describe it in `properties`, or correct its name",
  ),
  "format-unknown": warning(
    "the format is not known, and is a note",
    "correct its name, or say in `formats` of the configuration that it is an annotation",
  ),
  "example-invalid": warning(
    "the example is not what its schema allows, and is not used",
    "correct the example or the schema",
  ),
  "default-invalid": warning(
    "the default is not what its schema allows, and is a note",
    "correct the default or the schema",
  ),
  "annotation-ignored": warning(
    "an annotation is not what JSON Schema asks for and is ignored",
    "write `examples` of a schema as a list of values",
  ),
  "value-not-converted": warning(
    "values of this format stay as they are on the wire, because another schema speaks of their text or number",
    "let the schemas that apply to the same value agree in `type` and `format`, or leave the format as it is",
  ),
  "fixture-impossible": warning(
    "no value can satisfy this schema, so it has no fixture",
    "loosen one of the named rules",
  ),
  "fixture-unsupported": warning(
    "no fixture can be made for this combination of rules yet",
    "express the schema with other keywords",
  ),
} as const satisfies Record<string, Rule>;

/** How the parts of a body that is no form are told to become values again. */
import { type Code, code, key, object } from "../code/code.js";
import { isOpen } from "../model/allowed-types.js";
import { type Content, type Encoding, isJsonField } from "../model/content.js";
import { applied } from "../model/in-place.js";
import { type Schema, type SchemaTable, itemSchemas } from "../model/schema.js";
import {
  type FieldRules,
  membersOf,
  printMediaTypes,
  rulesEntries,
  textRules,
  uniteKnown,
} from "./text-rules.js";

/** The rules of all parts that are declared, in their order, and those of all others, or of the items of an array. */
export type PartRules = Pick<FieldRules, "fields" | "others">;

export function partRules({ codec, schema, encodings }: Content, table: SchemaTable): PartRules {
  const schemas = schema === undefined ? [] : [schema];
  if (codec === "parts") return { fields: undefined, others: othersRules(itemsOf(schemas, table), table) };
  const { declared, open } = membersOf(schemas, table);
  const fields = [...declared].map(([name, all]) => {
    const encoding = encodings.find((each) => each.property === name);
    return code`${key(name)}: ${object([...rulesOf(all, table, encoding), ...printMediaTypes(encoding)])}`;
  });
  return { fields: fields.length === 0 ? undefined : object(fields), others: othersRules(open, table) };
}

function othersRules(schemas: readonly Schema[], table: SchemaTable): Code | undefined {
  const rules = rulesOf(schemas, table);
  return rules.length === 0 ? undefined : object(rules);
}

function rulesOf(schemas: readonly Schema[], table: SchemaTable, encoding?: Encoding): readonly Code[] {
  const isJson = encoding?.contentType === undefined ? isStructured(schemas, table) : isJsonField(encoding);
  return [
    ...(isOnlyFile(schemas, table) ? [code`file: true`] : isJson ? [code`json: true`] : []),
    ...rulesEntries(textRules(schemas.map(withoutFiles), table)),
  ];
}

/** What stands in single parts: values, or the items of arrays. */
function singles(schemas: readonly Schema[], table: SchemaTable): readonly Schema[] {
  const items = itemsOf(schemas, table);
  return items.length > 0 ? items : schemas;
}

/** Whether they are bytes and nothing else. */
function isOnlyFile(schemas: readonly Schema[], table: SchemaTable): boolean {
  const all = singles(schemas, table).flatMap((each) => applied(each, table));
  return all.some((each) => each.file) && all.every((each) => each.file || each.types === undefined);
}

/** The alternatives that a text can be. */
function withoutFiles(schema: Schema): Schema {
  const { anyOf, oneOf } = schema;
  const kept = (all: readonly Schema[]): readonly Schema[] => all.filter((each) => !each.file);
  return { ...schema, ...(anyOf && { anyOf: kept(anyOf) }), ...(oneOf && { oneOf: kept(oneOf) }) };
}

/** Whether they are objects or arrays and nothing else, which are written as JSON. */
function isStructured(schemas: readonly Schema[], table: SchemaTable): boolean {
  const all = singles(schemas, table);
  const types = uniteKnown(all, table);
  const hasFile = all.flatMap((each) => applied(each, table)).some((each) => each.file);
  return !hasFile && !isOpen(types) && [...types].every((each) => each === "object" || each === "array");
}

const itemsOf = (schemas: readonly Schema[], table: SchemaTable): readonly Schema[] =>
  schemas.flatMap((each) => applied(each, table)).flatMap(itemSchemas);

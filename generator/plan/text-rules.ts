/** How texts are told to become values again: the rules for parameters and for the fields of forms. */
import { type Code, code, join, key, literal } from "../code/code.js";
import { valueTypeOf } from "../model/formats.js";
import { allows } from "../model/parameter-values.js";
import { type Types, typesOf, unite } from "../model/types-of.js";
import {
  type JsonType,
  type Schema,
  type SchemaTable,
  inPlaceSchemas,
  jsonTypes,
  named,
} from "../model/schema.js";

/** What texts can be read as. Without items there is no array; neither means that a text stays a text. */
export interface TextRules {
  readonly types?: readonly string[];
  readonly items?: readonly string[];
  /** What the members of an object can be read as, by name, and those beside them; without both there is no object. */
  readonly fields?: ReadonlyMap<string, TextRules>;
  readonly others?: TextRules;
}

/** The rules for what one of some schemas describes. */
export function textRules(schemas: readonly Schema[], table: SchemaTable): TextRules {
  const all = schemas.flatMap((each) => inPlace(each, table));
  const allowed = uniteKnown(schemas, table);
  // Where no type is named, that is assumed which the rules speak of; a text without any rule stays a text.
  const types =
    allowed.size < jsonTypes.length
      ? allowed
      : new Set(jsonTypes.filter((type) => all.some((each) => type in each)));
  const single = textTypes(types, all);
  const isText = single.length === 0 || (single.length === 1 && single[0] === "string");
  if (!types.has("array")) return isText ? {} : { types: single };
  return { ...(single.length === 0 ? {} : { types: single }), items: itemTypes(all, table) };
}

/** The same, and where a value can be an object, the rules for its members. It must not contain itself. */
export function valueRules(schemas: readonly Schema[], table: SchemaTable): TextRules {
  const rules = textRules(schemas, table);
  if (!schemas.some((each) => allows("object", each, table))) return rules;
  const { declared, open, isClosed } = membersOf(schemas, table);
  const hasOthers = open.length > 0 || (declared.size === 0 && !isClosed);
  return {
    ...rules,
    ...(declared.size === 0 && hasOthers
      ? {}
      : { fields: new Map([...declared].map(([name, each]) => [name, valueRules(each, table)])) }),
    ...(hasOthers ? { others: valueRules(open, table) } : {}),
  };
}

/** The rules as an expression; undefined for what is just a text. */
export function printTextRules({ types, items, fields, others }: TextRules): Code | undefined {
  const entries = [
    ...(types === undefined ? [] : [code`types: ${literal([...types])}`]),
    ...(items === undefined ? [] : [code`items: ${literal([...items])}`]),
    ...(fields === undefined ? [] : [code`fields: ${printFields(fields)}`]),
    ...(others === undefined ? [] : [code`others: ${printTextRules(others) ?? code`{}`}`]),
  ];
  return entries.length === 0 ? undefined : object(entries);
}

const printFields = (fields: ReadonlyMap<string, TextRules>): Code =>
  object([...fields].map(([name, each]) => code`${key(name)}: ${printTextRules(each) ?? code`{}`}`));

const object = (entries: readonly Code[]): Code =>
  entries.length === 0 ? code`{}` : code`{ ${join(entries, ", ")} }`;

/** The rules for each field of a form that is not just a string, and those for all other fields. */
export function printFieldRules(
  body: Schema,
  table: SchemaTable,
): { readonly fields: Code | undefined; readonly others: Code | undefined } {
  const { declared, open } = membersOf([body], table);
  const fields = [...declared].flatMap(([name, schemas]) => {
    const rules = printTextRules(textRules(schemas, table));
    return rules === undefined ? [] : [code`${key(name)}: ${rules}`];
  });
  return {
    fields: fields.length === 0 ? undefined : object(fields),
    others: printTextRules(textRules(open, table)),
  };
}

/** The members of an object: the schemas of those declared, by name, those of all others, and whether there are none. */
interface Members {
  readonly declared: ReadonlyMap<string, readonly Schema[]>;
  readonly open: readonly Schema[];
  readonly isClosed: boolean;
}

function membersOf(schemas: readonly Schema[], table: SchemaTable): Members {
  const objects = schemas.flatMap((each) => inPlace(each, table)).flatMap((each) => each.object ?? []);
  const declared = new Map<string, Schema[]>();
  for (const { name, schema } of objects.flatMap((each) => each.properties))
    declared.set(name, [...(declared.get(name) ?? []), schema]);
  const others = objects.flatMap(({ additionalProperties, patternProperties }) => [
    ...(additionalProperties === undefined ? [] : [additionalProperties]),
    ...patternProperties.map((each) => each.schema),
  ]);
  return {
    declared,
    open: others.filter((each) => !each.never),
    isClosed: others.some((each) => each.never),
  };
}

/** What a text can be read as by some schemas, the types first that few texts have. */
function textTypes(types: ReadonlySet<JsonType>, schemas: readonly Schema[]): readonly string[] {
  const exact = schemas.some(({ converter }) => converter && valueTypeOf(converter) === "bigint");
  return [
    ...(types.has("boolean") ? ["boolean"] : []),
    ...(exact ? ["bigint"] : []),
    ...(types.has("number") || types.has("integer") ? ["number"] : []),
    ...(types.has("string") ? ["string"] : []),
    ...(types.has("null") ? ["null"] : []),
  ];
}

function itemTypes(schemas: readonly Schema[], table: SchemaTable): readonly string[] {
  const items = schemas.flatMap(({ array }) => [
    ...(array?.prefixItems ?? []),
    ...(array?.items ? [array.items] : []),
  ]);
  const types = uniteKnown(items, table);
  const all = items.flatMap((each) => inPlace(each, table));
  return types.size === jsonTypes.length ? ["string"] : textTypes(types, all);
}

/** The types that some of the schemas allow; one that says nothing, as where a name is only required, does not count. */
function uniteKnown(schemas: readonly Schema[], table: SchemaTable): Types {
  const known = schemas.map((each) => typesOf(each, table)).filter((each) => each.size < jsonTypes.length);
  return known.length === 0 ? new Set(jsonTypes) : unite(known);
}

/** The schemas that apply to a value of the schema, references followed, each once. */
export function inPlace(schema: Schema, table: SchemaTable): readonly Schema[] {
  const found = new Set([schema]);
  for (const each of found) {
    if (each.ref !== undefined) found.add(named(table, each.ref).schema);
    for (const inner of inPlaceSchemas(each)) found.add(inner);
  }
  return [...found];
}

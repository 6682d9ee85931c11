/** How texts are told to become values again: the rules for parameters and for the fields of forms. */
import { type Code, code, key, literal, object, str } from "../code/code.js";
import {
  type Content,
  type Encoding,
  type PartEncoding,
  isJsonField,
  mediaTypesOf,
} from "../model/content.js";
import { makesBigints } from "../model/formats.js";
import { type TypeSet, allowedTypes, isOpen, meantTypes, unite } from "../model/allowed-types.js";
import { applied } from "../model/in-place.js";
import { type JsonType, type Schema, type SchemaTable, itemSchemas, jsonTypes } from "../model/schema.js";

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
  const all = schemas.flatMap((each) => applied(each, table));
  const allowed = uniteKnown(schemas, table);
  // A text without any rule stays a text.
  const types = isOpen(allowed) ? unite(schemas.map((each) => meantTypes(each, table))) : allowed;
  const single = textTypes(types, all);
  const isText = single.length === 0 || (single.length === 1 && single[0] === "string");
  if (!types.has("array")) return isText ? {} : { types: single };
  return { ...(single.length === 0 ? {} : { types: single }), items: itemTypes(all, table) };
}

/** The same, and where a value can be an object, the rules for its members; one inside itself (`around`) is a text. */
export function valueRules(
  schemas: readonly Schema[],
  table: SchemaTable,
  around: readonly Schema[] = [],
): TextRules {
  const rules = textRules(schemas, table);
  const all = schemas.flatMap((each) => applied(each, table));
  if (
    !schemas.some((each) => meantTypes(each, table).has("object")) ||
    all.some((each) => around.includes(each))
  )
    return rules;
  const within = [...around, ...all];
  const { declared, open, isClosed } = membersOf(schemas, table);
  const hasOthers = open.length > 0 || (declared.size === 0 && !isClosed);
  return {
    ...rules,
    ...(declared.size === 0 && hasOthers
      ? {}
      : { fields: new Map([...declared].map(([name, each]) => [name, valueRules(each, table, within)])) }),
    ...(hasOthers ? { others: valueRules(open, table, within) } : {}),
  };
}

/** The rules as an expression; undefined for what is just a text. */
export function printTextRules(rules: TextRules): Code | undefined {
  const entries = rulesEntries(rules);
  return entries.length === 0 ? undefined : object(entries);
}

export function rulesEntries({ types, items, fields, others }: TextRules): readonly Code[] {
  return [
    ...(types === undefined ? [] : [code`types: ${literal([...types])}`]),
    ...(items === undefined ? [] : [code`items: ${literal([...items])}`]),
    ...(fields === undefined ? [] : [code`fields: ${printFields(fields)}`]),
    ...(others === undefined ? [] : [code`others: ${printTextRules(others) ?? code`{}`}`]),
  ];
}

const printFields = (fields: ReadonlyMap<string, TextRules>): Code =>
  object([...fields].map(([name, each]) => code`${key(name)}: ${printTextRules(each) ?? code`{}`}`));

/** What the fields of a form, or the parts of another body, are read by. */
export interface FieldRules {
  /** Those that are not just strings, by name; where some have styles, all, because members of others may have their names. */
  readonly fields: Code | undefined;
  /** All other fields. */
  readonly others: Code | undefined;
  /** Whether some are not written as forms usually do. */
  readonly isStyled: boolean;
}

export function printFieldRules({ schema, encodings, codec }: Content, table: SchemaTable): FieldRules {
  const { declared, open } = membersOf(schema === undefined ? [] : [schema], table);
  const all = [...declared].map(([name, schemas]) => {
    const encoding = encodings.find((each) => each.property === name);
    return { name, schemas, encoding, style: printStyle(encoding, schemas, table) };
  });
  // What is just a string must be listed where all others are not.
  const others = printTextRules(textRules(open, table));
  const isStyled = all.some(({ style }) => style.length > 0);
  const isWrittenAsJson = (schemas: readonly Schema[], encoding: Encoding | undefined): boolean =>
    encoding?.contentType === undefined
      ? codec === "multipart" && isStructured(singles(schemas, table), table)
      : isJsonField(encoding);
  const fields = all.flatMap(({ name, schemas, encoding, style }) => {
    const isJson = style.length === 0 && isWrittenAsJson(schemas, encoding);
    const rules = style.length > 0 ? valueRules(schemas, table) : textRules(schemas, table);
    const entries = [
      ...(isJson ? [code`json: true`] : [...style, ...rulesEntries(rules)]),
      ...(codec === "multipart" ? printMediaTypes(encoding) : []),
    ];
    return entries.length === 0 && !isStyled && others === undefined
      ? []
      : [code`${key(name)}: ${object(entries)}`];
  });
  return {
    fields: fields.length === 0 ? undefined : object(fields),
    others,
    isStyled,
  };
}

/** What stands in single parts: values, or the items of arrays. */
export function singles(schemas: readonly Schema[], table: SchemaTable): readonly Schema[] {
  const items = schemas.flatMap((each) => applied(each, table)).flatMap(itemSchemas);
  return items.length > 0 ? items : schemas;
}

/** Whether they are objects or arrays and nothing else, which are written as JSON. */
export function isStructured(schemas: readonly Schema[], table: SchemaTable): boolean {
  if (schemas.length === 0) return false;
  const types = uniteKnown(schemas, table);
  const hasFile = schemas.flatMap((each) => applied(each, table)).some((each) => each.file);
  return !hasFile && !isOpen(types) && [...types].every((each) => each === "object" || each === "array");
}

/** The media types of parts, where the description names them. */
export function printMediaTypes(encoding: PartEncoding | undefined): readonly Code[] {
  const types = mediaTypesOf(encoding ?? {});
  return types.length === 0 ? [] : [code`mediaTypes: ${literal([...types])}`];
}

/** The style of a field as a query parameter has it, where that differs from what forms usually do. */
function printStyle(
  encoding: Encoding | undefined,
  schemas: readonly Schema[],
  table: SchemaTable,
): readonly Code[] {
  const style = encoding?.style;
  if (style === undefined) return [];
  if (style === "exploded")
    return schemas.some((each) => meantTypes(each, table).has("object")) ? [code`style: "form"`] : [];
  return style === "joined" ? [code`style: "form"`, code`explode: false`] : [code`style: ${str(style)}`];
}

/** The members of an object: the schemas of those declared, by name, those of all others, and whether there are none. */
interface Members {
  readonly declared: ReadonlyMap<string, readonly Schema[]>;
  readonly open: readonly Schema[];
  readonly isClosed: boolean;
}

export function membersOf(schemas: readonly Schema[], table: SchemaTable): Members {
  const objects = schemas.flatMap((each) => applied(each, table)).flatMap((each) => each.object ?? []);
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
  const exact = schemas.some(({ converter }) => converter && makesBigints(converter));
  return [
    ...(types.has("boolean") ? ["boolean"] : []),
    ...(exact ? ["bigint"] : []),
    ...(types.has("number") || types.has("integer") ? ["number"] : []),
    ...(types.has("string") ? ["string"] : []),
    ...(types.has("null") ? ["null"] : []),
  ];
}

function itemTypes(schemas: readonly Schema[], table: SchemaTable): readonly string[] {
  const items = schemas.flatMap(itemSchemas);
  const types = uniteKnown(items, table);
  const all = items.flatMap((each) => applied(each, table));
  return isOpen(types) ? ["string"] : textTypes(types, all);
}

/** The types that some of the schemas allow; one that says nothing, as where a name is only required, does not count. */
export function uniteKnown(schemas: readonly Schema[], table: SchemaTable): TypeSet {
  const all = schemas.map((each) => allowedTypes(each, table));
  const known = all.filter((each) => !isOpen(each));
  return unite(known.length === 0 ? [new Set(jsonTypes)] : known);
}

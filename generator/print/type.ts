/** Prints a schema as a TypeScript type. */
import {
  type Code,
  code,
  comment,
  join,
  docComment,
  literal,
  memberName,
  plainText,
  typeFrom,
} from "../code/code.js";
import type { Member } from "../code/module.js";
import { type ConverterRef, valueTypeOf } from "../model/formats.js";
import {
  type JsonType,
  type Property,
  type Schema,
  type SchemaTable,
  isNull,
  named,
} from "../model/schema.js";
import { assumedType } from "../model/untyped.js";
import { ownValueType } from "./own-format.js";
import { modelType } from "./symbols.js";

/** The type of all values that are valid. Where a schema names no type, the one that its rules speak of is assumed. */
export function printType(schema: Schema, table: SchemaTable): Code {
  if (schema.never) return code`never`;
  if (schema.file) return code`Blob`;
  const ref = schema.ref === undefined ? [] : [code`${modelType(named(table, schema.ref))}`];
  const parts = [
    ...(schema.allOf ?? []).map((each) => printType(each, table)).filter((each) => !isUnknown(each)),
    ...[schema.anyOf, schema.oneOf].flatMap((branches) =>
      branches === undefined ? [] : (printBranches(schema, branches, table) ?? []),
    ),
  ];
  const told = ref.length + parts.length > 0 && isBare(schema);
  return intersect([...ref, ...(told ? [] : (ownType(schema, table) ?? [])), ...parts]);
}

/** Whether a schema says no more of objects and arrays than that they are some: its parts say what they hold. */
function isBare({ enum: values, types, array, object }: Schema): boolean {
  const { properties = [], patternProperties = [], additionalProperties } = object ?? {};
  return (
    values === undefined &&
    (types ?? []).every((each) => each === "object" || each === "array") &&
    properties.length === 0 &&
    patternProperties.length === 0 &&
    additionalProperties === undefined &&
    array?.items === undefined &&
    array?.prefixItems === undefined
  );
}

/** The members of an object type, for an interface or a type literal. */
export function printMembers(schema: Schema, table: SchemaTable): readonly Member[] {
  return (schema.object?.properties ?? []).map((property) => printMember(property, table));
}

/** Whether the schema is an object and nothing else, so that its type can be an interface. */
export function isInterface(schema: Schema): boolean {
  const { types, object, ref, allOf, anyOf, oneOf, enum: values } = schema;
  const onlyObject = types === undefined ? object !== undefined : types.length === 1 && types[0] === "object";
  const rules = [
    ref,
    allOf,
    anyOf,
    oneOf,
    values,
    types === undefined ? (schema.string ?? schema.number ?? schema.array) : undefined,
  ];
  return onlyObject && !schema.never && rules.every((each) => each === undefined);
}

/** The type of the properties that are not declared, when the schema speaks of them. */
export function printIndex(schema: Schema, table: SchemaTable): Code | undefined {
  const { additionalProperties, patternProperties = [], properties = [] } = schema.object ?? {};
  const closed = additionalProperties?.never === true;
  const open = [
    ...(additionalProperties === undefined || closed ? [] : [additionalProperties]),
    ...patternProperties.map((each) => each.schema),
  ];
  if (open.length === 0) return undefined;
  // An index signature must admit the declared properties as well.
  const optional = properties.some((each) => !each.required) ? [code`undefined`] : [];
  return unite(
    [...open, ...properties.map((each) => each.schema)]
      .map((each) => printType(each, table))
      .concat(optional),
  );
}

function printMember({ name, required, schema }: Property, table: SchemaTable): Member {
  return {
    name: memberName(name),
    optional: !required,
    type: printType(schema, table),
    docs: printDocs(schema),
  };
}

/** What the description says of a schema, as the inside of a doc comment. */
export function printDocs(schema: Schema): Code | undefined {
  const { title, description, deprecated } = schema.annotations;
  return docs([description ?? title], deprecated === true);
}

/** Paragraphs and a deprecation mark, as the inside of a doc comment. */
export function docs(paragraphs: readonly (string | undefined)[], deprecated: boolean): Code | undefined {
  const text = paragraphs.filter((each) => each !== undefined && each.trim() !== "").join("\n\n");
  const prose = text === "" ? undefined : comment(text);
  if (!deprecated) return prose;
  return prose === undefined ? code`@deprecated` : code`${prose}\n\n@deprecated`;
}

/** The type that the schema's own rules give, combinators aside; undefined where they say nothing. */
function ownType(schema: Schema, table: SchemaTable): readonly Code[] | undefined {
  if (schema.converter !== undefined) return [printValueType(schema.converter, schema)];
  if (schema.enum !== undefined)
    return [schema.enum.length === 0 ? code`never` : unite(schema.enum.map(literal))];
  const assumed = assumedType(schema);
  const types = schema.types ?? (assumed === undefined ? undefined : [assumed]);
  return types === undefined ? undefined : [unite(types.map((type) => printOne(schema, type, table)))];
}

/** The type of converted values; null stays null. */
function printValueType(converter: ConverterRef, { types = [] }: Schema): Code {
  const value =
    typeof converter === "string"
      ? valueTypes[valueTypeOf(converter)]
      : code`${typeFrom("runtime/converter", "Own")}<${ownValueType(converter)}>`;
  return unite([value, ...(types.includes("null") ? [code`null`] : [])]);
}

const valueTypes: Readonly<Record<ReturnType<typeof valueTypeOf>, Code>> = {
  Date: code`Date`,
  bigint: code`bigint`,
  Uint8Array: code`Uint8Array`,
};

function printOne(schema: Schema, type: JsonType, table: SchemaTable): Code {
  switch (type) {
    case "null":
      return code`null`;
    case "boolean":
      return code`boolean`;
    case "integer":
    case "number":
      return code`number`;
    case "string":
      return code`string`;
    case "array":
      return printArray(schema, table);
    case "object":
      return printObject(schema, table);
  }
}

function printArray({ array = {} }: Schema, table: SchemaTable): Code {
  const rest = array.items === undefined ? code`unknown` : printType(array.items, table);
  if (array.prefixItems === undefined) return array.items?.never ? code`[]` : code`(${rest})[]`;
  const min = array.minItems ?? 0;
  const heads = array.prefixItems.map((each, i) =>
    i < min ? printType(each, table) : code`(${printType(each, table)})?`,
  );
  const closed = array.items?.never === true || array.maxItems === heads.length;
  return code`[${join(closed ? heads : [...heads, code`...(${rest})[]`], ", ")}]`;
}

function printObject(schema: Schema, table: SchemaTable): Code {
  const index = printIndex(schema, table);
  const members = printMembers(schema, table);
  if (members.length === 0 && index === undefined)
    return schema.object?.additionalProperties?.never
      ? code`{ [key: string]: never }`
      : code`{ [key: string]: unknown }`;
  return printTypeLiteral(members, index);
}

/** An object type of members, and of an index signature. */
export function printTypeLiteral(members: readonly Member[], index?: Code): Code {
  const lines = members.map(({ name, optional, type, docs: text }) => {
    const line = optional ? code`${name}?: ${type}` : code`${name}: ${type}`;
    return text === undefined ? line : code`${docComment(text)}\n${line}`;
  });
  return code`{\n${join(index === undefined ? lines : [...lines, code`[key: string]: ${index}`], ";\n")}\n}`;
}

/** A union of branches; each carries its tag, so that the discriminating property narrows the union. */
function printBranches(
  schema: Schema,
  branches: readonly Schema[],
  table: SchemaTable,
): readonly Code[] | undefined {
  const { discriminator } = schema;
  const types = branches.map((branch, i) => {
    const type = printType(branch, table);
    const tags = discriminator?.tags[i] ?? [];
    if (discriminator === undefined || tags.length === 0 || isNull(branch) || discriminator.declared[i])
      return type;
    return code`{ ${memberName(discriminator.property)}: ${unite(tags.map(literal))} } & ${type}`;
  });
  return types.every(isUnknown) ? undefined : [unite(types)];
}

const isUnknown = (type: Code): boolean => plainText(type) === "unknown";

/** The first of each text. */
function distinctTypes(types: readonly Code[]): readonly Code[] {
  const found = new Map<string, Code>();
  for (const each of types) if (!found.has(plainText(each))) found.set(plainText(each), each);
  return [...found.values()];
}

/** The union of types; each is named once. */
export function unite(types: readonly Code[]): Code {
  const distinct = distinctTypes(types);
  const unknown = distinct.find(isUnknown);
  return (
    unknown ??
    (distinct.length === 1
      ? (distinct[0] as Code)
      : join(
          distinct.map((each) => code`(${each})`),
          " | ",
        ))
  );
}

function intersect(all: readonly Code[]): Code {
  const types = distinctTypes(all);
  if (types.length === 0) return code`unknown`;
  return types.length === 1
    ? (types[0] as Code)
    : join(
        types.map((each) => code`(${each})`),
        " & ",
      );
}

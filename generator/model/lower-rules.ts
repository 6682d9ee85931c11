/** Lowers the keywords of a schema object that hold no other schemas. */
import { type Json, type JsonObject, distinctJson, isArray, member, sameJson } from "../json.js";
import { type ConverterName, type StringFormat, checksStrings, hasValues, numberRange } from "./formats.js";
import { lowerXml } from "./lower-xml.js";
import { readPattern } from "./pattern.js";
import { nonEmpty, present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  booleanField,
  countField,
  describe,
  field,
  numberField,
  stringField,
} from "./reader.js";
import {
  type Annotations,
  type JsonType,
  type NumberRules,
  type Schema,
  type StringRules,
  isOfType,
  jsonTypes,
} from "./schema.js";
import { joinPointer } from "../json.js";

/** `type` as a list without repetitions; an integer is a number. */
export function lowerTypes(reader: Reader, raw: At<JsonObject>): readonly JsonType[] | undefined {
  const at = field(raw, "type");
  if (at === undefined) return undefined;
  const names = isArray(at.value) ? at.value : [at.value];
  const types = jsonTypes.filter((type) => names.includes(type));
  const unknown = names.find((name) => !(jsonTypes as readonly Json[]).includes(name));
  if (unknown !== undefined || names.length === 0)
    reader.report("schema-type", at.pointer, unknown === undefined ? "an empty list" : typeName(unknown));
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

/** YAML reads `null` as a value. */
const typeName = (type: Json): string => (type === null ? 'null; quote it: "null"' : describe(type));

/** Whether a format is a rule; others are annotations. */
export type AssertsFormat = (format: string) => boolean;

/** What converts the values of a format; undefined where they are as on the wire. */
export type ConvertsFormat = (format: string) => ConverterName | undefined;

/**
 * A schema whose values are converted: of one type, null aside, of a format that has values of another type. What a list allows
 * is told by its texts, and so is what other schemas say of the very same value.
 */
export function withConverter(schema: Schema, converts: ConvertsFormat): Schema {
  const { types, enum: values, ref, allOf, anyOf, oneOf, not, conditional } = schema;
  const [type, ...more] = (types ?? []).filter((each) => each !== "null");
  const format = type === undefined || more.length > 0 ? undefined : formatFor(type, schema);
  const own = typeof format === "object" && hasValues(format) ? format : undefined;
  const converter = typeof format === "string" ? converts(format) : own;
  const others = [values, ref, allOf, anyOf, oneOf, not, conditional];
  return converter === undefined || others.some((each) => each !== undefined)
    ? schema
    : { ...schema, converter };
}

/** The format of the rules for a type. */
function formatFor(
  type: JsonType,
  { string, number }: Pick<Schema, "string" | "number">,
): StringFormat | undefined {
  switch (type) {
    case "string":
      return string?.format;
    case "integer":
    case "number":
      return number?.format;
    case "null":
    case "boolean":
    case "array":
    case "object":
      return undefined;
  }
}

/** `enum` and `const` as one list; values that the types exclude anyway are told of and left out. */
export function lowerEnum(
  reader: Reader,
  raw: At<JsonObject>,
  types: readonly JsonType[] | undefined,
): { readonly enum?: readonly Json[]; readonly constant?: true } {
  const isAllowed = (value: Json): boolean =>
    types === undefined || types.some((type) => isOfType(value, type));
  const entries = field(raw, "enum") === undefined ? undefined : arrayField(reader, raw, "enum");
  const listed = entries?.map((each) => each.value);
  const only = field(raw, "const");
  const constant = only?.value;
  if (listed === undefined && constant === undefined) return {};
  for (const { value, pointer } of [...(entries ?? []), ...(only === undefined ? [] : [only])])
    if (!isAllowed(value))
      reader.report("enum-unfit", pointer, `${describe(value)}, and the type is ${types?.join(" or ")}`);
  const values =
    constant === undefined
      ? (listed ?? [])
      : listed === undefined
        ? [constant]
        : listed.filter((v) => sameJson(v, constant));
  return {
    enum: distinctJson(values.filter(isAllowed)),
    ...(constant === undefined ? {} : { constant: true }),
  };
}

export function lowerString(
  reader: Reader,
  raw: At<JsonObject>,
  asserts: AssertsFormat,
  converts: ConvertsFormat,
): StringRules | undefined {
  const pattern = stringField(reader, raw, "pattern");
  const format = stringField(reader, raw, "format") ?? formatOfEncoding(raw, converts);
  return nonEmpty({
    minLength: countField(reader, raw, "minLength"),
    maxLength: countField(reader, raw, "maxLength"),
    pattern:
      pattern === undefined
        ? undefined
        : readPattern(reader.report, pattern, joinPointer(raw.pointer, "pattern")),
    format: format === undefined ? undefined : ruleOf(reader, format, asserts),
  });
}

/** A format as a rule; undefined where it is a note. */
function ruleOf(reader: Reader, format: string, asserts: AssertsFormat): StringFormat | undefined {
  return reader.ownFormat(format) ?? (checksStrings(format) && asserts(format) ? format : undefined);
}

/** `contentEncoding` (JSON Schema 2020-12 Validation, section 8.3) says as much as a format where bytes are converted. */
function formatOfEncoding({ value }: At<JsonObject>, converts: ConvertsFormat): string | undefined {
  const encoding = member(value, "contentEncoding");
  const format = encoding === "base64" ? "byte" : encoding;
  return format === "byte" || format === "base64url" ? converts(format) && format : undefined;
}

export function lowerNumber(
  reader: Reader,
  raw: At<JsonObject>,
  asserts: AssertsFormat,
): NumberRules | undefined {
  const format = stringField(reader, raw, "format");
  return nonEmpty({
    minimum: numberField(reader, raw, "minimum"),
    maximum: numberField(reader, raw, "maximum"),
    exclusiveMinimum: numberField(reader, raw, "exclusiveMinimum"),
    exclusiveMaximum: numberField(reader, raw, "exclusiveMaximum"),
    multipleOf: numberField(reader, raw, "multipleOf", "a number above 0", (value) => value > 0),
    format: numberRange(format) !== undefined && asserts(format as string) ? format : undefined,
  });
}

export function lowerAnnotations(reader: Reader, raw: At<JsonObject>, asserts: AssertsFormat): Annotations {
  const format = stringField(reader, raw, "format");
  const listed = field(raw, "examples");
  const single = member(raw.value, "example");
  if (listed !== undefined && !isArray(listed.value))
    reader.report("annotation-ignored", listed.pointer, "examples");
  const isSingle = listed === undefined && single !== undefined;
  const many = listed !== undefined && isArray(listed.value) ? listed.value : [];
  const examples = isSingle ? [single] : many;
  return present({
    title: stringField(reader, raw, "title"),
    description: stringField(reader, raw, "description"),
    default: member(raw.value, "default"),
    examples: examples.length === 0 ? undefined : examples,
    isSingle: isSingle || undefined,
    deprecated: booleanField(reader, raw, "deprecated") || undefined,
    personal: isPersonal(raw) || undefined,
    format: format === undefined || asserts(format) ? undefined : format,
    xml: lowerXml(reader, raw),
  });
}

/** Whether `x-pii` says so: anything but `false` does, a kind or a degree of it as well. */
export function isPersonal(at: At): boolean {
  return (member(at.value, "x-pii") ?? false) !== false;
}

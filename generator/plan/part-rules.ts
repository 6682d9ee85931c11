/** How the parts of a body that is no form are told to become values again. */
import { type Code, code, join, key, object } from "../code/code.js";
import { type Content, type PartEncoding, isJsonField } from "../model/content.js";
import { applied } from "../model/in-place.js";
import type { Schema, SchemaTable } from "../model/schema.js";
import { isStructured, membersOf, printMediaTypes, rulesEntries, singles, textRules } from "./text-rules.js";

export interface PartRules {
  /** Of those that are declared by name, in their order. */
  readonly fields: Code | undefined;
  /** Of all others. */
  readonly others: Code | undefined;
  /** Of the first parts of an array, by their places. */
  readonly places: Code | undefined;
}

export function partRules(content: Content, table: SchemaTable): PartRules {
  return content.codec === "multipart" ? namedRules(content, table) : placeRules(content, table);
}

function namedRules({ schema, encodings }: Content, table: SchemaTable): PartRules {
  const { declared, open } = membersOf(schema === undefined ? [] : [schema], table);
  const fields = [...declared].map(([name, all]) => {
    const encoding = encodings.find((each) => each.property === name);
    return code`${key(name)}: ${object([...rulesOf(all, table, encoding), ...printMediaTypes(encoding)])}`;
  });
  return {
    fields: fields.length === 0 ? undefined : object(fields),
    others: nonEmpty(rulesOf(open, table)),
    places: undefined,
  };
}

/** Places have rules of their own where their schemas or encodings say so. */
function placeRules({ codec, schema, places }: Content, table: SchemaTable): PartRules {
  const whole = schema === undefined ? [] : [schema];
  const arrays = whole.flatMap((each) => applied(each, table)).flatMap((each) => each.array ?? []);
  const schemasAt = (place: number): readonly Schema[] =>
    codec === "partSeries"
      ? whole
      : arrays
          .flatMap(({ prefixItems = [], items }) => prefixItems[place] ?? items ?? [])
          .filter((each) => !each.never);
  const { first = [], rest } = places ?? {};
  const count = Math.max(first.length, ...arrays.map((each) => each.prefixItems?.length ?? 0));
  const rulesAt = (place: number): readonly Code[] => {
    const encoding = place < first.length ? first[place] : rest;
    return [...rulesOf(schemasAt(place), table, encoding, itself), ...printMediaTypes(encoding)];
  };
  const own = Array.from({ length: codec === "partSeries" ? first.length : count }, (_, i) => rulesAt(i));
  return {
    fields: undefined,
    others: nonEmpty(rulesAt(Infinity)),
    places:
      own.length === 0
        ? undefined
        : code`[${join(
            own.map((each) => object(each)),
            ", ",
          )}]`,
  };
}

const nonEmpty = (rules: readonly Code[]): Code | undefined =>
  rules.length === 0 ? undefined : object(rules);

/** `inParts` gives what stands in single parts. */
function rulesOf(
  schemas: readonly Schema[],
  table: SchemaTable,
  encoding?: PartEncoding,
  inParts: typeof singles = singles,
): readonly Code[] {
  const all = inParts(schemas, table);
  const isJson = encoding?.contentType === undefined ? isStructured(all, table) : isJsonField(encoding);
  return [
    ...(isOnlyFile(all, table) ? [code`file: true`] : isJson ? [code`json: true`] : []),
    ...rulesEntries(textRules(schemas.map(withoutFiles), table)),
  ];
}

/** The part at a place holds an array as a whole. */
const itself: typeof singles = (schemas) => schemas;

/** Whether they are bytes and nothing else. */
function isOnlyFile(schemas: readonly Schema[], table: SchemaTable): boolean {
  const all = schemas.flatMap((each) => applied(each, table));
  return all.some((each) => each.file) && all.every((each) => each.file || each.types === undefined);
}

/** The alternatives that a text can be. */
function withoutFiles(schema: Schema): Schema {
  const { anyOf, oneOf } = schema;
  const kept = (all: readonly Schema[]): readonly Schema[] => all.filter((each) => !each.file);
  return { ...schema, ...(anyOf && { anyOf: kept(anyOf) }), ...(oneOf && { oneOf: kept(oneOf) }) };
}

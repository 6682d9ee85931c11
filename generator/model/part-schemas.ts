/** What stands in single parts: the schemas that a body's schema has for each. */
import { type Content, type PartEncoding, isTextual, mediaTypesOf } from "./content.js";
import { describing } from "./in-place.js";
import { type Schema, type SchemaTable, itemSchemas } from "./schema.js";

/** The parts that one encoding is for. */
export interface EncodedPart {
  readonly encoding: PartEncoding;
  readonly schemas: readonly Schema[];
}

export function encodedParts(
  { codec, schema, encodings, places }: Content,
  table: SchemaTable,
): readonly EncodedPart[] {
  const whole = schema === undefined ? [] : describing(schema, table);
  if (places === undefined)
    return encodings.map((encoding) => ({
      encoding,
      schemas: whole.flatMap((each) => ofProperty(each, encoding.property, table)),
    }));
  const { first, rest } = places;
  const at = (fits: (place: number) => boolean): readonly Schema[] =>
    codec === "partSeries" ? whole : whole.flatMap((each) => ofPlaces(each, fits));
  return [
    ...first.map((encoding, i) => ({ encoding, schemas: at((place) => place === i) })),
    ...(rest ? [{ encoding: rest, schemas: at((place) => place >= first.length) }] : []),
  ];
}

/** Each item of an array is a part of its own. */
function ofProperty({ object }: Schema, name: string, table: SchemaTable): readonly Schema[] {
  const schemas = (object?.properties ?? []).flatMap((each) => (each.name === name ? each.schema : []));
  return schemas.flatMap((each) => {
    const items = describing(each, table).flatMap(itemSchemas);
    return items.length > 0 ? items : each;
  });
}

/** The schemas of the places that fit, among them all those behind the last that has one of its own. */
function ofPlaces({ array }: Schema, fits: (place: number) => boolean): readonly Schema[] {
  const { prefixItems = [], items } = array ?? {};
  const isOpen = fits(prefixItems.length) || fits(Infinity);
  return [...prefixItems.filter((_, i) => fits(i)), ...(items && isOpen ? [items] : [])];
}

/** Whether a part is of bytes: all media types that it can have are of neither text nor JSON. */
export function isOfBytes(encoding: PartEncoding): boolean {
  const types = mediaTypesOf(encoding);
  return types.length > 0 && types.every((each) => !isTextual(each) && !/^(\*|application)\/\*/.test(each));
}

/** Media types: how the bodies of each are written and read. */
import { type Json, member } from "../json.js";
import {
  type Codec,
  type Content,
  byPreference,
  essence,
  isJson,
  isJsonSeries,
  isRange,
  isXml,
} from "./content.js";
import type { DiagnosticCode } from "../diagnostics.js";
import { isBinary, isText } from "./lower-binary.js";
import { lowerEncodings } from "./lower-encoding.js";
import { hasPlaces, lowerPlaces } from "./lower-places.js";
import type { SchemaLowering } from "./lower-schema.js";
import { eventData, itemSchema } from "./lower-stream.js";
import { pascalCase } from "./names.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  arrayField,
  field,
  follow,
  followed,
  members,
  objectField,
  stringField,
} from "./reader.js";
import type { Direction, SchemaId } from "./schema.js";

/** A media type object, and the media type that it is for. */
type MediaType = At & { readonly key: string };

/** The codec of a media type; undefined for one that we cannot write and read yet. */
function codecOf(media: MediaType, schema: At | undefined, direction: Direction): Codec | undefined {
  const type = essence(media.key);
  if (type.startsWith("multipart/")) return partsCodec(media, schema);
  if (isBinary(schema)) return "binary";
  if (type === "*/*" && schema === undefined && direction === "request") return "binary";
  if (isJson(type) || type === "*/*" || type === "application/*") return "json";
  if (type === "application/x-www-form-urlencoded") return direction === "request" ? "form" : undefined;
  if (type === "text/event-stream") return direction === "response" ? "events" : undefined;
  if (isJsonSeries(type)) return seriesCodec(media, schema);
  if (isXml(type)) return xmlCodec(schema);
  if (type.startsWith("text/")) return "text";
  return isText(schema) ? "binary" : undefined;
}

/** What only its own codec can write or read. */
const notWhole: readonly string[] = ["text/event-stream", "application/x-www-form-urlencoded"];

/**
 * What a body is where the description has no media type that we know: XML of which nothing is said is a text, and what only its
 * own programs read is bytes. Undefined for what is not one whole, and for what is no media type (RFC 6838, section 4.2).
 */
function codecOfUnknown(media: MediaType): Codec | undefined {
  const type = essence(media.key);
  if (!/^[a-z\d][\w!#$&^.+-]*\/[a-z\d][\w!#$&^.+-]*$/.test(type) || type !== media.key.toLowerCase())
    return undefined;
  if (type.startsWith("multipart/") || notWhole.includes(type)) return undefined;
  return isXml(type) ? "text" : "binary";
}

/**
 * An object's properties are parts that have names, the items of an array are parts in their order, which fields of a form
 * can be only where something else gives them names (RFC 7578, section 4.2).
 */
function partsCodec(media: MediaType, schema: At | undefined): Codec | undefined {
  const isForm = essence(media.key) === "multipart/form-data";
  const isNamed = isForm && !hasPlaces(media);
  if (isRange(media.key)) return undefined;
  if (field(media, "itemSchema") !== undefined) return isNamed ? undefined : "partSeries";
  if (schema === undefined) return isForm ? "multipart" : undefined;
  const type = member(schema.value, "type");
  const has = (key: string): boolean => member(schema.value, key) !== undefined;
  if (type === "array" || (type === undefined && (has("items") || has("prefixItems"))))
    return isNamed ? undefined : "parts";
  return isForm || type === "object" || (type === undefined && !isText(schema)) ? "multipart" : undefined;
}

/** What is told of a media type that we do not know. */
const unreadCode = (isKnown: boolean, codec: Codec | undefined): DiagnosticCode =>
  isKnown ? "media-type-left-out" : codec === undefined ? "media-type" : "media-type-as-bytes";

/** Where a schema speaks of a text and not of items, the text is all lines as they are. */
function seriesCodec(media: MediaType, schema: At | undefined): Codec {
  const isWhole = field(media, "itemSchema") === undefined && member(schema?.value, "type") === "string";
  return isWhole ? "text" : "jsonl";
}

/** Where a schema speaks of a text and of no element, the text is the document. */
function xmlCodec(schema: At | undefined): Codec | undefined {
  if (schema === undefined) return undefined;
  return isText(schema) && member(schema.value, "xml") === undefined ? "text" : "xml";
}

/**
 * The contents that the client writes or reads, in the order of the description. `name` gives a schema that has no name
 * of its own one, with a word in it for all but the usual content. `view` is the direction that schemas are seen in.
 */
export function lowerContents(
  reader: Reader,
  schemas: SchemaLowering,
  owner: At,
  direction: Direction,
  name: (word: string) => (id: SchemaId) => void,
  view: Direction = direction,
): readonly Content[] {
  const described = members(objectField(reader, owner, "content")).flatMap(({ key, ...place }) => {
    const media = follow(reader, place);
    return media === undefined ? [] : [{ ...media, key }];
  });
  const all = described.map((media) => {
    const schema = field(media, "schema");
    return { media, schema, codec: codecOf(media, followed(reader, schema), direction) };
  });
  const isKnown = all.some((each) => each.codec !== undefined);
  const known = all.flatMap((each) => {
    const codec = each.codec ?? (isKnown ? undefined : codecOfUnknown(each.media));
    if (each.codec === undefined && codec !== "text")
      reader.report(unreadCode(isKnown, codec), each.media.pointer, each.media.key);
    return codec === undefined ? [] : { ...each, codec };
  });
  const [usual] = byPreference(known);
  return known.map((each) => {
    const { media, schema, codec } = each;
    const example = exampleOf(reader, media, schema);
    const naming = name(each === usual ? "" : wordOf(media.key, codec));
    const { data, ...held } =
      codec === "events"
        ? eventData(reader, media)
        : { schema: isSeries(codec) ? itemSchema(reader, media) : schema, data: undefined };
    return present({
      pointer: media.pointer,
      mediaType: media.key,
      codec,
      schema:
        codec === "binary"
          ? undefined
          : held.schema === undefined
            ? nameUnwritten(schemas, media, codec, view, naming)
            : nameContent(schemas, held.schema, view, naming),
      data,
      example,
      encodings: lowerEncodings(reader, media, codec),
      places: lowerPlaces(reader, media, codec),
    });
  });
}

/** Whether what is described is one of many. */
const isSeries = (codec: Codec): boolean => codec === "jsonl" || codec === "partSeries";

/** A word for a media type, where a name must tell it from others. */
function wordOf(mediaType: string, codec: Codec): string {
  if (codec === "form" || codec === "multipart") return pascalCase(codec);
  const subtype = /\/([^;]*)/.exec(mediaType)?.[1] ?? mediaType;
  return pascalCase(subtype.replace(/^(x-|vnd\.)/, "").replaceAll("*", "any"));
}

/** A reference to the schema of a content: to the one it refers to, or to itself under a name of its own. */
function nameContent(
  schemas: SchemaLowering,
  at: At,
  direction: Direction,
  name: (id: SchemaId) => void,
): NonNullable<Content["schema"]> {
  const ref = member(at.value, "$ref");
  return typeof ref === "string" && Object.keys(at.value as object).length === 1
    ? schemas.lower(at, direction)
    : nameOwn(schemas.want(at.pointer, direction), at, name);
}

/** The same where no schema is written: anything, and a text where the content is read as one. */
function nameUnwritten(
  schemas: SchemaLowering,
  media: At,
  codec: Codec,
  direction: Direction,
  name: (id: SchemaId) => void,
): NonNullable<Content["schema"]> {
  const unwritten = codec === "text" ? { type: "string" } : true;
  return nameOwn(schemas.want(media.pointer, direction, unwritten), media, name);
}

function nameOwn(
  ref: SchemaId,
  { pointer }: At,
  name: (id: SchemaId) => void,
): NonNullable<Content["schema"]> {
  name(ref);
  return { pointer, ref, annotations: {} };
}

/** The first example of a parameter or media type, or of its schema. */
export function exampleOf(reader: Reader, at: At, schema: At | undefined): Json | undefined {
  const single = member(at.value, "example");
  if (single !== undefined) return single;
  const first = members(objectField(reader, at, "examples"))[0];
  if (first !== undefined) return valueIn(follow(reader, first));
  const list = schema && member(schema.value, "examples");
  return Array.isArray(list) ? (list[0] as Json) : schema && member(schema.value, "example");
}

/** OpenAPI 3.2, section 4.19: `dataValue` is the value, and `value` what was there before it. */
const valueIn = (example: At | undefined): Json | undefined =>
  member(example?.value, "dataValue") ?? member(example?.value, "value");

/** A description, with the summary before it where both are there. */
export function proseOf(
  reader: Reader,
  at: At,
): { readonly summary?: string; readonly description?: string } {
  const summary = stringField(reader, at, "summary");
  const description = stringField(reader, at, "description");
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
  };
}

/** The names in a list of `required` or `tags`. */
export function strings(reader: Reader, at: At, key: string): readonly string[] {
  return arrayField(reader, at, key).flatMap((each) => (typeof each.value === "string" ? each.value : []));
}

/** Media types: which one of several is used, and how its bodies are written and read. */
import { type Json, member, localPointer } from "../json.js";
import type { Codec, Content } from "./content.js";
import type { SchemaLowering } from "./lower-schema.js";
import {
  type At,
  type Reader,
  arrayField,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";
import type { Direction, SchemaId } from "./schema.js";

/** The codec of a media type; undefined for one that we cannot write and read yet. */
function codecOf(mediaType: string, schema: At | undefined): Codec | undefined {
  const essence = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (
    schema !== undefined &&
    member(schema.value, "format") === "binary" &&
    !essence.startsWith("multipart/")
  )
    return "binary";
  if (/^(application|text)\/json$|\+json$|^\*\/\*$|^application\/\*$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (/(^|\/|\+)(xml|event-stream|jsonl?|json-seq|x-ndjson|ndjson)$|^multipart\//.test(essence))
    return undefined;
  if (essence.startsWith("text/")) return "text";
  return schema === undefined || member(schema.value, "type") === "string" ? "binary" : undefined;
}

const preference: readonly Codec[] = ["json", "form", "text", "binary"];

/**
 * The content that the client writes or reads. Of several media types the first in the order JSON, form, text,
 * binary is used. `name` gives a schema that has no name of its own one. Only requests can be forms.
 */
export function lowerContent(
  reader: Reader,
  schemas: SchemaLowering,
  owner: At,
  direction: Direction,
  name: (id: SchemaId) => void,
  forms: "forms too" | "no forms",
): Content | undefined {
  const all = members(objectField(reader, owner, "content"));
  if (all.length === 0) return undefined;
  const readable = all
    .map((media) => ({ media, codec: codecOf(media.key, field(media, "schema")) }))
    .filter((each) => each.codec !== undefined && !(forms === "no forms" && each.codec === "form"))
    .sort((a, b) => preference.indexOf(a.codec as Codec) - preference.indexOf(b.codec as Codec));
  const chosen = readable[0];
  if (chosen?.codec === undefined) {
    for (const media of all) reader.report("media-type", media.pointer, media.key);
    return undefined;
  }
  const { media, codec } = chosen;
  if (all.length > 1) reader.report("media-type-choice", `${owner.pointer}/content`, `${media.key} is used`);
  const schema = field(media, "schema");
  const example = exampleOf(reader, media, schema);
  return {
    pointer: media.pointer,
    mediaType: media.key,
    codec,
    ...(codec === "binary"
      ? {}
      : { schema: nameContent(schemas, schema ?? { value: true, pointer: media.pointer }, direction, name) }),
    ...(example === undefined ? {} : { example }),
  };
}

/** A reference to the schema of a content: to the one it refers to, or to itself under a name of its own. */
function nameContent(
  schemas: SchemaLowering,
  at: At,
  direction: Direction,
  name: (id: SchemaId) => void,
): NonNullable<Content["schema"]> {
  const ref = member(at.value, "$ref");
  const target =
    typeof ref === "string" && Object.keys(at.value as object).length === 1 ? localPointer(ref) : undefined;
  if (target !== undefined) return schemas.lower(at, direction);
  const id = schemas.want(at.pointer, direction);
  if (!at.pointer.startsWith("/components/")) name(id); // A shared body is named by its place, not by who uses it first.
  return { pointer: at.pointer, ref: id, annotations: {} };
}

/** The first example of a parameter or media type, or of its schema. */
export function exampleOf(reader: Reader, at: At, schema: At | undefined): Json | undefined {
  const single = member(at.value, "example");
  if (single !== undefined) return single;
  const first = members(objectField(reader, at, "examples"))[0];
  if (first !== undefined) return member(follow(reader, first)?.value, "value");
  const list = schema && member(schema.value, "examples");
  return Array.isArray(list) ? (list[0] as Json) : schema && member(schema.value, "example");
}

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

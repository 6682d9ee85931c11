/** Encoding objects of parts: the media type and the headers that each has (OpenAPI 3.1, section 4.8.15). */
import { type Json, member } from "../json.js";
import type { PartEncoding } from "./content.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  booleanField,
  expect,
  field,
  follow,
  followed,
  members,
  objectField,
  stringField,
} from "./reader.js";

/** The fields that stand in place of a media type, in forms. */
export const styleFields = ["style", "explode", "allowReserved"];

/** `name` is what messages call the part. */
export function lowerPart(reader: Reader, at: At, name: string): PartEncoding {
  if (styleFields.some((key) => field(at, key) !== undefined))
    reader.report("encoding", at.pointer, `the style of ${name}: parts have none`);
  for (const key of ["encoding", "prefixEncoding", "itemEncoding"]) {
    const nested = field(at, key);
    if (nested !== undefined)
      reader.report("encoding", nested.pointer, `${key} of ${name}: parts hold no parts`);
  }
  return present({
    pointer: at.pointer,
    contentType: plainField(reader, at, "contentType"),
    headers: lowerHeaders(reader, at),
  });
}

/** The headers with a value of their own; `Content-Type` is said elsewhere. */
function lowerHeaders(reader: Reader, encoding: At): PartEncoding["headers"] {
  return members(objectField(reader, encoding, "headers"))
    .filter((each) => each.key.toLowerCase() !== "content-type")
    .flatMap((place) => {
      const at = follow(reader, place);
      const value = onlyValue(at && headerSchema(reader, at));
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return [[place.key, plain(reader, place, String(value))] as const];
      if (at !== undefined && booleanField(reader, at, "required"))
        reader.report("encoding", place.pointer, `the header ${place.key} has no value of its own`);
      return [];
    });
}

/** The schema of a header, or of the only media type of its content. */
function headerSchema(reader: Reader, header: At): At | undefined {
  const [media] = members(objectField(reader, header, "content"));
  return followed(reader, field(header, "schema") ?? (media && field(media, "schema")));
}

function onlyValue(schema: At | undefined): Json | undefined {
  const listed = member(schema?.value, "enum");
  return (
    member(schema?.value, "const") ??
    (Array.isArray(listed) && listed.length === 1 ? (listed[0] as Json) : undefined) ??
    member(schema?.value, "default")
  );
}

export function plainField(reader: Reader, at: At, key: string): string | undefined {
  const text = stringField(reader, at, key);
  return text === undefined ? undefined : plain(reader, at, text);
}

/** A text that a header can carry (RFC 9110, section 5.5). */
function plain(reader: Reader, at: At, value: string): string {
  const isPlain = (text: unknown): boolean => typeof text === "string" && /^[\t -~]*$/.test(text);
  expect(reader, { value, pointer: at.pointer }, isPlain, "a text that a header can carry");
  return value;
}

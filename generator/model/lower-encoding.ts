/** Encoding objects: how the properties of forms and of bodies of parts are written. */
import { member } from "../json.js";
import type { Encoding, FormStyle } from "./content.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  booleanField,
  expect,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";

/** The encodings of a media type. Reports what we cannot write. */
export function lowerEncodings(reader: Reader, media: At, codec: "form" | "multipart"): readonly Encoding[] {
  return members(objectField(reader, media, "encoding")).map((at) => {
    const style = lowerStyle(reader, at);
    if (style !== undefined && codec === "multipart")
      reader.report("encoding", at.pointer, `the style of ${at.key}: parts have none`);
    const contentType = plainField(reader, at, "contentType");
    return present({
      property: at.key,
      contentType: style === undefined ? contentType : undefined,
      headers: codec === "multipart" ? lowerHeaders(reader, at) : [],
      style,
      allowReserved: booleanField(reader, at, "allowReserved"),
    });
  });
}

const styles: readonly string[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** The style, where one of its fields is there: then it stands in place of a media type. */
function lowerStyle(reader: Reader, at: At): FormStyle | undefined {
  if (["style", "explode", "allowReserved"].every((key) => field(at, key) === undefined)) return undefined;
  const style = stringField(reader, at, "style") ?? "form";
  if (!styles.includes(style)) reader.report("encoding", `${at.pointer}/style`, style);
  const explode = field(at, "explode") === undefined ? style === "form" : booleanField(reader, at, "explode");
  if (style === "deepObject") return style;
  if (explode) return "exploded";
  return style === "spaceDelimited" || style === "pipeDelimited" ? style : "joined";
}

/** The headers with a value of their own; `Content-Type` is said elsewhere (OpenAPI 3.1, section 4.8.15). */
function lowerHeaders(reader: Reader, encoding: At): Encoding["headers"] {
  return members(objectField(reader, encoding, "headers"))
    .filter((each) => each.key.toLowerCase() !== "content-type")
    .flatMap((place) => {
      const at = follow(reader, place);
      const schema = follow(reader, at && field(at, "schema"));
      const listed = member(schema?.value, "enum");
      const value =
        member(schema?.value, "const") ??
        (Array.isArray(listed) && listed.length === 1 ? listed[0] : undefined) ??
        member(schema?.value, "default");
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return [[place.key, plain(reader, place, String(value))] as const];
      if (at !== undefined && booleanField(reader, at, "required"))
        reader.report("encoding", place.pointer, `the header ${place.key} has no value of its own`);
      return [];
    });
}

function plainField(reader: Reader, at: At, key: string): string | undefined {
  const text = stringField(reader, at, key);
  return text === undefined ? undefined : plain(reader, at, text);
}

/** A text that a header can carry (RFC 9110, section 5.5). */
function plain(reader: Reader, at: At, value: string): string {
  const isPlain = (text: unknown): boolean => typeof text === "string" && /^[\t -~]*$/.test(text);
  expect(reader, { value, pointer: at.pointer }, isPlain, "a text that a header can carry");
  return value;
}

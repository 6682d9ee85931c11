/** Encoding objects by name: how the properties of forms and of bodies of parts are written. */
import type { Codec, Encoding, FormStyle } from "./content.js";
import { lowerPart, plainField, styleFields } from "./lower-part.js";
import { present } from "./present.js";
import { type At, type Reader, booleanField, field, members, objectField, stringField } from "./reader.js";

/** The encodings of a media type. Reports what we cannot write. */
export function lowerEncodings(reader: Reader, media: At, codec: Codec): readonly Encoding[] {
  if (codec !== "form" && codec !== "multipart") return [];
  return members(objectField(reader, media, "encoding")).map((at) => {
    if (codec === "multipart")
      return { property: at.key, ...lowerPart(reader, at, at.key), allowReserved: false };
    const style = lowerStyle(reader, at);
    const contentType = plainField(reader, at, "contentType");
    return present({
      property: at.key,
      pointer: at.pointer,
      contentType: style === undefined ? contentType : undefined,
      headers: [],
      style,
      allowReserved: booleanField(reader, at, "allowReserved"),
    });
  });
}

const styles: readonly string[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** The style, where one of its fields is there: then it stands in place of a media type. */
function lowerStyle(reader: Reader, at: At): FormStyle | undefined {
  if (styleFields.every((key) => field(at, key) === undefined)) return undefined;
  const style = stringField(reader, at, "style") ?? "form";
  if (!styles.includes(style)) reader.report("encoding", `${at.pointer}/style`, style);
  const explode = field(at, "explode") === undefined ? style === "form" : booleanField(reader, at, "explode");
  if (style === "deepObject") return style;
  if (explode) return "exploded";
  return style === "spaceDelimited" || style === "pipeDelimited" ? style : "joined";
}

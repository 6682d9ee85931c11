/** Encoding objects by position (OpenAPI 3.2, section 4.14.5.2): how parts without names are written. */
import { type Codec, type PartEncoding, type PartPlaces, essence } from "./content.js";
import { lowerPart } from "./lower-part.js";
import { type At, type Reader, arrayField, field, reportLater } from "./reader.js";

const [prefix, rest] = ["prefixEncoding", "itemEncoding"] as const;

/** Whether a media type says something of its parts by their places. */
export const hasPlaces = (media: At): boolean =>
  [prefix, rest].some((key) => field(media, key) !== undefined);

/** What a media type says of its parts by their places. In all that is not of parts it is ignored. */
export function lowerPlaces(
  reader: Reader,
  media: At & { readonly key: string },
  codec: Codec,
): PartPlaces | undefined {
  if (codec !== "multipart" && codec !== "parts" && codec !== "partSeries") return undefined;
  reportMixture(reader, media, codec === "multipart");
  if (codec === "multipart" || !hasPlaces(media)) return undefined;
  const item = field(media, rest);
  const first = arrayField(reader, media, prefix).map((at, i) => lowerPart(reader, at, `part ${i + 1}`));
  const others = item && lowerPart(reader, item, "all other parts");
  if (essence(media.key) === "multipart/form-data")
    for (const each of [...first, ...(others ? [others] : [])]) requireName(reader, each);
  return { first, ...(others && { rest: others }) };
}

/** Parts have either names or places. */
function reportMixture(reader: Reader, media: At, isNamed: boolean): void {
  for (const key of [prefix, rest]) {
    const at = field(media, key);
    reportLater(reader, at);
    if (at !== undefined && isNamed)
      reader.report("encoding", at.pointer, `${key}: parts of an object have names, not places`);
  }
  const byName = field(media, "encoding");
  if (byName !== undefined && !isNamed)
    reader.report("encoding", byName.pointer, "encoding: parts of an array have places, not names");
}

/** RFC 7578, section 4.2. No property gives the part of an array a name. */
function requireName(reader: Reader, { pointer, headers }: PartEncoding): void {
  const isNaming = ([name, value]: PartEncoding["headers"][number]): boolean =>
    name.toLowerCase() === "content-disposition" && /^form-data;.*\bname=/i.test(value);
  if (!headers.some(isNaming))
    reader.report("encoding", pointer, "a part of a form without `Content-Disposition: form-data; name=…`");
}

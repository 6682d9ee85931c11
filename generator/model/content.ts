/** Bodies and answers: their media types, and how they are written and read. */
import type { Json } from "../json.js";
import { essence, isJson } from "../runtime/media-type.js";
import type { Schema } from "./schema.js";

/** As the runtime has them, so that both tell media types apart alike. */
export { essence, isJson };

/** How a body is written and read. */
export type Codec =
  | "json"
  | "form"
  /** Parts that have names. */
  | "multipart"
  /** Parts that have none: an array. */
  | "parts"
  /** The same, one by one. */
  | "partSeries"
  | "text"
  | "binary"
  | "jsonl"
  | "xml"
  | "events";

/** How a part is written, where that is not as usual. */
export interface PartEncoding {
  /** Where the description says so. */
  readonly pointer: string;
  /** Its media type; in a form only JSON makes a difference. */
  readonly contentType?: string;
  /** Its headers that the description gives a value. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** How a property of a form or of a body of parts is written (OpenAPI 3.1, section 4.8.15). */
export interface Encoding extends PartEncoding {
  readonly property: string;
  /** How a form writes it in place of a media type. */
  readonly style?: FormStyle;
  readonly allowReserved: boolean;
}

/** How the parts of an array are written (OpenAPI 3.2, section 4.14.5.2): the first by their places, and all that follow. */
export interface PartPlaces {
  readonly first: readonly PartEncoding[];
  readonly rest?: PartEncoding;
}

/** The styles of query parameters: `form` with and without `explode`, and the others. */
export type FormStyle = "exploded" | "joined" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Content {
  readonly pointer: string;
  /** As the description writes it: it may have parameters, or be a range such as `image/*`. */
  readonly mediaType: string;
  readonly codec: Codec;
  /** A reference to a named schema. Binary content has none; that of a stream describes one item. */
  readonly schema?: Schema;
  /** What the data of an event is: JSON, text, or text where it is no JSON. */
  readonly data?: "json" | "text" | "loose";
  readonly example?: Json;
  readonly encodings: readonly Encoding[];
  /** Of parts that have no names. */
  readonly places?: PartPlaces;
}

export interface Body {
  readonly required: boolean;
  readonly description?: string;
  /** In the order of the description; at least one. */
  readonly contents: readonly Content[];
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description?: string;
  /** In the order of the description; none where the answer has no body. */
  readonly contents: readonly Content[];
  readonly headers: readonly ResponseHeader[];
}

/** A header of an answer, in style `simple` (OpenAPI 3.1, section 4.8.21). */
export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  /** Its value is JSON (`content`). */
  readonly json: boolean;
}

/** What is preferred where nobody chooses. */
const preference: readonly Codec[] = [
  ...(["json", "form", "multipart", "parts", "text", "binary", "xml", "jsonl"] as const),
  ...(["partSeries", "events"] as const),
];

/** The contents, the one first that is used where nobody chooses. */
export function byPreference<T extends { readonly codec: Codec }>(contents: readonly T[]): readonly T[] {
  const rank = ({ codec }: T): number => preference.indexOf(codec);
  return [...contents].sort((a, b) => rank(a) - rank(b));
}

/** What is written and read where nobody chooses; undefined where there is nothing to choose from. */
export function usualContent(contents: readonly Content[]): Content | undefined {
  return byPreference(contents)[0];
}

/** Whether a body is a series of items, which its schema describes one by one. */
export const isStream = ({ codec }: Content): boolean =>
  codec === "jsonl" || codec === "events" || codec === "partSeries";

/** Whether a body is of several parts, with names or without. */
export const isOfParts = ({ codec }: Content): boolean =>
  codec === "multipart" || codec === "parts" || codec === "partSeries";

/** Whether what stands in a body, or in some of its parts, is JSON. */
export const mayHoldJson = ({ codec }: Content): boolean => codec !== "text" && codec !== "xml";

/** Whether a media type is a series of JSON texts. */
export const isJsonSeries = (mediaType: string): boolean =>
  /[/+](jsonl|x-jsonlines|json-lines|(x-)?ndjson|(x-)?json-seq)$/.test(essence(mediaType));

/** Whether a media type is XML, or of a structured syntax on it (RFC 7303). */
export const isXml = (mediaType: string): boolean => /[/+]xml$/.test(essence(mediaType));

/** Whether a media type is one of texts. */
export const isTextual = (mediaType: string): boolean =>
  essence(mediaType).startsWith("text/") || [isJson, isJsonSeries, isXml].some((is) => is(mediaType));

/** All that is said of parts, by name or by place. */
export const partEncodings = ({ encodings, places }: Content): readonly PartEncoding[] => [
  ...encodings,
  ...(places?.first ?? []),
  ...(places?.rest ? [places.rest] : []),
];

/** The media types, or ranges of them, that a part or the field of a form can have; none where nothing is said. */
export const mediaTypesOf = ({ contentType = "" }: Pick<PartEncoding, "contentType">): readonly string[] =>
  contentType.split(",").flatMap((each) => each.trim() || []);

/** Whether the field of a form is JSON: one of the media types that it can have. */
export const isJsonField = (encoding: Pick<PartEncoding, "contentType">): boolean =>
  mediaTypesOf(encoding).some(isJson);

/** Whether a media type is a range of them (RFC 9110, section 12.5.1). */
export const isRange = (mediaType: string): boolean => mediaType.includes("*");

/** Whether the caller can say of which media type a body is: there are several, or a range that only it can narrow. */
export function takesContentType({ contents }: Body): boolean {
  return contents.length > 1 || contents.some((each) => isRange(each.mediaType) && each.codec !== "json");
}

/** Whether a body of parts is a form (RFC 7578). */
export const isFormData = ({ mediaType }: Content): boolean => essence(mediaType) === "multipart/form-data";

/** What stands beside the parameters of a call: the body, and its media type where that can be chosen. */
export function bodyMembers(body: Body | undefined): readonly string[] {
  return body === undefined ? [] : ["body", ...(takesContentType(body) ? ["contentType"] : [])];
}

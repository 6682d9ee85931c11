/** Bodies and answers: their media types, and how they are written and read. */
import type { Json } from "../json.js";
import type { Schema } from "./schema.js";

/** How a body is written and read. */
export type Codec = "json" | "form" | "multipart" | "text" | "binary" | "jsonl" | "xml" | "events";

export interface Content {
  readonly pointer: string;
  /** As the description writes it: it may have parameters, or be a range such as `image/*`. */
  readonly mediaType: string;
  readonly codec: Codec;
  /** A reference to a named schema. Binary content has none; that of a stream describes one item. */
  readonly schema?: Schema;
  readonly example?: Json;
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
}

/** What is preferred where nobody chooses. */
const preference: readonly Codec[] = [
  ...(["json", "form", "multipart", "text", "binary", "xml", "jsonl", "events"] as const),
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
export const isStream = ({ codec }: Content): boolean => codec === "jsonl" || codec === "events";

/** Whether a media type is a range of them (RFC 9110, section 12.5.1). */
export const isRange = (mediaType: string): boolean => mediaType.includes("*");

/** Whether the caller can say of which media type a body is: there are several, or a range that only it can narrow. */
export function takesContentType({ contents }: Body): boolean {
  return contents.length > 1 || contents.some((each) => isRange(each.mediaType) && each.codec !== "json");
}

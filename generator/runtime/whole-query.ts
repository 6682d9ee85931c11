/** The whole query as one text (OpenAPI 3.2, section 4.12.1). */

/** Undefined is no query at all; numbers and the like are written as JSON has them. */
export const wholeQuery = (text: string | number | bigint | boolean | null | undefined): string =>
  text === undefined ? "" : `?${encodeURIComponent(String(text ?? ""))}`;

/** The whole query as one text (OpenAPI 3.2, section 4.12.1). */

/** Undefined is no query at all. */
export const wholeQuery = (text: string | undefined): string =>
  text === undefined ? "" : `?${encodeURIComponent(text)}`;

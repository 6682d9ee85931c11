/** Parameters that are JSON: those that a description gives `content` (OpenAPI 3.1.1, section 4.8.12.2.3). */

/** A value as JSON; undefined stays undefined. */
export function json(value: unknown): string | undefined {
  return JSON.stringify(value) as string | undefined;
}

/** The same in ASCII, as headers should be (RFC 9110, section 5.5). */
export function asciiJson(value: unknown): string | undefined {
  return ascii(json(value));
}

/** JSON in ASCII. */
export function ascii(text: string | undefined): string | undefined {
  return text?.replace(/[^\0-~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Values that keep their reserved characters: `allowReserved` (OpenAPI 3.1.1, section 4.8.12.2.2). */
import { encode } from "./texts.js";

/**
 * Percent-encodes what is neither unreserved nor reserved, and leaves what is percent-encoded already (RFC 6570, section
 * 3.2.3). The standard leaves it to the application to encode what a query may not hold, `#`, `[` and `]`, and what has
 * a meaning in a form, `&` and `+`: that is done here, so that no value can become another parameter.
 */
export function reserved(name: string, text: string): string {
  return text
    .split(/([:/?@!$'()*,;=]|%[\dA-Fa-f]{2})/)
    .map((each, i) => (i % 2 === 1 ? each : encode(name, each)))
    .join("");
}

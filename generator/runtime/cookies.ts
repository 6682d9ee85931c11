/** Cookie parameters (RFC 6265, section 4.2.1). */
import { query } from "./query.js";
import type { ParameterValues } from "./texts.js";

/**
 * The `cookie` header. The standard's own separator for `form`, an ampersand, would make one cookie of all (OpenAPI
 * 3.1.1, appendix D), so that each pair becomes a cookie.
 */
export function cookies(values: ParameterValues, ...more: readonly string[]): string | undefined {
  return (
    query(values, ...more)
      .slice(1)
      .replaceAll("&", "; ") || undefined
  );
}

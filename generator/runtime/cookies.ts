/** Cookie parameters (RFC 6265, section 4.2.1). */
import { query } from "./query.js";
import type { ParameterValues } from "./texts.js";

/** The `cookie` header. */
export function cookies(values: ParameterValues): string | undefined {
  return query(values).slice(1).replaceAll("&", "; ") || undefined;
}

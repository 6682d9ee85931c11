/** Header parameters (OpenAPI 3.1, section 4.8.12). */
import { type ParameterValue, textsOf } from "./texts.js";

/** A header's value: the items of an array are separated by commas. */
export function header(value: ParameterValue): string | undefined {
  return value === undefined ? undefined : textsOf(value).join(",");
}

/** Bodies that are forms (the URL Standard's `application/x-www-form-urlencoded`). */
import { type RequestBody, requestBody } from "./body.js";
import { type ParameterValue, textsOf } from "./texts.js";

/**
 * null and "" clear a field as `Name=`, undefined leaves it alone. Arrays repeat their name, and objects are JSON (OpenAPI
 * 3.1, section 4.8.15), which `json` writes.
 */
export function form(body: object | undefined, json: Stringify = JSON.stringify): RequestBody | undefined {
  if (body === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    for (const each of textsOf([value].flat().map((item) => flat(item, json)))) fields.append(name, each);
  return requestBody("application/x-www-form-urlencoded", fields.toString());
}

/** Makes JSON of a value. */
export type Stringify = (value: unknown) => string | undefined;

const flat = (value: unknown, json: Stringify): string =>
  (Object(value) === value ? json(value) : value) as ParameterValue & string;

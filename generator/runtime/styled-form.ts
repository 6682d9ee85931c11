/** Forms of which some fields are written in styles of their own. */
import { type RequestBody, requestBody } from "./body.js";
import { type Stringify, form } from "./form.js";

/** Writes the field of one name as pairs. */
type WriteField = (field: Readonly<Record<string, never>>) => string;

/** A form, in which the fields that `writers` names are written by these; `json` writes JSON in all others. */
export function styledForm(
  body: object | undefined,
  writers: Readonly<Record<string, WriteField>>,
  json?: Stringify,
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const pairs = Object.entries(body as Readonly<Record<string, never>>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const field = { [name]: value };
      return Object.hasOwn(writers, name) ? writers[name]?.(field) : form(field, json)?.body;
    });
  return requestBody("application/x-www-form-urlencoded", pairs.filter(Boolean).join("&"));
}

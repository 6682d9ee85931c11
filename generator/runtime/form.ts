/** Bodies that are forms (the URL Standard's `application/x-www-form-urlencoded`). */
import type { RequestBody } from "./body.js";
import { type ParameterValue, textsOf } from "./texts.js";

/** null and "" clear a field as `Name=`, undefined leaves it alone. */
export function form(body: object | undefined): RequestBody | undefined {
  if (body === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    for (const each of textsOf(value as ParameterValue)) fields.append(name, each);
  return { type: "application/x-www-form-urlencoded", data: fields.toString() };
}

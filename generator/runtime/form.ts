/** Bodies that are forms (the URL Standard's `application/x-www-form-urlencoded`). */
import type { RequestBody } from "./body.js";
import { type ParameterValue, textsOf } from "./texts.js";

/** Writes the field of one name as pairs. */
type WriteField = (field: Readonly<Record<string, never>>) => string;

/**
 * null and "" clear a field as `Name=`, undefined leaves it alone. Arrays repeat their name and objects are JSON (OpenAPI
 * 3.1, section 4.8.15), unless `writers` says otherwise by name.
 */
export function form(
  body: object | undefined,
  writers: Readonly<Record<string, WriteField>> = {},
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const pairs = Object.entries(body as Readonly<Record<string, never>>).map(([name, value]) =>
    value !== undefined && Object.hasOwn(writers, name)
      ? writers[name]?.({ [name]: value })
      : new URLSearchParams(textsOf(flat(value)).map((each) => [name, each])).toString(),
  );
  return { type: "application/x-www-form-urlencoded", data: pairs.filter(Boolean).join("&") };
}

const flat = (value: unknown): ParameterValue =>
  [value].flat().map((each) => (Object(each) === each ? JSON.stringify(each) : (each as string)));

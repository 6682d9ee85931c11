/** Bodies of several parts: of a form (RFC 7578), or of another multipart type whose parts have names as well. */
import type { RequestBody } from "./body.js";
import { type PartContent, type PartOptions, partLines, writtenParts } from "./written-parts.js";

/**
 * One part a property, and one an item of an array: files with their names and media types, objects as JSON, all else as
 * text; `options` holds more by name, `json` writes JSON.
 */
export function multipart(
  body: object | undefined,
  options?: Readonly<Record<string, PartOptions>>,
  json?: (value: unknown) => string | undefined,
): RequestBody | undefined {
  return multipartOf("multipart/form-data", body, options, json);
}

/** The same of another media type. */
export function multipartOf(
  type: string,
  body: object | undefined,
  options: Readonly<Record<string, PartOptions>> = {},
  json: (value: unknown) => string | undefined = JSON.stringify,
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const parts = Object.entries(body).flatMap(([name, value]) =>
    [value as unknown]
      .flat()
      .filter((each) => each !== undefined)
      .map((each) => partOf(name, each, json, Object.hasOwn(options, name) ? options[name] : {})),
  );
  return writtenParts(type, parts);
}

function partOf(
  name: string,
  value: unknown,
  json: (value: unknown) => string | undefined,
  options?: PartOptions,
): PartContent {
  const file =
    value instanceof Blob ? `; filename=${quoted(value instanceof File ? value.name : "blob")}` : "";
  const disposition = `form-data; name=${quoted(name)}${file}`;
  return partLines(value, json, { "Content-Disposition": disposition }, options);
}

/** As browsers write names (HTML Standard, section 4.10.22.8): they cannot end early. */
const quoted = (name: string): string => `"${name.replace(/\r\n|\r|\n/g, "%0D%0A").replaceAll('"', "%22")}"`;

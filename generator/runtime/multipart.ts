/** Bodies of several parts (RFC 7578). */
import type { RequestBody } from "./body.js";
import { isJson } from "./media-type.js";
import { unique } from "./platform.js";

/** What a part has that its value does not tell. */
interface PartOptions {
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One part a property, and one an item of an array: files with their names and media types, objects as JSON, all else as
 * text; `options` holds more by name, `json` writes JSON. It is written by hand because `FormData` gives no part a header, and as a Blob of
 * Blobs, so that no file is held in memory.
 */
export function multipart(
  body: object | undefined,
  options: Readonly<Record<string, PartOptions>> = {},
  json: (value: unknown) => string | undefined = JSON.stringify,
): RequestBody | undefined {
  if (body === undefined) return undefined;
  const boundary = `part-${unique()}`;
  const parts = Object.entries(body).flatMap(([name, value]) =>
    [value as unknown]
      .flat()
      .filter((each) => each !== undefined)
      .flatMap((each) => [
        `--${boundary}\r\n`,
        ...partOf(name, each, json, Object.hasOwn(options, name) ? options[name] : {}),
        "\r\n",
      ]),
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    data: new Blob([...parts, `--${boundary}--\r\n`]),
  };
}

function partOf(
  name: string,
  value: unknown,
  json: (value: unknown) => string | undefined,
  { type, headers = {} }: PartOptions = {},
): BlobPart[] {
  const isFile = value instanceof Blob;
  const asJson = type === undefined ? !isFile && Object(value) === value : isJson(type);
  const own = isFile ? value.type || "application/octet-stream" : asJson ? "application/json" : undefined;
  const file = isFile ? `; filename=${quoted(value instanceof File ? value.name : "blob")}` : "";
  const lines = Object.entries({
    "Content-Disposition": `form-data; name=${quoted(name)}${file}`,
    "Content-Type": type ?? own,
    ...headers,
  }).flatMap(([key, each]) => (each === undefined ? [] : `${key}: ${each}\r\n`));
  return [`${lines.join("")}\r\n`, isFile ? value : asJson ? (json(value) ?? "") : String(value ?? "")];
}

/** As browsers write names (HTML Standard, section 4.10.22.8): they cannot end early. */
const quoted = (name: string): string => `"${name.replace(/\r\n|\r|\n/g, "%0D%0A").replaceAll('"', "%22")}"`;

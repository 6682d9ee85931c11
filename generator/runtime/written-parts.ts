/** The parts of a body (RFC 2046, section 5.1), as they go out. */
import { type RequestBody, requestBody } from "./body.js";
import { isJson } from "./media-type.js";
import { unique } from "./platform.js";

/** The lines of its headers, and what follows them. */
export type PartContent = readonly BlobPart[];

/** What a part has that its value does not tell. */
export interface PartOptions {
  readonly type?: string;
  /** The media type of a file that has none. */
  readonly untyped?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A file as it is, objects and what has a type of JSON as JSON, all else as text. `first` are headers that stand before
 * the media type; those of the options stand after it.
 */
export function partLines(
  value: unknown,
  json: (value: unknown) => string | undefined,
  first: Readonly<Record<string, string>>,
  { type, untyped = "application/octet-stream", headers = {} }: PartOptions = {},
): PartContent {
  const isFile = value instanceof Blob;
  const asJson = type === undefined ? !isFile && Object(value) === value : isJson(type);
  const own = isFile ? value.type || untyped : asJson ? "application/json" : undefined;
  const lines = Object.entries({ ...first, "Content-Type": type ?? own, ...headers }).flatMap(
    ([key, each]) => (each === undefined ? [] : `${key}: ${each}\r\n`),
  );
  return [`${lines.join("")}\r\n`, isFile ? value : asJson ? (json(value) ?? "") : String(value ?? "")];
}

/**
 * The body of all parts. It is written by hand because `FormData` gives no part a header, and as a Blob of Blobs, so that
 * no file is held in memory.
 */
export function writtenParts(type: string, parts: readonly PartContent[]): RequestBody {
  const boundary = `part-${unique()}`;
  const lines = parts.flatMap((each) => [`--${boundary}\r\n`, ...each, "\r\n"]);
  return requestBody(`${type}; boundary=${boundary}`, new Blob([...lines, `--${boundary}--\r\n`]));
}

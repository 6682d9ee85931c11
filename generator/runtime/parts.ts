/** The parts of a body (RFC 2046, section 5.1), as they come in. */

import { isJson } from "./media-type.js";

export interface Part {
  /** By name, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Throws a `SyntaxError` for a media type without a boundary, and for a body that lacks its beginning or its end. */
export function partsOf(type: string, body: Uint8Array<ArrayBuffer>): readonly Part[] {
  const delimiter = new RegExp(`(?:^|\r\n)${delimiterOf(type)}(?=\r\n|$)`, "g");
  const text = characters(body);
  const parts: Part[] = [];
  let start: number | undefined;
  for (const { 0: line, 1: close, index } of text.matchAll(delimiter)) {
    if (start !== undefined) parts.push(partIn(body.subarray(start, index)));
    if (close !== undefined) return parts;
    start = index + line.length;
  }
  throw new SyntaxError(start === undefined ? "there is no part" : "the last part has no end");
}

/** The source of an expression for what separates parts, without the line breaks around it; its group closes the body. */
export function delimiterOf(type: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain ?? "";
  if (boundary === "") throw new SyntaxError("there is no boundary");
  return `--${boundary.replace(/[^\w]/g, "\\$&")}(--)?[ \t]*`;
}

/** One character a byte. */
export const characters = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** From the end of the line before a part to the line break after it. */
export function partIn(bytes: Uint8Array<ArrayBuffer>): Part {
  const blank = characters(bytes).indexOf("\r\n\r\n");
  if (blank === -1) throw new SyntaxError("a part has no blank line after its headers");
  return { headers: headersOf(utf8(bytes.subarray(0, blank))), bytes: bytes.slice(blank + 4) };
}

/** A line that begins with a space goes on with the one before (RFC 5322, section 2.2.3). */
function headersOf(lines: string): ReadonlyMap<string, string> {
  const all = lines.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    all.flatMap((line) => {
      const [, name, value] = /^([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value ?? ""] as const];
    }),
  );
}

/** A parameter of `Content-Disposition`, as browsers write it (HTML Standard, section 4.10.22.8). */
export function dispositionOf({ headers }: Part, name: "name" | "filename"): string | undefined {
  const text = headers.get("content-disposition") ?? "";
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]+))`, "i").exec(text) ?? [];
  return (quoted ?? plain)?.replace(/%0D%0A/gi, "\r\n").replaceAll("%22", '"');
}

/** The media type of a part; without one it is text (RFC 2046, section 5.1). */
export const typeOf = ({ headers }: Part): string => headers.get("content-type") ?? "";

/** Whether a part is neither text nor JSON: it has a file's name or another media type. */
export function isFile(part: Part): boolean {
  const type = typeOf(part);
  return dispositionOf(part, "filename") !== undefined || !(isJson(type) || /^$|^text\//i.test(type));
}

/** A part as a file, or as bytes where it has no name. */
export function fileOf(part: Part): Blob {
  const name = dispositionOf(part, "filename");
  const type = typeOf(part);
  return name === undefined ? new Blob([part.bytes], { type }) : new File([part.bytes], name, { type });
}

export const textOf = ({ bytes }: Part): string => utf8(bytes);

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * Parts by name, in their order: the one that a part gives itself, as `Content-Disposition` or as `Content-ID` (RFC 2387,
 * section 3.1), or else the first of `names` that no part before it has.
 */
export function partsByName(
  parts: readonly Part[],
  names: readonly string[],
): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>();
  for (const part of parts) {
    const id = part.headers.get("content-id")?.replace(/^<|>$/g, "");
    const own = dispositionOf(part, "name") ?? names.find((each) => each === id);
    const name = own ?? names.find((each) => !found.has(each)) ?? "";
    found.set(name, [...(found.get(name) ?? []), part]);
  }
  return found;
}

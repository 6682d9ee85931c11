/** JSON with integers of any size (RFC 8259, section 6): a number of JavaScript holds those up to 2^53 exactly. */
import type { RequestBody } from "./body.js";
import type { Converter } from "./converter.js";
import type { Decode } from "./client.js";
import { parsed } from "./decode.js";

/** A JSON text as the value that a converter reads, with each bigint in it as exact as it was written. */
export function parseLossless(text: string, { read }: Converter): unknown {
  const value = read(JSON.parse(text));
  const quoted = text.replace(tokens, (token) => (integer.test(token) ? `"${token}"` : token));
  return quoted === text ? value : exact(value, JSON.parse(quoted));
}

/** A string, which may look like anything inside, or what a number consists of. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\deE]+/g;

/** An integer that may be too long for a number. */
const integer = /^-?\d{16,}$/;

/** What was a number and stands in quotes now has the digits of the bigint that was read of it. */
function exact(value: unknown, quoted: unknown): unknown {
  if (typeof value === "bigint") return typeof quoted === "string" ? BigInt(quoted) : value;
  if (Array.isArray(value)) return value.map((each, i) => exact(each, (quoted as readonly unknown[])[i]));
  if (!isPlain(value)) return value;
  const members = Object.entries(value).map(([key, each]) => [
    key,
    exact(each, (quoted as Record<string, unknown>)[key]),
  ]);
  return Object.fromEntries(members) as unknown;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return {}.toString.call(value) === "[object Object]";
}

/** A value as JSON; a bigint is a number of all its digits. Undefined, which JSON has no word for, is left out. */
export function losslessText(value: unknown): string | undefined {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map((each) => losslessText(each) ?? "null").join()}]`;
  if (!isPlain(value)) return JSON.stringify(value) as string | undefined;
  const members = Object.entries(value).flatMap(([key, each]) => {
    const text = losslessText(each);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${members.join()}}`;
}

/** Like `jsonBody`. */
export function losslessBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  const data = losslessText(body);
  return data === undefined ? undefined : { type, data };
}

/** Like `json`, for a body that a converter reads. */
export function losslessJson(converter: Converter): Decode {
  return (response) => parsed(response, (text) => parseLossless(text, converter));
}

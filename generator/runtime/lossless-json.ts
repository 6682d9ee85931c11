/** JSON with integers of any size (RFC 8259, section 6): a number of JavaScript holds those up to 2^53 exactly. */
import { type RequestBody, requestBody } from "./body.js";
import type { Converter } from "./converter.js";
import type { Decode } from "./client.js";
import { jsonBy } from "./decode.js";

/** A JSON text as the value that a converter reads, with each bigint in it as exact as it was written. */
export function parseLossless(text: string, converter: Converter): unknown {
  return readLossless(parseExact(text), converter);
}

/** A JSON text in which integers that may be too long for a number are bigints. */
export function parseExact(text: string): unknown {
  const quoted = text.replace(tokens, (token) => (integer.test(token) ? `"${token}"` : token));
  const wire: unknown = JSON.parse(text);
  return quoted === text ? wire : both(wire, JSON.parse(quoted), unquoted);
}

/** What a converter reads of what stands on the wire with bigints in it: those that it asks for are exact, others numbers. */
export function readLossless(wire: unknown, { read }: Converter): unknown {
  const rounded = mapped(wire, (value) => (typeof value === "bigint" ? Number(value) : value));
  return both(read(rounded), wire, exact);
}

/** A string, which may look like anything inside, or what a number consists of. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\deE]+/g;

/** An integer that may be too long for a number. */
const integer = /^-?\d{16,}$/;

/** What was a number and stands in quotes now. */
const unquoted = (value: unknown, quoted: unknown): unknown =>
  typeof value === "number" && typeof quoted === "string" ? BigInt(quoted) : value;

/** The digits of a bigint that was read of a rounded number. */
const exact = (value: unknown, wire: unknown): unknown =>
  typeof value === "bigint" && typeof wire === "bigint" ? wire : value;

/** Two values of one structure made one, leaf by leaf. */
function both(a: unknown, b: unknown, make: (a: unknown, b: unknown) => unknown): unknown {
  if (Array.isArray(a)) return a.map((each, i) => both(each, (b as readonly unknown[])[i], make));
  if (!isPlain(a)) return make(a, b);
  const members = Object.entries(a).map(([key, each]) => [
    key,
    both(each, (b as Record<string, unknown>)[key], make),
  ]);
  return Object.fromEntries(members) as unknown;
}

const mapped = (value: unknown, make: (value: unknown) => unknown): unknown => both(value, value, make);

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

/** What makes values of what `parseExact` gives. */
export const readingLossless =
  (converter: Converter) =>
  (wire: unknown): unknown =>
    readLossless(wire, converter);

/** Like `jsonBody`. */
export function losslessBody(body: unknown, type: string = "application/json"): RequestBody | undefined {
  const data = losslessText(body);
  return data === undefined ? undefined : requestBody(type, data);
}

/** Like `json`, for a body that a converter reads. */
export function losslessJson(converter: Converter): Decode {
  return jsonBy((text) => parseLossless(text, converter));
}

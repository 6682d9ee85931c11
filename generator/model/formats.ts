/**
 * One table of the formats that we know: those of JSON Schema 2020-12 (Validation, section 7.3) and of the OpenAPI Format
 * Registry, and `date-time-rfc-2822`, which Twilio uses. A format asks something of strings, of numbers, of both, or of
 * neither; all others are documentation only.
 */
import type { Config, ValueType } from "../config.js";
import type * as checks from "../runtime/formats.js";

export interface Format {
  /** The function of the runtime that checks strings; absent: any string will do. */
  readonly check?: keyof typeof checks;
  /** The function of the runtime that makes a sample; absent: made in another way. */
  readonly sample?: "date" | "dateTime" | "ipv4" | "ipv6" | "rfc2822" | "time" | "uuid";
  /** What it allows among numbers; absent: any number will do. */
  readonly range?: NumberRange;
  /** The type that its values can have in place of texts or numbers, and what converts them. */
  readonly value?: { readonly type: ValueType; readonly converter: ConverterName };
}

/** The converters of the runtime: one for each format whose values can have another type. */
export type ConverterName = "base64" | "base64Url" | "dateTime" | "int64" | "rfc2822" | "uint64";

/** The numbers that a format allows, as far as doubles can tell them apart; its limits are allowed. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Whether fractions are not allowed. */
  readonly whole: boolean;
}

/** A format of the user's own, for strings: what a module says of it, which is copied into the package. */
export interface OwnFormat {
  readonly name: string;
  /** Where it stands in the package: below `src`, without ending. */
  readonly module: string;
  readonly text: string;
  readonly is: (text: string) => boolean;
  /** A text of the format, another one for most other seeds; these are whole numbers from 0 on. */
  readonly sample: (seed: number) => string;
  /** Absent: its values are texts. */
  readonly codec?: OwnCodec;
}

/** Between the texts of a format and values of a type of its own. */
export interface OwnCodec {
  readonly read: (text: string) => unknown;
  readonly write: (value: unknown) => string;
  /** What the values would be in JSON, as far as they could be told from it. */
  readonly types: readonly ("object" | "array" | "boolean" | "number" | "integer")[];
}

/** A format of the user's own whose values have a type of its own. */
export interface OwnValueFormat extends OwnFormat {
  readonly codec: OwnCodec;
}

export const hasValues = (format: OwnFormat): format is OwnValueFormat => format.codec !== undefined;

/** A format that strings must have: one that we know, by its name, or one of the user's own. */
export type StringFormat = string | OwnFormat;

export const formatName = (format: StringFormat): string =>
  typeof format === "string" ? format : format.name;

/** The same, where there may be no format. */
export const ruleName = (format: StringFormat | undefined): string | undefined =>
  format === undefined ? undefined : formatName(format);

/** What converts the values of a format: a converter of the runtime, by its name, or the codec of a format of the user's own. */
export type ConverterRef = ConverterName | OwnValueFormat;

/** A range that lies around 0; of whole numbers unless said otherwise. */
const around = (max: number, whole = true): NumberRange => ({ min: -max, max, whole });

/** The integers of so many bits. Of 64 bits, the greatest is read as the power of two above it, which must pass then. */
const signed = (bits: number): NumberRange => ({
  min: -(2 ** (bits - 1)),
  max: 2 ** (bits - 1) - 1,
  whole: true,
});
const unsigned = (bits: number): NumberRange => ({ min: 0, max: 2 ** bits - 1, whole: true });

export const knownFormats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["base64url", { check: "isBase64url", value: { type: "Uint8Array", converter: "base64Url" } }],
  ["binary", {}],
  ["byte", { check: "isByte", value: { type: "Uint8Array", converter: "base64" } }],
  ["char", { check: "isChar" }],
  ["commonmark", {}],
  ["date", { check: "isDate", sample: "date" }],
  ["date-time", { check: "isDateTime", sample: "dateTime", value: { type: "Date", converter: "dateTime" } }],
  ["date-time-local", { check: "isDateTimeLocal" }],
  [
    "date-time-rfc-2822",
    { check: "isRfc2822", sample: "rfc2822", value: { type: "Date", converter: "rfc2822" } },
  ],
  ["decimal", { check: "isDecimal" }],
  ["decimal128", { check: "isDecimal128" }],
  ["double", {}],
  ["double-int", { range: around(Number.MAX_SAFE_INTEGER) }],
  ["duration", { check: "isDuration" }],
  ["email", { check: "isEmail" }],
  ["float", { range: around(3.4028234663852886e38, false) }],
  ["hostname", { check: "isHostname" }],
  ["html", {}],
  ["http-date", { check: "isHttpDate" }],
  ["idn-email", { check: "isIdnEmail" }],
  ["idn-hostname", { check: "isIdnHostname" }],
  ["int8", { range: signed(8) }],
  ["int16", { range: signed(16) }],
  ["int32", { range: signed(32) }],
  ["int64", { range: signed(64), value: { type: "bigint", converter: "int64" } }],
  ["ipv4", { check: "isIpv4", sample: "ipv4" }],
  ["ipv6", { check: "isIpv6", sample: "ipv6" }],
  ["iri", { check: "isIri" }],
  ["iri-reference", { check: "isIriReference" }],
  ["json-pointer", { check: "isJsonPointer" }],
  ["media-range", { check: "isMediaRange" }],
  ["password", {}],
  ["regex", { check: "isRegex" }],
  ["relative-json-pointer", { check: "isRelativeJsonPointer" }],
  ["sf-binary", { check: "isSfBinary" }],
  ["sf-boolean", { check: "isSfBoolean" }],
  ["sf-decimal", { check: "isSfDecimal", range: around(999_999_999_999.999, false) }],
  ["sf-integer", { check: "isSfInteger", range: around(999_999_999_999_999) }],
  ["sf-string", { check: "isSfString" }],
  ["sf-token", { check: "isSfToken" }],
  ["time", { check: "isTime", sample: "time" }],
  ["time-local", { check: "isTimeLocal" }],
  ["uint8", { range: unsigned(8) }],
  ["uint16", { range: unsigned(16) }],
  ["uint32", { range: unsigned(32) }],
  ["uint64", { range: unsigned(64), value: { type: "bigint", converter: "uint64" } }],
  ["unixtime", {}],
  ["uri", { check: "isUri" }],
  ["uri-reference", { check: "isUriReference" }],
  ["uri-template", { check: "isUriTemplate" }],
  ["uuid", { check: "isUuid", sample: "uuid" }],
]);

/** The range of a number format; undefined where any number will do. */
export function numberRange(format: string | undefined): NumberRange | undefined {
  return knownFormats.get(format ?? "")?.range;
}

/** Whether a format asks something of strings. */
export function checksStrings(format: string): boolean {
  return knownFormats.get(format)?.check !== undefined;
}

/** Whether we know what a format asks for. */
export function isAssertable(format: string): boolean {
  return checksStrings(format) || numberRange(format) !== undefined;
}

/** Which formats are rules, as a configuration says; all that we know when it says nothing. */
export function isAsserted(use: Config["formats"]): (format: string) => boolean {
  return (format) => {
    const said = typeof use === "object" ? use[format] : use;
    return typeof said === "object" || (isAssertable(format) && said !== "annotation");
  };
}

/** Whether a configuration says that a format is a note, whatever it is. */
export function isNamedNote(use: Config["formats"]): (format: string) => boolean {
  return (format) => use === "annotation" || Object.hasOwn(Object(use) as object, format);
}

/** What converts the values of a format, where a configuration says that they have another type. */
export function converterOf(use: Config["formats"]): (format: string) => ConverterName | undefined {
  return (format) => {
    const value = knownFormats.get(format)?.value;
    return value !== undefined && typeof use === "object" && use[format] === value.type
      ? value.converter
      : undefined;
  };
}

/** Whether the values that a converter makes are integers whose digits a number would lose. */
export const makesBigints = (converter: ConverterRef): boolean =>
  typeof converter === "string" && valueTypeOf(converter) === "bigint";

/** The type of the values that a converter of the runtime makes. */
export function valueTypeOf(converter: ConverterName): ValueType {
  const found = [...knownFormats.values()].find((each) => each.value?.converter === converter);
  if (found?.value === undefined) throw new Error(`bug: no format is converted by ${converter}`);
  return found.value.type;
}

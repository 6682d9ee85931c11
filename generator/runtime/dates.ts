/** Points in time as `Date`, which holds milliseconds. */
import { type FormatConverter, formatConverter } from "./converter.js";
import { isDateTime, isRfc2822 } from "./formats-time.js";

/** RFC 3339, section 5.6: `date-time`. Written in UTC, without a fraction where there is none. */
export const dateTime: FormatConverter = /* @__PURE__ */ dates(isDateTime, (date) =>
  date.toISOString().replace(".000Z", "Z"),
);

/** RFC 2822, section 3.3, which knows no fractions of a second. Written in UTC. */
export const rfc2822: FormatConverter = /* @__PURE__ */ dates(isRfc2822, (date) =>
  new Date(date.toISOString()).toUTCString().replace("GMT", "+0000"),
);

/** Writing throws a `RangeError` for an invalid date. */
function dates(isOfFormat: (text: string) => boolean, write: (date: Date) => string): FormatConverter {
  return formatConverter<Date>({
    type: "Date",
    isOfType: (value) => value instanceof Date,
    allows: isOfFourDigits,
    read: (text) => (typeof text === "string" && isOfFormat(text) ? dateOf(text.toUpperCase()) : undefined),
    write,
  });
}

/** Years have four digits in both formats. */
function isOfFourDigits(date: Date): boolean {
  return date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
}

/** A leap second, which `Date` does not know, is the second after it. */
function dateOf(text: string): Date {
  const usual = text.replace(/(:\d\d):60/, "$1:59");
  return new Date(Date.parse(usual) + (usual === text ? 0 : 1000));
}

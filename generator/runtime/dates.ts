/** Points in time as `Date`, which holds milliseconds. */
import { type FormatConverter, formatConverter } from "./converter.js";
import { isDateTime, isRfc2822 } from "./formats-time.js";

/** RFC 3339, section 5.6: `date-time`. Written in UTC, without a fraction where there is none. */
export const dateTime: FormatConverter = /* @__PURE__ */ dates(isDateTime, 0, (date) =>
  date.toISOString().replace(".000Z", "Z"),
);

/** RFC 2822, section 3.3, which knows no fractions of a second and no year before 1900. Written in UTC. */
export const rfc2822: FormatConverter = /* @__PURE__ */ dates(
  (text) => isRfc2822(text) && !/ (?:0\d|1[0-8])\d\d /.test(text),
  1900,
  (date) => new Date(date.toISOString()).toUTCString().replace("GMT", "+0000"),
);

/** Years have four digits and begin with `first`. Writing throws a `TypeError` for an invalid date. */
function dates(
  isOfFormat: (text: string) => boolean,
  first: number,
  write: (date: Date) => string,
): FormatConverter {
  return formatConverter<Date>({
    type: "Date",
    isOfType: (value) => value instanceof Date,
    allows: (date) => date.getUTCFullYear() >= first && date.getUTCFullYear() <= 9999,
    read: (text) => (typeof text === "string" && isOfFormat(text) ? dateOf(text.toUpperCase()) : undefined),
    write: (date) => {
      if (Number.isNaN(date.getTime())) throw new TypeError("an invalid Date cannot be written");
      return write(date);
    },
  });
}

/** A leap second, which `Date` does not know, is the second after it. */
function dateOf(text: string): Date {
  const usual = text.replace(/(:\d\d):60/, "$1:59");
  return new Date(Date.parse(usual) + (usual === text ? 0 : 1000));
}

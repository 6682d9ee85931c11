/** Formats of dates and times. */
import { anchored } from "./formats-anchored.js";

/** `full-date`; months have the days of the Gregorian calendar. */
const fullDate =
  "(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/** `partial-time`. */
const partialTime = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?";

/** `time-offset`. */
const offset = "(?:z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

const date = /* @__PURE__ */ anchored(fullDate);
const time = /* @__PURE__ */ anchored(partialTime, offset);
const dateTime = /* @__PURE__ */ anchored(fullDate, "t", partialTime, offset);
const timeLocal = /* @__PURE__ */ anchored(partialTime);
const dateTimeLocal = /* @__PURE__ */ anchored(fullDate, "t", partialTime);

/** RFC 3339, section 5.6: `full-date`. */
export function isDate(value: string): boolean {
  return date.test(value);
}

/** RFC 3339, section 5.6: `full-time`; a leap second only where it is one in UTC. */
export function isTime(value: string): boolean {
  return time.test(value) && (value.charAt(6) !== "6" || isLastMinute(value));
}

/** RFC 3339, section 5.6: `date-time`. */
export function isDateTime(value: string): boolean {
  return dateTime.test(value) && (value.charAt(17) !== "6" || isLastMinute(value.slice(11)));
}

/** RFC 3339, section 5.6: `partial-time`, which does not tell where a leap second is one. */
export function isTimeLocal(value: string): boolean {
  return timeLocal.test(value);
}

/** RFC 3339, section 5.6: `date-time` without its offset. */
export function isDateTimeLocal(value: string): boolean {
  return dateTimeLocal.test(value);
}

/** RFC 3339, appendix A: units that are not the smallest may only be followed by the next one. */
export function isDuration(value: string): boolean {
  return /^P(?!$)(?!.*(?:Y\d+D|H\d+S))(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|\d+W)$/.test(
    value,
  );
}

const rfc2822 =
  /^(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), *)?(?:[12]\d|0?[1-9]|30(?! +Feb)|31(?= +(?:Jan|Mar|May|Jul|Aug|Oct|Dec))) +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d\d\d\d +(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))? +(?:[+-]\d\d[0-5]\d|UT|GMT|[ECMP][SD]T)$/i;

/**
 * RFC 2822, section 3.3, without comments and folded lines, as `Tue, 14 Jun 2011 09:30:00 +0000`. Whether the name of the
 * day is right is not asked.
 */
export function isRfc2822(value: string): boolean {
  return rfc2822.test(value);
}

/** RFC 9110, section 5.6.7: `IMF-fixdate`, or one of the two obsolete forms that recipients must understand. */
export function isHttpDate(value: string): boolean {
  const date = value
    .replace(
      /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d [\d:]{8} GMT)$/,
      "Sun, $1 $2 20$3",
    )
    .replace(
      /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([ \d]\d) ([\d:]{8}) (\d{4})$/,
      (_, name: string, month: string, day: string, time: string, year: string) =>
        `${name}, ${day.replace(" ", "0")} ${month} ${year} ${time} GMT`,
    );
  return /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(date) && isRfc2822(date);
}

/** Whether the minute of an RFC 3339 `full-time` is the last one of a day in UTC. */
function isLastMinute(value: string): boolean {
  const [, sign, zone = "00:00"] = /([+-])(.*)$/.exec(value) ?? [];
  const ahead = minutesOf(zone) * (sign === "-" ? -1 : 1);
  return (minutesOf(value) + 1 - ahead) % 1440 === 0;
}

/** The minutes of a text that begins with `hh:mm`. */
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

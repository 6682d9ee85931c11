/** Formats of JSON Schema 2020-12 (Validation, section 7.3) and of the OpenAPI Format Registry. */

/** RFC 3339, section 5.6. */
export function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** RFC 3339, section 5.6; a leap second only where it is one in UTC. */
export function isTime(value: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(value);
  if (match === null) return false;
  const [hour, minute, second] = match.slice(1, 4).map(Number) as [number, number, number];
  const [zoneHour, zoneMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || zoneHour > 23 || zoneMinute > 59 || second > 60) return false;
  const offset = (zoneHour * 60 + zoneMinute) * (match[4] === "-" ? 1 : -1);
  return second < 60 || (hour * 60 + minute + offset + 2880) % 1440 === 1439;
}

/** RFC 3339, section 5.6. */
export function isDateTime(value: string): boolean {
  const at = value.search(/t/i);
  return at === 10 && isDate(value.slice(0, at)) && isTime(value.slice(at + 1));
}

/** RFC 2822, section 3.3, as `Tue, 14 Jun 2011 09:30:00 +0000`. */
export function isRfc2822(value: string): boolean {
  return /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} (?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))? (?:[+-]\d{4}|GMT|UT)$/.test(
    value,
  );
}

/** RFC 3339, appendix A. */
export function isDuration(value: string): boolean {
  return /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|\d+W)$/.test(value);
}

/** RFC 5321, section 4.1.2, without quoted strings and address literals. */
export function isEmail(value: string): boolean {
  return /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(
    value,
  );
}

/** RFC 1123, section 2.1. */
export function isHostname(value: string): boolean {
  return (
    value.length <= 253 &&
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(value)
  );
}

/** RFC 2673, section 3.2. */
export function isIpv4(value: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value) && !/(?:^|\.)0\d/.test(value);
}

/** RFC 4291, section 2.2. */
export function isIpv6(value: string): boolean {
  const tail = value.lastIndexOf(":") + 1;
  const mapped = value.includes(".");
  if (mapped && !isIpv4(value.slice(tail))) return false;
  const text = mapped ? `${value.slice(0, tail)}0:0` : value;
  const halves = text.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  return (
    (halves.length === 2 ? groups.length <= 7 : halves.length === 1 && groups.length === 8) &&
    groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
  );
}

/** RFC 3986, section 3: a scheme and characters that may stand in a URI. */
export function isUri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(value) && isUriReference(value);
}

/** RFC 3986, section 4.1. */
export function isUriReference(value: string): boolean {
  return /^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[0-9a-f]{2})*$/i.test(value) && !/#.*#/.test(value);
}

/** RFC 4122, section 3. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** RFC 4648, section 4: base64. */
export function isByte(value: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value);
}

/** RFC 6901, section 3. */
export function isJsonPointer(value: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(value);
}

/** ECMA-262 with the `u` flag. */
export function isRegex(value: string): boolean {
  try {
    return new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

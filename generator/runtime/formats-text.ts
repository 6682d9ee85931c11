/** Formats of identifiers, encoded bytes, numbers as text, pointers and expressions. */

/** RFC 4122, section 3. */
export function isUuid(value: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

/** RFC 4648, section 4: base64. */
export function isByte(value: string): boolean {
  return value.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(value);
}

/** RFC 4648, section 5: base64 for URLs, padded or not. */
export function isBase64url(value: string): boolean {
  return /^[\w-]*$/.test(value)
    ? value.length % 4 !== 1
    : value.length % 4 === 0 && /^[\w-]+={1,2}$/.test(value);
}

/** One Unicode character (a scalar value). */
export function isChar(value: string): boolean {
  return /^\P{Cs}$/u.test(value);
}

/** OpenAPI Format Registry: a number of any size and precision with a fixed point. */
export function isDecimal(value: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(value);
}

/** OpenAPI Format Registry: a number of at most 34 significant digits, or one of the values that JSON numbers lack. */
export function isDecimal128(value: string): boolean {
  const match = /^(?:NaN|-?INF|[+-]?(\d+(?:\.\d+)?)(?:e[+-]?\d+)?)$/i.exec(value);
  return match !== null && (match[1] ?? "").replace(".", "").replace(/^0+/, "").length <= 34;
}

/** RFC 8941, section 3.3.1. */
export function isSfInteger(value: string): boolean {
  return /^-?\d{1,15}$/.test(value);
}

/** RFC 8941, section 3.3.2. */
export function isSfDecimal(value: string): boolean {
  return /^-?\d{1,12}\.\d{1,3}$/.test(value);
}

/** RFC 8941, section 3.3.3. */
export function isSfString(value: string): boolean {
  return /^"(?:[ !#-[\]-~]|\\["\\])*"$/.test(value);
}

/** RFC 8941, section 3.3.4. */
export function isSfToken(value: string): boolean {
  return /^[a-z*][\w!#$%&'*+\-.^`|~:/]*$/i.test(value);
}

/** RFC 8941, section 3.3.5; padding may be left out. */
export function isSfBinary(value: string): boolean {
  return /^:[A-Za-z\d+/]*={0,2}:$/.test(value);
}

/** RFC 8941, section 3.3.6. */
export function isSfBoolean(value: string): boolean {
  return /^\?[01]$/.test(value);
}

/** RFC 9110, section 12.5.1: `media-range`. */
export function isMediaRange(value: string): boolean {
  return /^[\w!#$%&'*+\-.^`|~]+\/[\w!#$%&'*+\-.^`|~]+(?:[ \t]*;(?:[ \t]*[\w!#$%&'*+\-.^`|~]+=(?:[\w!#$%&'*+\-.^`|~]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))?)*(?:[ \t]*;[ \t]*)?$/.test(
    value,
  );
}

/** RFC 6901, section 3. */
export function isJsonPointer(value: string): boolean {
  return /^(?:$|\/)/.test(value) && !/~(?![01])/.test(value);
}

/** Relative JSON Pointers (draft-bhutton-relative-json-pointer-00), section 3. */
export function isRelativeJsonPointer(value: string): boolean {
  const rest = value.replace(/^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/, "");
  return rest !== value && (rest === "#" || isJsonPointer(rest));
}

/** ECMA-262, section 22.2.1, with the `u` flag. */
export function isRegex(value: string): boolean {
  try {
    return new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

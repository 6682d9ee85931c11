/** Formats of addresses of resources, and of templates of such addresses. */
import { isIpv6 } from "./formats-net.js";

/** RFC 3986, section 3: `URI`. */
export function isUri(value: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(value) && isUriReference(value);
}

/** RFC 3986, section 4.1: `URI-reference`. */
export function isUriReference(value: string): boolean {
  // Scheme, or else no colon in the first segment; authority, or else no two slashes; path, query and fragment.
  const match =
    /^(?:[a-z][a-z\d+.-]*:|(?![^/?#]*:))(?:\/\/(?:[\w!$-.:;=~]*@)?(?:\[(?:v[\da-f]+\.[\w!$&-.:;=~]+|(.*?))\]|[\w!$-.;=~]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w!$-;=@~]*(?:\?[\w!$-;=?@~]*)?(?:#[\w!$-;=?@~]*)?$/i.exec(
      value,
    );
  return match !== null && !/%(?![\da-f]{2})/i.test(value) && (match[1] === undefined || isIpv6(match[1]));
}

/** RFC 3987, section 2.2: `IRI`. */
export function isIri(value: string): boolean {
  return isUri(withoutUnicode(value));
}

/** RFC 3987, section 2.2: `IRI-reference`. */
export function isIriReference(value: string): boolean {
  return isUriReference(withoutUnicode(value));
}

/** RFC 6570, section 2. */
export function isUriTemplate(value: string): boolean {
  const literals = value.replace(
    /\{[+#./;?&=,!@|]?[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?(?:,[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?)*\}/g,
    "",
  );
  return (
    !/\p{NChar}|%(?![\da-fA-F]{2})/u.test(value) &&
    /^[!#-;=?-[\]\w~\xa0-\ud7ff\ue000-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}]*$/u.test(literals)
  );
}

/**
 * What is a URI just where the text is an IRI: `~` for each `ucschar`, and for each `iprivate` of the query. Marks of
 * direction and code points that are no characters are left (RFC 3987, sections 2.2 and 4.1).
 */
function withoutUnicode(value: string): string {
  return value
    .replace(
      /^([^?#]*)(\?[^#]*)/,
      (_, path: string, query: string) =>
        path + query.replace(/(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, "~"),
    )
    .replace(
      /(?![\p{NChar}\u200e\u200f\u202a-\u202e])[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu,
      "~",
    );
}
